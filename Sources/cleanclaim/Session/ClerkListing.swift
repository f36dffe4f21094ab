import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Brings the worklist up to date: with what has changed since the last time, else with every claim of the store.
    func listed() throws(StoreFault) -> Action {
        if let last = listedChange, let changed = try office.changedWorklist(since: last) {
            let rows = withUnsaved(changed.claims.map(row))
            // What was listed as keyed and was then given up has not changed in the store.
            if listedUnsaved.isSubset(of: rows.map(\.id)) {
                (listedChange, listedUnsaved) = (changed.last, Set(unsaved.keys))
                return .listChanged(rows)
            }
        }
        return .listed(try rows())
    }

    /// The worklist, deleted claims included: as it is in the store, and what is not on the disk yet as it was keyed.
    func rows() throws(StoreFault) -> [WorklistRow] {
        // Whatever changes while the claims are read is read again the next time.
        let last = try office.store.lastChange()
        let (claims, damaged) = try office.worklist()
        (damagedRows, listedChange, listedUnsaved) = (damaged, last, Set(unsaved.keys))
        return withUnsaved(claims.map(row))
    }

    private func withUnsaved(_ rows: [WorklistRow]) -> [WorklistRow] {
        var rows = rows
        for waiting in unsaved.values {
            let unsaved = row(office.listed(ClaimSummary(unsaved: waiting.record, at: Date())))
            if let index = rows.firstIndex(where: { $0.id == unsaved.id }) {
                rows[index] = unsaved
            } else {
                rows.insert(unsaved, at: 0)
            }
        }
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
