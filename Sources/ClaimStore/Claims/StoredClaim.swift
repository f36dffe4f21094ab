import ClaimModel
import ClaimRules
import Foundation
import GRDB

/// A claim's row, read.
struct StoredClaim {
    let number: Int64
    let revision: Int
    let status: ClaimStatus
    let tally: Tally
    let hold: Hold?
    let comment: String
    let createdAt: Date
    let updatedAt: Date
    let deletedAt: Date?
    let json: String

    static func find(_ id: String, in database: Database) throws -> StoredClaim? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM claim JOIN draft ON claim = number WHERE id = ?"),
            arguments: [id]
        ).map { try StoredClaim($0) }
    }

    static func find(_ number: Int64, in database: Database) throws -> StoredClaim? {
        try Row.fetchOne(
            database.cachedStatement(sql: "SELECT * FROM claim JOIN draft ON claim = number WHERE number = ?"),
            arguments: [number]
        ).map { try StoredClaim($0) }
    }

    init(_ row: Row) throws {
        number = row["number"]
        revision = row["revision"]
        status = try ClaimStatus(stored: row["status"])
        tally = Tally(errors: row["errors"], warnings: row["warnings"], rules: Tally.rules(stored: row["rules"]))
        hold = Hold(by: row["heldBy"], reason: row["holdReason"])
        comment = row["comment"]
        createdAt = Date(timestamp: row["createdAt"])
        updatedAt = Date(timestamp: row["updatedAt"])
        deletedAt = (row["deletedAt"] as Int64?).map { Date(timestamp: $0) }
        json = row["json"]
    }

    func record(in context: ParsingContext) throws -> ClaimRecord {
        try record(of: DraftReader(in: context, from: .ownStore).draft(from: json.utf8))
    }

    func record(of draft: ClaimDraft) throws -> ClaimRecord {
        ClaimRecord(
            draft: draft, status: status, tally: tally, hold: hold, comment: comment, isDeleted: deletedAt != nil,
            revision: revision, createdAt: createdAt, updatedAt: updatedAt)
    }

    /// Whether saving `record` would change nothing.
    func holds(_ record: ClaimRecord, json: String) -> Bool {
        self.json == json && status == record.status && tally == record.tally
    }
}

extension ClaimStatus {
    init(stored text: String) throws {
        guard let status = ClaimStatus(rawValue: text) else { throw DamagedRow() }
        self = status
    }
}

extension Tally {
    static func rules(stored text: String) -> [String] { text.split(separator: " ").map(String.init) }
}

extension Hold {
    init?(by: String?, reason: String?) {
        guard let by else { return nil }
        self.init(by: by, reason: reason ?? "")
    }
}

/// A row holds what no version of this program writes; reported as a broken database.
struct DamagedRow: Error {}
