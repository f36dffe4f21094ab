import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Brings the worklist up to date: with what has changed since the last time, else with every claim of the store.
    func listed() throws(StoreFault) -> [Action] {
        // Read as a whole already: what has changed since comes with it.
        if reading.isBusy, listedChange == nil { return [] }
        if let last = listedChange, let changed = try office.changedWorklist(since: last) {
            let rows = withUnsaved(self.rows(of: changed.claims))
            // What was listed as keyed and was then given up has not changed in the store.
            if listedUnsaved.isSubset(of: rows.map(\.id)) {
                (listedChange, listedUnsaved) = (changed.last, Set(unsaved.keys))
                return [.listChanged(rows)]
            }
        }
        // All of them have to be read again, a long list off the loop.
        guard try office.store.hasClaims(over: Clerk.few) else { return [.listed(try rows())] }
        listedChange = nil
        readRows()
        return []
    }

    /// Brings the worklist up to date with what has changed on a server since the last time, off the loop.
    func lookForChanges() -> [Action] {
        guard let last = listedChange else {
            readRows()
            return []
        }
        let office = self.office
        writer.start {
            guard let changed = try? office.changedWorklist(since: last) else {
                // Every claim has to be read again, unless the server is away.
                guard (try? office.store.lastChange()) != nil else { return [.then { $0.listUnsaved() }] }
                return [
                    .then { clerk in
                        clerk.listedChange = nil
                        clerk.readRows()
                        return []
                    }
                ]
            }
            return [.then { clerk in clerk.show(changed.claims, asOf: changed.last) }]
        }
        return []
    }

    /// Shows what is not saved yet, while nothing else can be read.
    private func listUnsaved() -> [Action] {
        let rows = withUnsaved([])
        listedUnsaved.formUnion(rows.map(\.id))
        return rows.isEmpty ? [] : [.listChanged(rows)]
    }

    private func show(_ changed: [ListedClaim], asOf last: Int) -> [Action] {
        let rows = withUnsaved(self.rows(of: changed))
        guard listedUnsaved.isSubset(of: rows.map(\.id)) else {
            listedChange = nil
            readRows()
            return []
        }
        (listedChange, listedUnsaved) = (last, Set(unsaved.keys))
        return rows.isEmpty ? [] : [.listChanged(rows)]
    }

    /// The worklist, deleted claims included: as it is in the store, and what is not on the disk yet as it was keyed.
    func rows() throws(StoreFault) -> ListedRows {
        // Whatever changes while the claims are read is read again the next time.
        let last = try office.store.lastChange()
        let (claims, damaged) = try office.worklist(forHistory: true)
        (damagedRows, listedChange, listedUnsaved) = (damaged, last, Set(unsaved.keys))
        return ListedRows(withUnsaved(rows(of: claims)))
    }

    /// What the first frame shows: of a long list the claims that were changed last. `readRows` reads the others.
    ///
    /// - Parameter height: of the window, in lines.
    func firstRows(height: Int = 24) throws(StoreFault) -> ListedRows {
        guard try office.store.hasClaims(over: Clerk.few) else { return try rows() }
        return ListedRows(rows(of: try office.newestClaims(max(60, 2 * height))), isPartial: true)
    }

    /// So many claims are read before the first frame.
    private static let few = 200

    /// Reads a long list as a whole once its first claims are shown, off the loop.
    func readRows() {
        guard listedChange == nil else { return }
        let (office, today, writer) = (self.office, today, self.writer)
        reading.start {
            defer { writer.wakeUp.signal() }
            return Result { () throws(StoreFault) in
                let last = try office.store.lastChange()
                let (claims, damaged) = try office.worklist(forHistory: true)
                let rows = ListedRows(WorklistRow.all(of: claims, today: today))
                return WholeList(rows: rows, damaged: damaged, lastChange: last)
            }
        }
    }

    /// The whole list once it was read, and what has changed since.
    func readWorklist() -> [Action] {
        guard let list = reading.takeOutcomes().last, listedChange == nil else { return [] }
        do throws(StoreFault) {
            let whole = try list.get()
            (damagedRows, listedChange, listedUnsaved) = (whole.damaged, whole.lastChange, [])
            return [.listed(whole.rows)] + (try listed()) + damage().map(Action.said)
        } catch {
            return [.said(error.deskMessage)]
        }
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

    private func rows(of claims: [ListedClaim]) -> [WorklistRow] { WorklistRow.all(of: claims, today: today) }
}

extension WorklistRow {
    /// The rows of the office's claims.
    static func all(of claims: [ListedClaim], today: Day) -> [WorklistRow] {
        var days = LocalDays()
        return claims.map { listed in
            let claim = listed.summary
            var row = WorklistRow(
                id: claim.id, status: claim.status, patient: claim.patient, serviceDay: claim.day, payer: claim.payer,
                account: claim.account, errors: claim.tally.errors, warnings: claim.tally.warnings,
                daysLeft: listed.daysLeft, heldBy: claim.hold.map { "\($0.by): \($0.reason)" } ?? "",
                comment: claim.comment, authorization: claim.authorization,
                changedOn: min(days.day(of: claim.updatedAt), today), rules: claim.tally.rules,
                problems: claim.tally.open)
            (row.charge, row.procedures) = (claim.charge, claim.procedures)
            (row.assignee, row.keyedBy) = (claim.handling.assignee, claim.keyedBy)
            (row.tags, row.followUp) = (claim.handling.tags, claim.handling.followUp)
            (row.payerNumber, row.isArchived) = (claim.settlement?.payerNumber ?? "", claim.handling.isArchived)
            row.denialReasons = claim.settlement?.denialReasons ?? []
            (row.queues, row.appeal) = (listed.queues, listed.appeal)
            return row
        }
    }
}

/// Every claim of the store, read off the loop.
struct WholeList: Sendable {
    let rows: ListedRows
    let damaged: [Int64]
    /// The last change of the store before it was read.
    let lastChange: Int
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
