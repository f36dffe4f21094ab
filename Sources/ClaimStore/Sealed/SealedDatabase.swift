import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// A database that is sealed under another data key.
struct SealedDatabase: CopiedDatabase {
    let seals: RecordSeals

    func claim(_ number: Int64, in database: Database) throws -> CopiedClaim {
        guard let claim = try StoredClaim.find(number, in: database, seals) else { throw DamagedRow(number: number) }
        do {
            return CopiedClaim(
                number: number, status: claim.status, hasOverride: claim.hasOverride, revisions: claim.revisions,
                times: claim.times, face: claim.face, json: try claim.json(in: database, seals),
                answers: try claim.answers(in: database, seals), versions: try claim.versions(in: database, seals),
                keyedEOBs: try claim.keyedEOBs(in: database, seals))
        } catch is DamagedRow {
            throw DamagedRow(number: number)
        }
    }

    func submission(_ row: Row, in database: Database) throws -> (json: String, content: String) {
        let (claim, file): (Int64, Int64) = (try row.value("claim"), try row.value("file"))
        guard let stored = try StoredClaim.find(claim, in: database, seals) else { throw DamagedRow(number: claim) }
        let place = (file: file, place: try row.count("place"), revision: try row.count("revision"))
        return try stored.submission(try row.value("body"), at: place, seals)
    }

    func unmatched(in database: Database) throws -> [RecordSeals.Unmatched] { try seals.unmatched(in: database) }

    func references(in database: Database) throws -> [(entry: ReferenceEntry, updatedAt: Int64)] {
        try database.rows("SELECT \(ReferenceRow.columns) FROM reference").compactMap { row in
            guard let entry = try ReferenceRow(row, seals)?.entry else { return nil }
            return (entry, try row.value(at: 4))
        }
    }

    func copyTrail(_ old: Database, to new: Database, _ seals: RecordSeals) throws {
        try TrailCopying(old: self.seals, new: seals).copy(old, to: new)
    }

    func practice(in database: Database) throws -> Data? { try seals.practice(in: database) }

    func preferences(in database: Database) throws -> [(name: String, value: String)] {
        try database.rows("SELECT name, body FROM preference").map { row in
            let name: String = try row.value(at: 0)
            return (name, try seals.preference(name, try row.value(at: 1)))
        }
    }
}
