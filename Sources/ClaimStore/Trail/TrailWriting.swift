import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// Every change of a claim is recorded in the transaction that makes it.
extension ClaimStore {
    /// Who is signed in.
    var person: TrailPerson {
        get throws { TrailPerson(try seals.keyring.session.holder) }
    }

    /// Records that a claim's row was written.
    func record(
        _ kind: TrailKind, of claim: StoredClaim, _ changes: [TrailChange] = [], in database: Database
    ) throws {
        var entry = TrailEntry(kind: kind, at: claim.times.updated, person: try person)
        entry.claim = .known(number: claim.number, item: claim.item)
        (entry.revision, entry.status) = (claim.revision, claim.status)
        entry.changes = changes
        try append(entry, in: database)
    }

    /// Records what leaves a claim's row as it is.
    func record(_ kind: TrailKind, besides claim: StoredClaim, in database: Database) throws {
        var entry = TrailEntry(kind: kind, at: timestamp, person: try person)
        entry.claim = .known(number: claim.number, item: claim.item)
        try append(entry, in: database)
    }

    /// Records a change of what belongs to no claim.
    func record(_ kind: TrailKind, _ text: String? = nil, _ changes: [TrailChange] = [], in database: Database) throws {
        var entry = TrailEntry(kind: kind, at: timestamp, person: try person)
        (entry.text, entry.changes) = (text, changes)
        try append(entry, in: database)
    }

    /// Records that a claim was erased; what its records say of it goes as well.
    func record(forgottenClaim number: Int64, in database: Database) throws {
        try database.execute("UPDATE trail SET body = NULL WHERE claim = ?", [number])
        var entry = TrailEntry(kind: .forgotten, at: timestamp, person: try person)
        entry.claim = .known(number: number, item: nil)
        try append(entry, in: database)
    }

    /// A claim as it is about to be changed.
    ///
    /// - Throws: `outdated` where its row is not the one that was written last.
    func current(_ id: String, in database: Database) throws -> StoredClaim? {
        let claim = try StoredClaim.find(id, in: database, seals)
        try claim?.checkTrail(in: database)
        return claim
    }
}

extension StoredClaim {
    /// Whoever puts a row back from yesterday finds the trail ahead of it.
    ///
    /// - Throws: `outdated`.
    func checkTrail(in database: Database) throws {
        let sql = """
            SELECT revision, at FROM trail WHERE claim = ? AND revision IS NOT NULL ORDER BY number DESC LIMIT 1
            """
        guard let last = try database.row(sql, [number]) else { return }
        guard try last.count(at: 0) == revision, try last.value(at: 1) as Int64 == times.updated else {
            throw StoreFault.outdated(number)
        }
    }
}
