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

    /// - Throws: `DamagedRow` with the number of the claim.
    init(_ row: Row) throws {
        let number: Int64 = try row.value("number")
        do {
            self.number = number
            revision = try row.count("revision")
            status = try ClaimStatus(stored: row.value("status"))
            tally = Tally(
                errors: try row.count("errors"), warnings: try row.count("warnings"),
                rules: Tally.rules(stored: try row.value("rules")))
            hold = Hold(by: try row.value("heldBy"), reason: try row.value("holdReason"))
            comment = try row.value("comment")
            createdAt = try present(row.date("createdAt"))
            updatedAt = try present(row.date("updatedAt"))
            deletedAt = try row.date("deletedAt")
            json = try row.value("json")
        } catch {
            throw DamagedRow(number: number)
        }
    }

    func record(in context: ParsingContext) throws -> ClaimRecord {
        guard let draft = try? DraftReader(in: context, from: .ownStore).draft(from: json.utf8) else {
            throw DamagedRow(number: number)
        }
        return record(of: draft)
    }

    func record(of draft: ClaimDraft) -> ClaimRecord {
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
    static func rules(stored text: String) -> [String] {
        text.utf8.split(separator: UInt8(ascii: " ")).compactMap { String($0) }
    }
}

extension Hold {
    init?(by: String?, reason: String?) {
        guard let by else { return nil }
        self.init(by: by, reason: reason ?? "")
    }
}
