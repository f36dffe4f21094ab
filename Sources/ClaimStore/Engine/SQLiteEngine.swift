import GRDB

/// The records in a SQLite database of this machine.
final class SQLiteEngine: Engine {
    /// The connection that everything is written through.
    let queue: DatabaseQueue
    /// The connection that everything is read through: a reader does not wait while another thread saves.
    private let reader: DatabaseQueue
    private let path: String
    /// The file that was opened.
    private let file: FileIdentity?

    init(_ queue: DatabaseQueue, reader: DatabaseQueue, path: String) {
        (self.queue, self.reader, self.path) = (queue, reader, path)
        file = FileIdentity(of: path)
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value { try reader.readRecords(body) }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value { try queue.writeRecords(body) }

    func within<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try queue.unsafeReentrantWrite { try body(Database($0)) }
    }

    /// SQLite does not end a transaction in which it has met damage.
    func look<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try reader.unsafeRead { try body(Database($0)) }
    }

    /// (SQLite, `PRAGMA secure_delete`.)
    func overwriteDeleted() throws {
        try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
    }

    /// Moves the write-ahead log into the database, as far as no other copy is reading it.
    func tidy(thoroughly: Bool) throws {
        _ = try queue.writeWithoutTransaction { try $0.checkpoint(thoroughly ? .truncate : .passive) }
    }

    func shrink() throws {
        try queue.writeWithoutTransaction { database in
            try database.execute(sql: "VACUUM")
            _ = try database.checkpoint(.truncate)
        }
    }

    /// What is written into a database that was moved away, nobody finds again.
    func checkPlace() throws(StoreFault) {
        guard FileIdentity(of: path) == file else { throw .moved }
    }

    func fault(_ error: any Error) -> StoreFault { StoreFault(error, path: path) }

    func close() {
        if reader !== queue { try? reader.close() }
        try? queue.close()
    }
}

extension DatabaseQueue {
    /// In a transaction of its own. The `read` of GRDB forbids writing by a pragma, after which SQLite prepares every
    /// statement of the connection again.
    func readRecords<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try unsafeRead { database in
            try database.beginTransaction(.deferred)
            do {
                let value = try body(Database(database))
                try database.commit()
                return value
            } catch {
                try? database.rollback()
                throw error
            }
        }
    }

    func writeRecords<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try write { try body(Database($0)) }
    }

    func alterRecords<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writeWithoutTransaction { try body(Database($0)) }
    }
}

extension Database {
    init(_ database: GRDB.Database) { connection = SQLiteConnection(database) }
}

private final class SQLiteConnection: Connection {
    private let database: GRDB.Database

    init(_ database: GRDB.Database) { self.database = database }

    func rows(_ sql: String, _ values: Database.Values) throws -> [Row] {
        try GRDB.Row.fetchAll(database.cachedStatement(sql: sql), arguments: StatementArguments(values))
            .map { Row(.sqlite($0)) }
    }

    func row(_ sql: String, _ values: Database.Values) throws -> Row? {
        try GRDB.Row.fetchOne(database.cachedStatement(sql: sql), arguments: StatementArguments(values))
            .map { Row(.sqlite($0)) }
    }

    /// With a statement of its own: another one of the same text may be carried out meanwhile.
    func cursor(_ sql: String, _ values: Database.Values) throws -> RowCursor {
        let rows = try GRDB.Row.fetchCursor(database, sql: sql, arguments: StatementArguments(values))
        return RowCursor { try rows.next().map { Row(.sqlite($0)) } }
    }

    func execute(_ sql: String, _ values: Database.Values) throws -> Int {
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(values))
        return database.changesCount
    }

    func script(_ sql: String) throws { try database.execute(sql: sql) }

    func schemaVersion() throws -> Int { try Int.fetchOne(database, sql: "PRAGMA user_version") ?? 0 }

    func afterCommit(_ body: @escaping @Sendable () -> Void) {
        database.afterNextTransaction(onCommit: { _ in body() })
    }
}

extension StatementArguments {
    fileprivate init(_ values: Database.Values) {
        self.init(values.map { $0 as (any DatabaseValueConvertible)? })
    }
}
