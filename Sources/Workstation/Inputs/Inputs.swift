public import ClaimModel
public import ClaimRules
public import CodeSets

/// Everything that the workstation is given from outside and only reads.
public struct Inputs: Sendable {
    public internal(set) var books: CodeBooks
    public internal(set) var policies: PolicyLibrary
    public var today: Day
    /// The practice's own data and defaults: a draft that holds nothing else.
    public var practice: ClaimDraft
    public var directory: [ReferenceEntry]
    /// The codes that the office's claims named last.
    public var recentCodes: RecentCodes
    public var preferences: Preferences
    /// What the office expects to be paid.
    public let fees: FeeTable

    public init(
        books: CodeBooks, policies: PolicyLibrary, today: Day, practice: ClaimDraft, directory: [ReferenceEntry],
        recentCodes: RecentCodes = RecentCodes(), preferences: Preferences = Preferences(),
        fees: FeeTable = FeeTable()
    ) {
        self.books = books
        self.policies = policies
        self.today = today
        self.practice = practice
        self.directory = directory
        self.recentCodes = recentCodes
        self.preferences = preferences
        self.fees = fees
    }

    var parsing: ParsingContext { ParsingContext(today: today) }

    func context(
        for draft: ClaimDraft, history: [PriorClaim], sent: [SentVersion] = [], answers: [ClaimAnswer] = [],
        learned: Learned = Learned()
    ) -> Context {
        Context(
            books: books, policy: policies.policy(for: draft), today: today, history: history, sent: sent,
            payerIDOwner: policies.owner(of: draft), corrected: answers.corrected, learned: learned,
            fees: fees, silenced: policies.silenced)
    }
}

/// What a user may set in the configuration file.
public struct Preferences: Hashable, Sendable {
    public var keymap: Keymap
    /// Leave a fixed-length field by itself once it is full.
    public var advancesAutomatically: Bool
    /// Sound the bell once on a new error.
    public var beepsOnError: Bool

    public init(keymap: Keymap = .standard, advancesAutomatically: Bool = false, beepsOnError: Bool = false) {
        self.keymap = keymap
        self.advancesAutomatically = advancesAutomatically
        self.beepsOnError = beepsOnError
    }
}
