public import ClaimModel
public import ClaimRules

/// What can be done with a claim now.
public struct StepOffer: Hashable, Sendable {
    public let id: String
    public let account: String
    public let status: ClaimStatus
    /// The likeliest first.
    public let steps: [NextStep]

    public init(id: String, account: String, status: ClaimStatus, steps: [NextStep]) {
        (self.id, self.account, self.status, self.steps) = (id, account, status, steps)
    }
}

/// A claim to post an EOB on.
public struct PostingOffer: Hashable, Sendable {
    public let draft: ClaimDraft
    public let status: ClaimStatus
    /// The EOB that was posted here last, for `Same`.
    public let last: PaperEOB?
    /// What was keyed on it before and not posted.
    public let kept: KeyedEOB?

    public init(draft: ClaimDraft, status: ClaimStatus, last: PaperEOB?, kept: KeyedEOB? = nil) {
        (self.draft, self.status, self.last, self.kept) = (draft, status, last, kept)
    }
}

/// One thing that happened to a claim.
public struct HistoryLine: Hashable, Sendable {
    /// `11/29/2026 16:22`.
    public let moment: String
    /// `Submitted`, `835: denied`.
    public let text: String
    /// `$120.00`; blank where there is no amount.
    public let amount: String
    public let who: String
    /// Details, a line each.
    public let details: [String]

    public init(moment: String, text: String, amount: String, who: String, details: [String]) {
        (self.moment, self.text, self.amount, self.who, self.details) = (moment, text, amount, who, details)
    }
}

extension ClaimQueue {
    /// What the worklist is filtered by to show it.
    var filter: String { "due:\(rawValue)" }
}

extension DeskView {
    /// A day as it is typed: `12/15/2026`, `t+14`.
    ///
    /// - Parameter last: without its year, the latest such day until then.
    func day(_ text: String, until last: Day) -> Day? {
        (try? Day(parsing: text, in: parsing)) ?? Day(withoutYear: text, until: last)
    }
}
