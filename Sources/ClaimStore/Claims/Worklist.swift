public import ClaimModel
import Foundation
import GRDB

extension ClaimStore {
    /// The rows of the worklist, the newest claim first; deleted ones only on request.
    public func claims(includingDeleted: Bool = false) throws(StoreFault) -> [ClaimSummary] {
        try reading { database in
            let rows = try Row.fetchCursor(
                database,
                sql: """
                    SELECT \(ClaimSummary.columns) FROM claim \(includingDeleted ? "" : "WHERE deletedAt IS NULL") ORDER BY number DESC
                    """)
            var summaries: [ClaimSummary] = []
            while let row = try rows.next() { summaries.append(try ClaimSummary(row)) }
            return summaries
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

extension ClaimSummary {
    /// What a query of the worklist reads, in this order.
    static let columns = """
        id, status, account, patient, day, payer, policy, errors, warnings, rules, heldBy, holdReason, comment, createdAt,
        updatedAt, deletedAt
        """

    /// By position, which is several times faster than by name.
    init(_ row: Row) throws {
        id = row[0]
        hold = Hold(by: row[10], reason: row[11])
        let isDeleted = !row.hasNull(atIndex: 15)
        status = isDeleted ? .deleted : hold != nil ? .held : try ClaimStatus(stored: row[1])
        account = row[2]
        patient = row[3]
        day = (row[4] as Int?).map { Day(number: $0) }
        payer = row[5]
        policy = row[6]
        tally = Tally(errors: row[7], warnings: row[8], rules: Tally.rules(stored: row[9]))
        comment = row[12]
        createdAt = Date(timestamp: row[13])
        updatedAt = Date(timestamp: row[14])
    }
}
