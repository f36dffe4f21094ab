public import ClaimModel
public import Foundation
import Sealing

/// What can still be read of a damaged database, which is not changed.
public struct Salvage: Sendable {
    /// How many claims can be read, deleted ones among them.
    public private(set) var count = 0
    /// The numbers of the rows that cannot be read.
    public private(set) var damaged: [Int64] = []
    /// The numbers of the damaged rows whose claim, or at least its draft, can be read all the same; they are counted.
    public private(set) var incomplete: [Int64] = []
    /// `nil` for a database that an earlier version kept in clear.
    private let seals: RecordSeals?

    /// - Parameters:
    ///   - context: the texts of the claims are read as of it.
    ///   - body: is given every claim that can be read, in the order in which they were made.
    /// - Throws: `foreign` or `broken` where nothing can be read at all, and what `body` throws.
    public init(
        of path: String, with keyring: Keyring, in context: ParsingContext,
        _ body: (ClaimRecord) throws(StoreFault) -> Void
    ) throws(StoreFault) {
        seals = try DatabaseCheck.generation(of: path).map { RecordSeals(keyring: keyring, generation: $0) }
        try DatabaseCheck.look(at: path) { try read($0, of: path, context, body) }
    }

    private mutating func read(
        _ database: Database, of path: String, _ context: ParsingContext,
        _ body: (ClaimRecord) throws(StoreFault) -> Void
    ) throws {
        let ends = ["SELECT max(number) FROM claim", "SELECT max(claim) FROM draft"].map { sql in
            Result { try database.one(Int64.self, sql) ?? 0 }
        }
        let last = ends.compactMap { try? $0.get() }.max()
        guard let last, last < 100_000_000 else { throw StoreFault.broken(path: path) }
        for number in stride(from: 1, through: last, by: 1) {
            switch Result(catching: { try record(number, database, context) }) {
            case .success(let record?):
                count += 1
                try body(record)
            case .success(nil): break
            case .failure: damaged.append(number)
            }
        }
    }

    /// A claim, or its draft alone where only that can be read; `nil` where there never was one or it is gone.
    private mutating func record(_ number: Int64, _ database: Database, _ context: ParsingContext) throws
        -> ClaimRecord?
    {
        guard let seals else { return try plainRecord(number, database, context) }
        do {
            return try StoredClaim.find(number, in: database, seals)?.record(in: database, seals, context)
        } catch {
            let sql = "SELECT item, saved, body FROM draft WHERE claim = ?"
            guard let row = try database.row(sql, [number]) else { throw error }
            let place = SealedPlace("draft", number, try row.value(at: 1))
            let json = try seals.key(try row.value(at: 0)).open(record: try row.value(at: 2), for: place)
            return ClaimRecord(try incompleteDraft(number, json, context))
        }
    }

    private mutating func plainRecord(
        _ number: Int64, _ database: Database, _ context: ParsingContext
    ) throws -> ClaimRecord? {
        let sql = "SELECT json FROM draft WHERE claim = ?"
        guard let json = try database.one(String.self, sql, [number]) else { return nil }
        guard let claim = try? PlainDatabase().claim(number, in: database) else {
            return ClaimRecord(try incompleteDraft(number, Data(json.utf8), context))
        }
        let draft = try DraftReader(in: context, from: .ownStore).draft(from: claim.json)
        let stored = StoredClaim(
            number, item: 0, claim.face, status: claim.status, hasOverride: claim.hasOverride,
            revisions: claim.revisions, times: claim.times)
        return stored.record(of: draft)
    }

    private mutating func incompleteDraft(
        _ number: Int64, _ json: Data, _ context: ParsingContext
    ) throws -> ClaimDraft {
        let draft = try DraftReader(in: context, from: .ownStore).draft(from: json)
        incomplete.append(number)
        return draft
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
        let own = try reading { try StoredClaim.find(record.id, in: $0, seals) }
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
        guard var claim = try current(record.id, in: database) else { return }
        let before = claim
        (claim.face.hold, claim.face.comment) = (record.hold, record.comment)
        claim.deleted = record.isDeleted ? timestamp : nil
        claim.count(toAtLeast: record.revision)
        try claim.update(at: timestamp, in: database, seals)
        try self.record(.salvaged, of: claim, TrailChange.all(from: before, to: claim), in: database)
    }
}
