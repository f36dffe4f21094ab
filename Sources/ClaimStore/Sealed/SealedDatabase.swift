import ClaimModel
import ClaimRules
import Foundation
import GRDB
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
                answers: try claim.answers(in: database, seals), versions: try claim.versions(in: database, seals))
        } catch is DamagedRow {
            throw DamagedRow(number: number)
        }
    }

    func submission(_ row: Row, in database: Database) throws -> (json: String, content: String) {
        let (claim, file): (Int64, Int64) = (try row.value("claim"), try row.value("file"))
        guard let stored = try StoredClaim.find(claim, in: database, seals) else { throw DamagedRow(number: claim) }
        let place = RecordSeals.placeOfSubmission(
            try row.count("place"), in: file, of: claim, revision: try row.count("revision"))
        let texts = try seals.key(stored.item).open(texts: try row.value("body"), for: place, count: 2)
        return (try present(texts[0]), try present(texts[1]))
    }

    func unmatched(
        in database: Database
    ) throws -> [(number: Int64, json: String, reason: String, receivedAt: Int64)] {
        let sql = "SELECT number, item, body, receivedAt FROM unmatchedAnswer"
        return try Row.fetchAll(database, sql: sql).map { row in
            let (number, receivedAt): (Int64, Int64) = (try row.value(at: 0), try row.value(at: 3))
            let place = RecordSeals.placeOfUnmatched(number, receivedAt)
            let texts = try seals.key(try row.value(at: 1)).open(texts: try row.value(at: 2), for: place, count: 2)
            return (number, try present(texts[0]), try present(texts[1]), receivedAt)
        }
    }

    func references(in database: Database) throws -> [(entry: ReferenceEntry, updatedAt: Int64)] {
        try Row.fetchAll(database, sql: "SELECT \(ReferenceRow.columns) FROM reference").compactMap { row in
            guard let entry = try ReferenceRow(row, seals)?.entry else { return nil }
            return (entry, try row.value(at: 4))
        }
    }

    func copyTrail(_ old: Database, to new: Database, _ seals: RecordSeals) throws {
        try TrailCopying(old: self.seals, new: seals).copy(old, to: new)
    }

    func practice(in database: Database) throws -> Data? {
        guard let row = try Row.fetchOne(database, sql: "SELECT revision, body FROM practice") else { return nil }
        return try seals.office().open(record: try row.value(at: 1), for: SealedPlace("practice", try row.value(at: 0)))
    }

    func preferences(in database: Database) throws -> [(name: String, value: String)] {
        try Row.fetchAll(database, sql: "SELECT name, body FROM preference").map { row in
            let name: String = try row.value(at: 0)
            let place = ClaimStore.place(ofPreference: name)
            let value = try seals.office().open(record: try row.value(at: 1), for: place)
            return (name, String(decoding: value, as: UTF8.self))
        }
    }
}
