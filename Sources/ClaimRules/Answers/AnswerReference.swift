public import ClaimModel

/// By what an answer is matched to a claim, and to one submission of it, apart from the account number.
public struct AnswerReference: Hashable, Sendable {
    /// The member ID of the patient or the insured (NM109, qualifier MI); blank where none is given.
    public var member = ""
    /// The first day of service.
    public var day: Day?
    /// The kind of insurance (CLP06), as SBR09 of the claim has it.
    public var filing = ""
    /// The frequency of the answered claim (CLP09).
    public var frequency = ""
    /// The day on which the payer received the claim (DTM*050).
    public var received: Day?
    /// The batch that was answered (277CA 2200B TRN02), which is BHT03 of the submitted transaction.
    public var batch = ""
    /// How many answers with the same content come before it in the same payment.
    public var occurrence = 0
    /// Whether it was said of a whole transaction or of a provider, not of this very claim.
    public var isOfMany = false

    /// A reference that says nothing yet.
    public init() {}

    /// Notes a day of service.
    public mutating func takeDay(_ day: Day) { self.day = self.day.map { min($0, day) } ?? day }

    /// The interchange's number of a batch that this program submitted: `17-1` has 17.
    var interchange: Int? { AnswerReference.parts(ofBatch: batch)?.interchange }

    /// The interchange and the transaction of a batch that this program submitted: `17-1` is the first of interchange 17.
    public static func parts(ofBatch batch: String) -> (interchange: Int, transaction: Int)? {
        let numbers = batch.split(separator: "-", omittingEmptySubsequences: false).map { Int($0) }
        guard numbers.count == 2, let interchange = numbers[0], let transaction = numbers[1] else { return nil }
        return (interchange, transaction)
    }
}

extension AnswerReference: Codable {
    private enum Key: String, CodingKey {
        case member, day, filing, frequency, received, batch, occurrence
        case isOfMany = "of_many"
    }

    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        func text(_ key: Key) throws -> String { try values.decodeIfPresent(String.self, forKey: key) ?? "" }
        (member, filing, frequency, batch) = (
            try text(.member), try text(.filing), try text(.frequency), try text(.batch)
        )
        (day, received) = (Day(iso: try text(.day)), Day(iso: try text(.received)))
        occurrence = try values.decodeIfPresent(Int.self, forKey: .occurrence) ?? 0
        isOfMany = try values.decodeIfPresent(Bool.self, forKey: .isOfMany) ?? false
    }

    public func encode(to encoder: any Encoder) throws {
        var values = encoder.container(keyedBy: Key.self)
        for (key, text) in [
            (Key.member, member), (.filing, filing), (.frequency, frequency), (.batch, batch),
            (.day, day?.iso ?? ""), (.received, received?.iso ?? ""),
        ] where !text.isEmpty {
            try values.encode(text, forKey: key)
        }
        if occurrence > 0 { try values.encode(occurrence, forKey: .occurrence) }
        if isOfMany { try values.encode(isOfMany, forKey: .isOfMany) }
    }
}

extension ClaimAnswer {
    /// Whether it repeats an answer that is kept already, though an earlier version kept less of it.
    public func repeats(_ kept: ClaimAnswer) -> Bool {
        if self == kept { return true }
        guard kind != .typed else { return false }
        var (one, other) = (self, kept)
        if other.reference == AnswerReference() { one.reference = AnswerReference() }
        (one.status, other.status) = (nil, nil)
        // Posted a second time from paper.
        if one.paper != nil, other.paper != nil { (one.paper, other.paper) = (nil, nil) }
        return one == other
    }
}
