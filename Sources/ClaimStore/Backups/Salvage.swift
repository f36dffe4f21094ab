public import ClaimModel
public import Foundation
import GRDB

/// What can still be read of a damaged database. The file itself is not touched: a copy is read.
public struct Salvage: Sendable {
    /// Every claim that can be read, deleted ones among them, in the order in which they were made.
    public private(set) var records: [ClaimRecord] = []
    /// The numbers of the rows that cannot be read.
    public private(set) var damaged: [Int64] = []

    /// - Parameter context: the texts of the claims are read as of it.
    /// - Throws: `foreign` or `broken` where nothing can be read at all.
    public init(of path: String, in context: ParsingContext) throws(StoreFault) {
        let scratch = FileManager.default.temporaryDirectory.appendingPathComponent("cleanclaim-\(UUID().uuidString)")
        let copy = scratch.appendingPathComponent("claims.db").path
        defer { try? FileManager.default.removeItem(at: scratch) }
        do {
            try FileManager.default.createDirectory(
                at: scratch, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
            for end in ["", "-wal"] where access(path + end, F_OK) == 0 {
                try FileManager.default.copyItem(atPath: path + end, toPath: copy + end)
            }
            let queue = try DatabaseQueue(path: copy)
            defer { try? queue.closeKeepingQueue() }
            try queue.writeWithoutTransaction { try read($0, context) }
        } catch {
            throw StoreFault(error, path: path)
        }
    }

    private mutating func read(_ database: Database, _ context: ParsingContext) throws {
        let last = ["SELECT max(number) FROM claim", "SELECT max(claim) FROM draft"]
            .compactMap { try? Int64.fetchOne(database, sql: $0) }.max()
        guard let last, last < 100_000_000 else { throw DatabaseError(resultCode: .SQLITE_CORRUPT) }
        for number in stride(from: 1, through: last, by: 1) {
            do {
                if let record = try record(number, database, context) { records.append(record) }
            } catch {
                damaged.append(number)
            }
        }
    }

    /// A claim, or its draft alone where only that can be read; `nil` where there never was one or it is gone.
    private func record(_ number: Int64, _ database: Database, _ context: ParsingContext) throws -> ClaimRecord? {
        do {
            return try StoredClaim.find(number, in: database)?.record(in: context)
        } catch {
            let json = try String.fetchOne(database, sql: "SELECT json FROM draft WHERE claim = ?", arguments: [number])
            guard let json else { throw error }
            return ClaimRecord(try DraftReader(in: context, from: .ownStore).draft(from: json.utf8))
        }
    }
}

extension ClaimStore {
    /// What a salvage has done with a claim.
    public enum Salvaged: Sendable {
        case added, updated, known
    }

    /// The databases of a folder's store that were set aside when a backup took their place, the latest first.
    public static func replacedDatabases(in folder: URL) -> [String] {
        StoreFolder(path: folder.path).replacedDatabases
    }

    /// Takes a salvaged claim in where this store does not have it, or has an earlier state of it.
    ///
    /// - Throws: `openElsewhere` where the claim is open.
    public func take(salvaged record: ClaimRecord, in context: ParsingContext) throws(StoreFault) -> Salvaged {
        let lock = try lock(record.id)
        defer { lock.release() }
        let own = try reading { try StoredClaim.find(record.id, in: $0) }
        guard let own else {
            try save(ClaimRecord(record.draft, status: record.status, tally: record.tally))
            try writing { try copyMarks(of: record, in: $0) }
            return .added
        }
        guard own.revision < record.revision else { return .known }
        var changed = own.record(of: record.draft)
        (changed.status, changed.tally) = (record.status, record.tally)
        try save(changed)
        try writing { try copyMarks(of: record, in: $0) }
        return .updated
    }

    /// Hold, comment and deletion, which a save leaves alone; the revision, so that it is not taken a second time.
    private func copyMarks(of record: ClaimRecord, in database: Database) throws {
        try database.execute(
            sql: """
                UPDATE claim SET heldBy = ?, holdReason = ?, comment = ?, deletedAt = ?, revision = max(revision, ?)
                WHERE id = ?
                """,
            arguments: [
                record.hold?.by, record.hold?.reason, record.comment, record.isDeleted ? timestamp : nil,
                record.revision,
                record.id,
            ])
    }
}
