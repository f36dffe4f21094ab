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
    /// How long it can still be appealed; `nil` for what is not denied.
    public let appeal: AppealTime?
}

extension Office {
    /// Every claim of the store, deleted ones included, the newest first; and the numbers of damaged rows.
    ///
    /// - Parameter forHistory: whether claims are going to be opened, with what else the store has of their patients.
    public func worklist(forHistory: Bool = false) throws(StoreFault) -> (claims: [ListedClaim], damaged: [Int64]) {
        let list = forHistory ? try store.listForHistory() : try store.list(includingDeleted: true)
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
        var terms = ListedTerms(self)
        let queueing = Queueing(self)
        return claims.map { claim in
            let limit = claim.status.reachedPayer ? nil : terms.of(claim).filingLimit
            let appeal = queueing.appealTime(of: claim, under: terms.of(claim).policy)
            return ListedClaim(
                summary: claim, daysLeft: limit.map { $0 - library.day },
                queues: queueing.queues(of: claim, appeal), appeal: appeal)
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
    public func readyClaims() throws(StoreFault) -> [String] { try store.ids(of: .ready) }
}

/// What policies say of listed claims, each looked up once for what it depends on.
private struct ListedTerms {
    private let office: Office
    private var known: [Basis: (policy: Policy, filingLimit: Day?)] = [:]

    private struct Basis: Hashable {
        let filing: [String]
        let day: Day?
    }

    init(_ office: Office) { self.office = office }

    mutating func of(_ claim: ClaimSummary) -> (policy: Policy, filingLimit: Day?) {
        let basis = Basis(filing: claim.filing.isEmpty ? [claim.policy] : claim.filing, day: claim.day)
        let terms = known[basis] ?? terms(basis)
        known[basis] = terms
        return terms
    }

    private func terms(_ basis: Basis) -> (policy: Policy, filingLimit: Day?) {
        var draft = ClaimDraft(id: "")
        for (field, text) in zip(ClaimSummary.filingFields, basis.filing) {
            draft.type(text, at: Place(field), in: office.parsing)
        }
        if let day = basis.day { draft.type(day.description, at: Place(.lineFrom), in: office.parsing) }
        let policy = office.library.policies.policy(for: draft)
        return (policy, FilingDeadline(of: draft, under: policy)?.last)
    }
}
