import ClaimModel
import ClaimRules
import ClaimStore
import Workstation

extension Clerk {
    /// The worklist as it stands in the store, deleted claims included.
    func rows() throws(StoreFault) -> [WorklistRow] {
        try store.claims(includingDeleted: true).map(row)
    }

    private func row(_ claim: ClaimSummary) -> WorklistRow {
        WorklistRow(
            id: claim.id, status: claim.status, patient: claim.patient, serviceDay: claim.day, payer: claim.payer,
            account: claim.account, errors: claim.tally.errors, warnings: claim.tally.warnings,
            daysLeft: daysLeft(of: claim), heldBy: claim.hold.map { "\($0.by): \($0.reason)" } ?? "",
            comment: claim.comment, changedOn: min(Today.day(of: claim.updatedAt), today), rules: claim.tally.rules)
    }

    /// Days to the filing limit of the claim's policy, while the payer does not have the claim.
    private func daysLeft(of claim: ClaimSummary) -> Int? {
        guard let day = claim.day, !claim.status.reachedPayer else { return nil }
        var draft = ClaimDraft(id: claim.id)
        draft.type(claim.policy, at: Place(.payerPolicy), in: parsing)
        draft.type(day.description, at: Place(.lineFrom), in: parsing)
        return FilingDeadline(of: draft, under: around.policies.policy(for: draft))?.daysLeft(on: today)
    }
}
