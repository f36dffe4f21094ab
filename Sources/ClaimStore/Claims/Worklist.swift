public import ClaimModel
import ClaimRules
import Foundation
import GRDB

extension ClaimStore {
    /// The rows of the worklist, the newest claim first; deleted ones only on request.
    public func claims(includingDeleted: Bool = false) throws(StoreFault) -> [ClaimSummary] {
        try list(includingDeleted: includingDeleted).claims
    }

    /// The same, with the numbers of the rows that are damaged, which are left out.
    public func list(includingDeleted: Bool = false) throws(StoreFault) -> ClaimList {
        do throws(StoreFault) {
            return try reading { try ClaimList(all: $0, includingDeleted: includingDeleted) }
        } catch {
            guard case .broken = error else { throw error }
        }
        do {
            // Without a transaction: SQLite does not end one in which it has met damage.
            return try reader.unsafeRead { try ClaimList(oneByOne: $0, includingDeleted: includingDeleted) }
        } catch {
            throw StoreFault(error, path: folder.database)
        }
    }

    /// A claim as it was saved last, deleted or not; its texts are read as of `context`.
    public func claim(_ id: String, in context: ParsingContext) throws(StoreFault) -> ClaimRecord {
        try reading { database in
            guard let stored = try StoredClaim.find(id, in: database) else { throw StoreFault.missing }
            return try stored.record(in: context)
        }
    }

    /// Takes a claim off the worklist; `restore` brings it back as it was.
    public func delete(_ id: String) throws(StoreFault) {
        try change(id, "revision = revision + 1, deletedAt = coalesce(deletedAt, ?)", [timestamp])
    }

    public func restore(_ id: String) throws(StoreFault) {
        try change(id, "revision = revision + 1, deletedAt = NULL", [])
    }

    public func hold(_ id: String, _ hold: Hold) throws(StoreFault) {
        try change(id, "heldBy = ?, holdReason = ?", [hold.by, hold.reason])
    }

    public func release(_ id: String) throws(StoreFault) {
        try change(id, "heldBy = NULL, holdReason = NULL", [])
    }

    /// Writes a comment on a claim; a blank one deletes it.
    public func comment(_ id: String, _ text: String) throws(StoreFault) {
        try change(id, "comment = ?", [text])
    }

    /// Moves a claim on without opening it: sent, accepted, paid, …
    public func mark(_ id: String, as status: ClaimStatus) throws(StoreFault) {
        guard ![.held, .deleted].contains(status) else { throw .notStorable }
        try change(id, "revision = revision + 1, status = ?", [status.rawValue])
    }

    /// Changes columns of a claim that nobody has open.
    private func change(_ id: String, _ columns: String, _ arguments: StatementArguments) throws(StoreFault) {
        let lock = try lock(id)
        defer { lock.release() }
        try writing { database in
            try database.execute(
                sql: "UPDATE claim SET \(columns), updatedAt = ? WHERE id = ?", arguments: arguments + [timestamp, id])
            if database.changesCount == 0 { throw StoreFault.missing }
        }
    }
}

/// The claims of the store as far as they can be read.
public struct ClaimList: Sendable {
    /// The newest first.
    public private(set) var claims: [ClaimSummary] = []
    /// The numbers of the rows that are damaged.
    public private(set) var damaged: [Int64] = []

    fileprivate init(all database: Database, includingDeleted: Bool) throws {
        let rows = try Row.fetchCursor(
            database,
            sql: """
                SELECT \(ClaimSummary.columns) FROM claim
                \(includingDeleted ? "" : "WHERE deletedAt IS NULL") ORDER BY number DESC
                """)
        while let row = try rows.next() { try take(row) }
    }

    /// Where a page is damaged, the rows on the others are found one by one.
    fileprivate init(oneByOne database: Database, includingDeleted: Bool) throws {
        let last = try Int64.fetchOne(database, sql: "SELECT max(number) FROM claim") ?? 0
        guard last < 100_000_000 else { throw DamagedRow() }
        let statement = try ClaimSummary.statement(in: database)
        for number in stride(from: last, to: 0, by: -1) {
            do {
                guard let row = try Row.fetchOne(statement, arguments: [number]) else { continue }
                if includingDeleted || row.hasNull(atIndex: 15) { try take(row) }
            } catch is DatabaseError {
                damaged.append(number)
            }
        }
    }

    private mutating func take(_ row: Row) throws {
        do {
            claims.append(try ClaimSummary(row))
        } catch is DamagedRow {
            damaged.append(try row.value(at: 16))
        }
    }
}

extension ClaimSummary {
    /// What a query of the worklist reads, in this order.
    static let columns = """
        id, status, account, patient, day, payer, policy, errors, warnings, rules, heldBy, holdReason, comment,
        createdAt, updatedAt, deletedAt, number, session, sessionsApproved, authorizedUntil
        """

    /// A query of one row by its number.
    static func statement(in database: Database) throws -> Statement {
        try database.cachedStatement(sql: "SELECT \(columns) FROM claim WHERE number = ?")
    }

    static func find(_ number: Int64, in database: Database) throws -> ClaimSummary? {
        try Row.fetchOne(statement(in: database), arguments: [number]).map { try ClaimSummary($0) }
    }

    /// By position, which is several times faster than by name.
    init(_ row: Row) throws {
        id = try row.value(at: 0)
        hold = Hold(by: try row.value(at: 10), reason: try row.value(at: 11))
        let isDeleted = !row.hasNull(atIndex: 15)
        let stored = try ClaimStatus(stored: row.value(at: 1))
        status = isDeleted ? .deleted : hold != nil ? .held : stored
        account = try row.value(at: 2)
        patient = try row.value(at: 3)
        day = try row.day(at: 4)
        payer = try row.value(at: 5)
        policy = try row.value(at: 6)
        tally = Tally(
            errors: try row.count(at: 7), warnings: try row.count(at: 8),
            rules: Tally.rules(stored: try row.value(at: 9)))
        comment = try row.value(at: 12)
        authorization =
            row.hasNull(atIndex: 17)
            ? nil
            : AuthorizationLeft(
                session: try row.count(at: 17), approved: row.hasNull(atIndex: 18) ? nil : try row.count(at: 18),
                end: try row.day(at: 19))
        createdAt = try present(row.date(at: 13))
        updatedAt = try present(row.date(at: 14))
    }
}
