import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// A database of the last version that kept records in clear.
struct PlainDatabase: CopiedDatabase {
    func claim(_ number: Int64, in database: Database) throws -> CopiedClaim {
        let sql = "SELECT * FROM claim JOIN draft ON claim = number WHERE number = ?"
        do {
            let row = try present(database.row(sql, [number]))
            _ = (try row.date("createdAt"), try row.date("updatedAt"), try row.date("deletedAt"))
            let json: String = try row.value("json")
            let revision = try row.count("revision")
            return CopiedClaim(
                number: number, status: try ClaimStatus(stored: row.value("status")),
                hasOverride: json.contains("\"overrides\":"), revisions: (revision, revision),
                times: (try row.value("createdAt"), try row.value("updatedAt"), try row.value("deletedAt")),
                face: try face(row), json: Data(json.utf8), answers: try answers(to: number, in: database),
                versions: try versions(of: number, in: database), keyedEOBs: [])
        } catch is DamagedRow {
            throw DamagedRow(number: number)
        }
    }

    private func face(_ row: Row) throws -> ClaimFace {
        let session: Int? = try row.value("session")
        let keys = ClaimKeys(
            account: try row.value("account"), patient: try row.value("patient"), day: try row.day("day"),
            payer: try row.value("payer"), policy: try row.value("policy"), member: try row.value("member"),
            person: try row.value("person"), birth: try row.value("birth"),
            authorization: try session.map { session in
                AuthorizationLeft(
                    session: session, approved: try row.value("sessionsApproved"), end: try row.day("authorizedUntil"))
            })
        let tally = Tally(
            errors: try row.count("errors"), warnings: try row.count("warnings"),
            rules: Tally.rules(stored: try row.value("rules")))
        return ClaimFace(
            try row.value("id"), keys: keys, tally: tally,
            hold: Hold(by: try row.value("heldBy"), reason: try row.value("holdReason")),
            comment: try row.value("comment"), isOld: true)
    }

    private func answers(to claim: Int64, in database: Database) throws -> [StoredClaim.Answer] {
        let sql = "SELECT number, json, receivedAt FROM answer WHERE claim = ? ORDER BY number"
        return try database.rows(sql, [claim]).map { row in
            (try row.value(at: 0), Data(try (row.value(at: 1) as String).utf8), try row.value(at: 2))
        }
    }

    private func versions(of claim: Int64, in database: Database) throws -> [StoredClaim.Version] {
        let sql = "SELECT number, status, json, keptAt FROM version WHERE claim = ? ORDER BY number"
        return try database.rows(sql, [claim]).map { row in
            (
                try row.value(at: 0), try ClaimStatus(stored: row.value(at: 1)),
                Data(try (row.value(at: 2) as String).utf8), try row.value(at: 3)
            )
        }
    }

    func submission(_ row: Row, in database: Database) throws -> (json: String, content: String) {
        (try row.value("json"), try row.value("content"))
    }

    func unmatched(in database: Database) throws -> [RecordSeals.Unmatched] {
        try database.rows("SELECT number, json, reason, receivedAt FROM unmatchedAnswer").map { row in
            (try row.value(at: 0), try row.value(at: 1), try row.value(at: 2), try row.value(at: 3))
        }
    }

    func references(in database: Database) throws -> [(entry: ReferenceEntry, updatedAt: Int64)] {
        try database.rows("SELECT * FROM reference").compactMap { row in
            // A damaged entry was not offered before either.
            guard let kind = (try? row.value("kind")).flatMap({ ReferenceKind(rawValue: $0) }),
                let identity: String = try? row.value("identity"), let label: String = try? row.value("label"),
                let json: String = try? row.value("texts"),
                let texts = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8)),
                let isActive: Int = try? row.value("isActive"), let origin: String = try? row.value("origin"),
                let updatedAt: Int64 = try? row.value("updatedAt")
            else { return nil }
            var entry = ReferenceEntry(kind: kind, identity: identity, label: label, texts: texts)
            entry.isActive = isActive != 0
            entry.mergedInto = (try? row.value("mergedInto")) ?? nil
            entry.origin = ReferenceOrigin(rawValue: origin) ?? .keyed
            return (entry, updatedAt)
        }
    }

    /// It has none.
    func copyTrail(_ old: Database, to new: Database, _ seals: RecordSeals) throws {}

    func practice(in database: Database) throws -> Data? {
        try database.one(String.self, "SELECT json FROM practice").map { Data($0.utf8) }
    }

    func preferences(in database: Database) throws -> [(name: String, value: String)] {
        try database.rows("SELECT name, value FROM preference").map { row in
            (try row.value(at: 0), try row.value(at: 1))
        }
    }
}
