public import ClaimExchange
import ClaimModel
public import ClaimRules
public import ClaimStore

/// A claim of the worklist.
public struct ListedClaim: Sendable {
    public let summary: ClaimSummary
    /// Days to the filing limit of the claim's policy; `nil` once the payer has the claim.
    public let daysLeft: Int?
    /// What the office has to do with it.
    public let queues: [ClaimQueue]
    /// Days left to appeal a denial; `nil` where no policy states how long the payer takes appeals.
    public let appealDaysLeft: Int?
}

extension Office {
    /// Every claim of the store, deleted ones included, the newest first; and the numbers of damaged rows.
    public func worklist() throws(StoreFault) -> (claims: [ListedClaim], damaged: [Int64]) {
        let list = try store.list(includingDeleted: true)
        return (listed(list.claims), list.damaged)
    }

    /// The claims that were changed last, deleted ones included, at most so many.
    public func newestClaims(_ most: Int) throws(StoreFault) -> [ListedClaim] {
        listed(try store.newestClaims(most))
    }

    /// A row of the worklist.
    public func listed(_ claim: ClaimSummary) -> ListedClaim {
        listed([claim])[0]
    }

    /// Those that were made or changed since a change of the store, and the last change; `nil` where all have to be read
    /// again.
    public func changedWorklist(since last: Int) throws(StoreFault) -> (claims: [ListedClaim], last: Int)? {
        try store.changes(since: last).map { (listed($0.claims), $0.last) }
    }

    private func listed(_ claims: [ClaimSummary]) -> [ListedClaim] {
        var (deadlines, queueing) = (FilingDeadlines(office: self), Queueing(self))
        return claims.map { claim in
            let (queues, appealDaysLeft) = queueing.queues(of: claim)
            return ListedClaim(
                summary: claim, daysLeft: deadlines.daysLeft(of: claim), queues: queues, appealDaysLeft: appealDaysLeft)
        }
    }

    /// The overrides of all claims that are not deleted, the oldest claim first.
    public func overrides() throws(StoreFault) -> [ListedOverride] {
        var overrides: [ListedOverride] = []
        for record in try store.overriddenClaims(in: parsing) {
            overrides += ListedOverride.all(of: record.draft, findings: try judge(record).findings)
        }
        return overrides
    }

    /// The ids of all ready claims, the oldest first.
    public func readyClaims() throws(StoreFault) -> [String] {
        try store.claims().reversed().filter { $0.status == .ready }.map(\.id)
    }
}

/// The filing limits of claims, each worked out once for what it depends on.
private struct FilingDeadlines {
    let office: Office
    private var last: [Basis: Day?] = [:]

    private struct Basis: Hashable {
        let filing: [String]
        let day: Day
    }

    init(office: Office) { self.office = office }

    mutating func daysLeft(of claim: ClaimSummary) -> Int? {
        guard let day = claim.day, !claim.status.reachedPayer else { return nil }
        let basis = Basis(filing: claim.filing.isEmpty ? [claim.policy] : claim.filing, day: day)
        let last = self.last[basis] ?? lastDay(basis)
        self.last[basis] = last
        return last.map { $0 - office.library.day }
    }

    private func lastDay(_ basis: Basis) -> Day? {
        var draft = ClaimDraft(id: "")
        for (field, text) in zip(ClaimSummary.filingFields, basis.filing) {
            draft.type(text, at: Place(field), in: office.parsing)
        }
        draft.type(basis.day.description, at: Place(.lineFrom), in: office.parsing)
        return FilingDeadline(of: draft, under: office.library.policies.policy(for: draft))?.last
    }
}
