public import ClaimModel

/// The last day on which the payer takes an appeal, where its policy states how long that is (`appeal_days`).
public struct AppealDeadline: Hashable, Sendable {
    /// The last day, included.
    public let last: Day
    /// Who says so.
    public let source: String

    /// `nil` where no policy states it, or the day of the decision is not known.
    public init?(decidedOn day: Day?, under policy: Policy) {
        guard let day, let days = policy.value(of: \.appealDays), (1...3_650).contains(days) else { return nil }
        last = day + days
        source = policy.source(of: \.appealDays)
    }
}

/// How long a denial can still be appealed.
public enum AppealTime: Hashable, Sendable {
    /// Less than 0 once the time has ended.
    case days(Int)
    /// No policy states how long the payer takes appeals (`appeal_days`), or the day of the decision is not known.
    case unknown
}
