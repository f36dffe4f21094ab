import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Brings the worklist up to date: with what has changed since the last time, else with every claim of the store.
    func listed() throws(StoreFault) -> Action {
        if let last = listedChange, let changed = try office.changedWorklist(since: last) {
            let rows = withUnsaved(self.rows(of: changed.claims))
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
        return withUnsaved(rows(of: claims))
    }

    private func withUnsaved(_ rows: [WorklistRow]) -> [WorklistRow] {
        var rows = rows
        for waiting in unsaved.values {
            let claim = office.listed(ClaimSummary(unsaved: waiting.record, at: Date()))
            guard let unsaved = self.rows(of: [claim]).first else { continue }
            if let index = rows.firstIndex(where: { $0.id == unsaved.id }) {
                rows[index] = unsaved
            } else {
                rows.insert(unsaved, at: 0)
            }
        }
        return rows
    }

    private func rows(of claims: [ListedClaim]) -> [WorklistRow] {
        var days = LocalDays()
        let today = today
        return claims.map { listed in
            let claim = listed.summary
            return WorklistRow(
                id: claim.id, status: claim.status, patient: claim.patient, serviceDay: claim.day, payer: claim.payer,
                account: claim.account, errors: claim.tally.errors, warnings: claim.tally.warnings,
                daysLeft: listed.daysLeft, heldBy: claim.hold.map { "\($0.by): \($0.reason)" } ?? "",
                comment: claim.comment, authorization: claim.authorization,
                changedOn: min(days.day(of: claim.updatedAt), today), rules: claim.tally.rules)
        }
    }
}

/// The local days of moments; the time zone is asked once for each quarter of an hour, at which alone zones change.
private struct LocalDays {
    private var known: [Int: Day] = [:]

    mutating func day(of moment: Date) -> Day {
        let quarter = Int((moment.timeIntervalSince1970 / 900).rounded(.down))
        if let day = known[quarter] { return day }
        let day = Today.day(of: moment)
        known[quarter] = day
        return day
    }
}
