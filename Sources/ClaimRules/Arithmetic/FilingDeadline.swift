public import ClaimModel

/// The last day on which the payer accepts a claim.
///
/// An original counts from its earliest service day, a claim to a later payer from the remittance of the one before, unless its
/// policy says otherwise; a replacement has its own limit.
public struct FilingDeadline: Hashable, Sendable {
    /// The day from which the payer counts.
    public let from: Day
    /// The last day on which the claim is in time.
    public let last: Day

    /// `nil` where the policy has no limit, there is no date to count from, or the claim corrects another
    /// or only reports an encounter.
    public init?(of draft: ClaimDraft, under policy: Policy) {
        guard (draft.identity.frequency.value ?? .original) == .original,
            draft.identity.purpose.value != .encounter
        else { return nil }
        let decision = policy.value(of: \.filingFromService) == true ? nil : draft.earlierDecisions.last
        guard let start = decision.map({ $0.decision(in: draft).date.value }) ?? draft.firstServiceDay
        else { return nil }
        from = start
        if let months = policy.value(of: \.filingMonths), (1...1200).contains(months) {
            last = start.adding(months: months)
        } else if let days = policy.value(of: \.filingDays), (1...36_500).contains(days) {
            last = start + days
        } else {
            return nil
        }
    }

    /// Negative once it has passed.
    public func daysLeft(on today: Day) -> Int { last - today }

    /// Whether `last` is before this day.
    public func hasPassed(on today: Day) -> Bool { today > last }

    /// Whether four fifths of the time are over.
    public func isNear(on today: Day) -> Bool { (today - from) * 5 >= (last - from) * 4 }
}
