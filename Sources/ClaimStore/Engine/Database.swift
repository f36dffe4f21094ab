/// A connection to the records within a transaction, whichever engine keeps them.
///
/// A statement is written once, in what SQLite and PostgreSQL have in common: `?` represents the next value and `?1` the
/// first one, truth is 1 or 0, `ON CONFLICT` names its columns, and a new row's number comes back by `RETURNING`.
struct Database {
    let connection: any Connection

    typealias Values = [(any Stored)?]

    func rows(_ sql: String, _ values: Values = []) throws -> [Row] { try connection.rows(sql, values) }

    func row(_ sql: String, _ values: Values = []) throws -> Row? { try connection.row(sql, values) }

    /// The rows one after the other, for a long list; each is gone with the next one.
    func cursor(_ sql: String, _ values: Values = []) throws -> RowCursor { try connection.cursor(sql, values) }

    /// The first column of every row.
    func all<Value: Stored>(_ type: Value.Type, _ sql: String, _ values: Values = []) throws -> [Value] {
        try rows(sql, values).map { try $0.value(at: 0) }
    }

    /// The first column of the first row; `nil` where there is no row, or nothing in it.
    func one<Value: Stored>(_ type: Value.Type, _ sql: String, _ values: Values = []) throws -> Value? {
        try row(sql, values)?.value(at: 0)
    }

    func execute(_ sql: String, _ values: Values = []) throws { _ = try connection.execute(sql, values) }

    /// How many rows a statement changes, which is carried out.
    func count(changedBy sql: String, _ values: Values = []) throws -> Int { try connection.execute(sql, values) }

    /// Carries out several statements without values, which may be of one engine only.
    func script(_ sql: String) throws { try connection.script(sql) }

    /// The version of the tables; 0 where there are none.
    func schemaVersion() throws -> Int { try connection.schemaVersion() }

    /// The number of the next row of a table.
    ///
    /// - Throws: `DamagedRow` where no number is larger than that of the last one.
    func nextNumber(in table: String) throws -> Int64 {
        let last = try one(Int64.self, "SELECT max(number) FROM \(table)") ?? 0
        guard last < .max else { throw DamagedRow(number: last) }
        return last + 1
    }

    /// Carries out something once the transaction is on the disk, and nothing if it is undone.
    func afterCommit(_ body: @escaping @Sendable () -> Void) { connection.afterCommit(body) }
}

/// What an engine does with statements.
protocol Connection: AnyObject {
    func rows(_ sql: String, _ values: Database.Values) throws -> [Row]
    func row(_ sql: String, _ values: Database.Values) throws -> Row?
    func cursor(_ sql: String, _ values: Database.Values) throws -> RowCursor
    func execute(_ sql: String, _ values: Database.Values) throws -> Int
    func script(_ sql: String) throws
    func schemaVersion() throws -> Int
    func afterCommit(_ body: @escaping @Sendable () -> Void)
}

/// Rows one after the other.
struct RowCursor {
    let step: () throws -> Row?

    func next() throws -> Row? { try step() }
}
