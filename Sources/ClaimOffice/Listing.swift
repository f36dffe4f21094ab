public import ClaimExchange
import ClaimModel
import ClaimRules
public import ClaimStore

/// A claim of the worklist.
public struct ListedClaim: Sendable {
    public let summary: ClaimSummary
    /// Days to the filing limit of the claim's policy; `nil` once the payer has the claim.
    public let daysLeft: Int?
}

extension Office {
    /// Every claim of the store, deleted ones included, the newest first; and the numbers of damaged rows.
    public func worklist() throws(StoreFault) -> (claims: [ListedClaim], damaged: [Int64]) {
        let list = try store.list(includingDeleted: true)
        return (list.claims.map(listed), list.damaged)
    }

    /// A row of the worklist.
    public func listed(_ claim: ClaimSummary) -> ListedClaim {
        ListedClaim(summary: claim, daysLeft: daysLeft(of: claim))
    }

    private func daysLeft(of claim: ClaimSummary) -> Int? {
        guard let day = claim.day, !claim.status.reachedPayer else { return nil }
        var draft = ClaimDraft(id: claim.id)
        draft.type(claim.policy, at: Place(.payerPolicy), in: parsing)
        draft.type(day.description, at: Place(.lineFrom), in: parsing)
        return FilingDeadline(of: draft, under: library.policies.policy(for: draft))?.daysLeft(on: library.day)
    }

    /// The overrides of all claims that are not deleted, the oldest claim first.
    public func overrides() throws(StoreFault) -> [ListedOverride] {
        var overrides: [ListedOverride] = []
        for summary in try store.claims().reversed() {
            let record = try store.claim(summary.id, in: parsing)
            guard !record.draft.overrides.isEmpty else { continue }
            overrides += ListedOverride.all(of: record.draft, findings: try judge(record).findings)
        }
        return overrides
    }

    /// The ids of all ready claims, the oldest first.
    public func readyClaims() throws(StoreFault) -> [String] {
        try store.claims().reversed().filter { $0.status == .ready }.map(\.id)
    }
}
