public import ClaimModel
import ClaimRules

/// What the office has done with a claim since it was keyed.
public struct ClaimCourse: Hashable, Sendable {
    /// The day of the last submission, in UTC.
    public var submittedOn: Day?
    /// The status before it was written off or appealed.
    public var former: ClaimStatus?
    /// `$120.00: below the limit`; blank where nothing is written off.
    public var writeOff = ""
    /// The id of the claim to the payer before, of which this one is the next.
    public var after = ""

    public init() {}
}

extension ClaimCourse {
    var packed: [String?] {
        [
            submittedOn.map { String($0.number) }, former?.rawValue, writeOff.isEmpty ? nil : writeOff,
            after.isEmpty ? nil : after,
        ]
    }

    init(packed: ArraySlice<String?>) throws {
        let texts = Array(packed)
        submittedOn = try texts[0].map { Day(number: try ClaimFace.number($0)) }
        former = try texts[1].map { try ClaimStatus(stored: $0) }
        (writeOff, after) = (texts[2] ?? "", texts[3] ?? "")
    }
}

extension ClaimSettlement {
    static let packedCount = 5

    /// What a row holds besides the payer's number and the sums.
    var packed: [String?] {
        [
            String(contractual), decidedOn.map { String($0.number) }, nextPayer.rawValue,
            isUnprocessable ? "1" : nil, statementOn.map { String($0.number) },
        ]
    }

    mutating func take(packed: ArraySlice<String?>) throws {
        let texts = Array(packed)
        contractual = try texts[0].map(ClaimFace.number) ?? 0
        decidedOn = try texts[1].map { Day(number: try ClaimFace.number($0)) }
        nextPayer = try texts[2].map { try present(NextPayer(rawValue: $0)) } ?? .none
        isUnprocessable = texts[3] != nil
        statementOn = try texts[4].map { Day(number: try ClaimFace.number($0)) }
    }
}
