public import ClaimModel

/// What a payer answers about one person's coverage (271, 005010X279A1).
public struct Eligibility: Hashable, Sendable {
    /// The segment of the file that it begins with.
    public internal(set) var segment = 0
    /// The payer's number (2100A NM109).
    public internal(set) var payerID = ""
    /// The member ID as the payer has it; a dependent has the subscriber's.
    public internal(set) var member = ""
    /// Of the person whose coverage it is.
    public internal(set) var lastName = ""
    /// Of the person whose coverage it is.
    public internal(set) var firstName = ""
    /// Of the person whose coverage it is; `nil` where the payer does not say.
    public internal(set) var birthDate: Day?
    /// `nil` where the payer does not say.
    public internal(set) var isActive: Bool?
    /// First day of the plan.
    public internal(set) var start: Day?
    /// Last day of the plan.
    public internal(set) var end: Day?
    /// The copays in cents that it names for a visit in the network.
    public internal(set) var copays: Set<Int> = []
    /// What is left of the person's own deductible in the network, in cents.
    public internal(set) var deductibles: Set<Int> = []
    /// The day on which the payer answered.
    public internal(set) var day: Day?
    /// The payer's number of the answer, else that of the transaction.
    public internal(set) var reference = ""
    /// Why the payer could not answer (AAA03).
    public internal(set) var rejections: [String] = []
}

/// Reads answers to eligibility inquiries, an X12 stream of 271, person by person.
public struct EligibilityReader {
    /// An answer, or what is wrong with the file at this place.
    public typealias Item = Reading<Eligibility, X12Fault>

    private var reader: AssemblyReader<EligibilityAssembly>

    /// - Parameter chunk: gives the next bytes of the file, of any count; `nil` or none at its end.
    public init(chunks chunk: @escaping () throws -> [UInt8]?) {
        reader = AssemblyReader(TransactionReader(chunks: chunk))
    }

    /// The next answer or fault in the order of the file; `nil` at its end.
    ///
    /// - Throws: what the source of the bytes throws.
    public mutating func next() throws -> Item? { try reader.next() }
}

/// Gathers the levels of a 271: the payer, the provider, the subscriber and the dependents.
private struct EligibilityAssembly: TransactionAssembly {
    typealias Output = Eligibility

    /// What the transaction says of every person in it.
    private var common = Eligibility()
    /// The subscriber, of whom dependents have the member ID.
    private var member = ""
    private var person: Eligibility?
    /// HL03: 20 payer, 21 provider, 22 subscriber, 23 dependent.
    private var level = ""
    private var isInBenefit = false

    init(_ transaction: X12Transaction) throws(X12Fault) {
        guard transaction.kind == "271", transaction.guide.hasPrefix("005010") else {
            throw X12Fault(
                .version, at: transaction.header,
                "This is a transaction \(transaction.header[1].printable), not an eligibility answer of version 5010 (271)"
            )
        }
    }

    mutating func take(_ segment: X12Segment, _ items: inout [Reading<Eligibility, X12Fault>]) {
        switch segment.id {
        case "BHT": (common.reference, common.day) = (segment[3].text, segment[4].day)
        case "HL": open(segment, &items)
        case "NM1": name(segment)
        case "TRN": if segment[1] == "2", !segment[2].isEmpty { person?.reference = segment[2].text }
        case "DMG": person?.birthDate = segment[2].day
        case "AAA": reject(segment)
        case "DTP": if !isInBenefit { date(segment) }
        case "EB": take(benefit: segment)
        case "LS": isInBenefit = true
        default: break
        }
    }

    mutating func finish(_ items: inout [Reading<Eligibility, X12Fault>]) { close(&items) }

    /// A subscriber who only leads to dependents says nothing.
    private mutating func close(_ items: inout [Reading<Eligibility, X12Fault>]) {
        if let person, person.isActive != nil || !person.rejections.isEmpty { items.append(.value(person)) }
        person = nil
    }

    private mutating func open(_ segment: X12Segment, _ items: inout [Reading<Eligibility, X12Fault>]) {
        close(&items)
        (level, isInBenefit) = (segment[3].text, false)
        guard level == "22" || level == "23" else { return }
        if level == "22" { member = "" }
        person = common
        person?.segment = segment.number
        person?.member = member
    }

    private mutating func name(_ segment: X12Segment) {
        guard !isInBenefit else { return }
        switch level {
        case "20": common.payerID = segment[9].text
        case "22", "23":
            guard segment[1] == "IL" || segment[1] == "03" else { return }
            person?.lastName = segment[3].text
            person?.firstName = segment[4].text
            if !segment[9].isEmpty { person?.member = segment[9].text }
            if level == "22" { member = segment[9].text }
        default: break
        }
    }

    /// Of the payer or the provider as of everybody.
    private mutating func reject(_ segment: X12Segment) {
        if person != nil {
            person?.rejections.append(segment[3].text)
        } else {
            common.rejections.append(segment[3].text)
        }
    }

    private mutating func date(_ segment: X12Segment) {
        let days = segment[3].text.split(separator: "-").map { Day(compact: ArraySlice($0.utf8)) }
        switch segment[1].text {
        case "346", "356", "348": person?.start = days.first ?? nil
        case "347", "357", "349": person?.end = days.first ?? nil
        case "291", "307":
            person?.start = days.first ?? nil
            if days.count > 1 { person?.end = days[1] }
        default: break
        }
    }

    /// Active or not, what a visit costs, what is left of the deductible: in the network, for the person alone.
    private mutating func take(benefit segment: X12Segment) {
        let services = segment[3].repetitions.map(\.text)
        let isVisit = services.contains { ["", "30", "98", "MH", "BZ", "CF"].contains($0) }
        let isFamily = segment[2] == "FAM"
        // Dates behind the benefit of the whole plan are the plan's, those behind another one are not.
        isInBenefit = !["1", "6"].contains(segment[1].text) || !(services.contains("30") || segment[3].isEmpty)
        guard segment[12] != "N" else { return }
        switch segment[1].text {
        case "1", "2", "3", "4", "5": if person?.isActive == nil { person?.isActive = true }
        case "6", "7", "8": if services.contains("30") || person?.isActive == nil { person?.isActive = false }
        case "B" where isVisit && !isFamily:
            if let cents = segment[7].cents { person?.copays.insert(cents) }
        case "C" where isVisit && !isFamily && segment[6] == "29":
            if let cents = segment[7].cents { person?.deductibles.insert(cents) }
        default: break
        }
    }
}

extension X12Element {
    fileprivate static func != (element: X12Element, text: StaticString) -> Bool { !(element == text) }
}
