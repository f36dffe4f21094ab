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

/// Kept in one text each, which most rows do without: a long worklist opens every row.
extension ClaimCourse {
    var packed: String? {
        guard self != ClaimCourse() else { return nil }
        let texts = [submittedOn.map { String($0.number) } ?? "", former?.rawValue ?? "", after, writeOff]
        return texts.joined(separator: "\n")
    }

    init(packed: String?) throws {
        guard let packed else { return }
        let texts = packed.split(separator: "\n", maxSplits: 3, omittingEmptySubsequences: false).map(String.init)
        guard texts.count == 4 else { throw DamagedRow() }
        submittedOn = try texts[0].day
        former = texts[1].isEmpty ? nil : try ClaimStatus(stored: texts[1])
        (after, writeOff) = (texts[2], texts[3])
    }
}

extension ClaimSettlement {
    /// What a row holds besides the payer's number and the sums.
    var packed: String {
        [
            String(contractual), decidedOn.map { String($0.number) } ?? "", nextPayer.rawValue,
            isUnprocessable ? "1" : "", statementOn.map { String($0.number) } ?? "",
        ].joined(separator: " ")
    }

    mutating func take(packed: String?) throws {
        guard let packed else { return }
        let texts = packed.split(separator: " ", omittingEmptySubsequences: false).map(String.init)
        guard texts.count == 5 else { throw DamagedRow() }
        contractual = try ClaimFace.number(texts[0])
        decidedOn = try texts[1].day
        nextPayer = try present(NextPayer(rawValue: texts[2]))
        isUnprocessable = !texts[3].isEmpty
        statementOn = try texts[4].day
    }
}

extension String {
    /// `nil` for a blank.
    fileprivate var day: Day? {
        get throws { isEmpty ? nil : Day(number: try ClaimFace.number(self)) }
    }
}
