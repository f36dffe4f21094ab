/// What a 999 (005010X231A1) says about a group of a submitted file, or about one transaction in it.
public struct Acknowledgment: Hashable, Sendable {
    /// By what names its sender goes (ISA06 and GS02).
    public let senders: Set<String>
    /// By what names its receiver goes (ISA08 and GS03).
    public let receivers: Set<String>
    /// The group that is answered (AK102).
    public let group: String
    /// The transaction that is answered (AK202); `nil` for the group as a whole.
    public let transaction: String?
    /// IK501 or AK901.
    public let code: String
    /// For the group as a whole: the transactions that it reports one by one.
    public let transactions: Set<String>
    /// Those of them that were not taken.
    public let refused: Set<String>
    /// What is wrong with single segments, in the order of the file.
    public let notes: [SegmentNote]

    /// An acknowledgment as it was read; nothing is checked here.
    public init(
        senders: Set<String>, receivers: Set<String>, group: String, transaction: String?, code: String,
        transactions: Set<String>, refused: Set<String>, notes: [SegmentNote]
    ) {
        self.senders = senders
        self.receivers = receivers
        self.group = group
        self.transaction = transaction
        self.code = code
        self.transactions = transactions
        self.refused = refused
        self.notes = notes
    }

    /// Whether the code says accepted (A), with errors noted (E) or in part (P).
    public var isAccepted: Bool { ["A", "E", "P"].contains(code) }

    /// What is wrong with one segment (IK3, with its IK4 and CTX).
    public struct SegmentNote: Hashable, Sendable {
        /// `NM1`
        public let segment: String
        /// Counted in the transaction from ST, which is 1.
        public let position: Int?
        /// `2010AA`; blank where it is not reported.
        public let loop: String
        /// IK304; `segmentErrors` says what it means.
        public let code: String
        /// The account number that is named with it (CTX01 CLM01); blank where none is.
        public var account = ""
        /// What is wrong with its elements (IK4).
        public var elements: [ElementNote] = []

        /// - Parameter position: counted in the transaction from ST, which is 1.
        public init(
            segment: String, position: Int?, loop: String, code: String, account: String = "",
            elements: [ElementNote] = []
        ) {
            self.segment = segment
            self.position = position
            self.loop = loop
            self.code = code
            self.account = account
            self.elements = elements
        }
    }

    /// What is wrong with one element of the segment (IK4).
    public struct ElementNote: Hashable, Sendable {
        /// Its place in the segment, counted from 1 (IK401-1).
        public let element: Int
        /// Counted from 1; 0 for the element as a whole.
        public let component: Int
        /// IK403; `elementErrors` says what it means.
        public let code: String

        /// - Parameter component: counted from 1; 0 for the element as a whole.
        public init(element: Int, component: Int, code: String) {
            self.element = element
            self.component = component
            self.code = code
        }
    }

    /// Whether two control numbers are the same, with leading zeros or without.
    public static func same(_ one: String, _ other: String) -> Bool {
        if let first = Int(one), let second = Int(other) { return first == second }
        return one == other
    }
}

extension Acknowledgment {
    /// What the codes of a segment (IK304) mean, in our own words.
    public static let segmentErrors = [
        "1": "unknown segment", "2": "not expected here", "3": "required, but missing",
        "4": "its loop repeats too often", "5": "repeats too often", "6": "not in this transaction",
        "7": "out of order", "8": "has wrong elements", "I4": "not used by the guide",
        "I6": "required here, but missing", "I7": "its loop is missing", "I8": "repeats too seldom",
        "I9": "not used here",
    ]

    /// What the codes of an element (IK403) mean.
    public static let elementErrors = [
        "1": "required, but missing", "2": "required together with another, but missing", "3": "one element too many",
        "4": "too short", "5": "too long", "6": "has a character that is not allowed", "7": "not a valid code",
        "8": "not a valid date", "9": "not a valid time", "10": "not allowed together with another",
        "12": "repeats too often", "13": "one component too many", "I6": "a code that the guide does not use",
        "I9": "not used here", "I10": "not used by the guide", "I11": "repeats too seldom",
        "I12": "not in the format that the guide requires", "I13": "required here, but missing",
    ]
}
