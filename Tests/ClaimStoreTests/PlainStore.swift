import ClaimModel
import ClaimRules
import Foundation
import GRDB

@testable import ClaimStore

/// A database as versions before sealing wrote it.
enum PlainStore {
    /// - Parameter version: of its tables.
    static func make(
        at url: URL, version: Int = PlainSchema.version, _ claims: [(draft: ClaimDraft, status: ClaimStatus)],
        _ body: (StoreDatabase) throws -> Void = { _ in }
    ) throws {
        try FileManager.default.createDirectory(
            at: url.deletingLastPathComponent(), withIntermediateDirectories: true)
        let queue = try DatabaseQueue(path: url.path)
        try queue.writeRecords { database in
            try database.script("PRAGMA application_id = \(DatabaseCheck.applicationID)")
            try PlainSchema.apply(to: database, upTo: version)
            for (draft, status) in claims { try insert(draft, status, in: database) }
            try body(database)
        }
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
        try queue.close()
    }

    private static func insert(_ draft: ClaimDraft, _ status: ClaimStatus, in database: StoreDatabase) throws {
        let keys = ClaimKeys(of: draft)
        let number = try database.one(
            Int64.self,
            """
            INSERT INTO claim (
                id, revision, status, account, patient, day, payer, policy, errors, warnings, rules, member, person,
                birth, createdAt, updatedAt)
            VALUES (?, 3, ?, ?, ?, ?, ?, ?, 1, 2, 'DX-001 ND-004', ?, ?, ?, ?, ?) RETURNING number
            """,
            [
                draft.id, status.rawValue, keys.account, keys.patient, keys.day?.number, keys.payer, keys.policy,
                keys.member, keys.person, keys.birth, 1_795_000_000_000, 1_795_000_000_000,
            ])
        let json = String(decoding: draft.canonicalJSON(), as: UTF8.self)
        try database.execute(
            "INSERT INTO draft (claim, json) VALUES (?, ?)", [number, json])
    }
}
