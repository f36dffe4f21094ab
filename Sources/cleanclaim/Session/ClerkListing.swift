import ClaimOffice
import ClaimStore
import Workstation

extension Clerk {
    /// Brings the worklist up to date: with what has changed since the last time, else with every claim of the store.
    func listed() throws(StoreFault) -> Action {
        if let last = listedChange, let changed = try office.changedWorklist(since: last) {
            listedChange = changed.last
            return .listChanged(changed.claims.map(row))
        }
        return .listed(try rows())
    }

    /// The worklist as it is in the store, deleted claims included.
    func rows() throws(StoreFault) -> [WorklistRow] {
        // Whatever changes while the claims are read is read again the next time.
        let last = try office.store.lastChange()
        let rows = try office.worklist().map(row)
        listedChange = last
        return rows
    }

    private func row(_ listed: ListedClaim) -> WorklistRow {
        let claim = listed.summary
        return WorklistRow(
            id: claim.id, status: claim.status, patient: claim.patient, serviceDay: claim.day, payer: claim.payer,
            account: claim.account, errors: claim.tally.errors, warnings: claim.tally.warnings,
            daysLeft: listed.daysLeft, heldBy: claim.hold.map { "\($0.by): \($0.reason)" } ?? "",
            comment: claim.comment, changedOn: min(Today.day(of: claim.updatedAt), today), rules: claim.tally.rules)
    }
}
