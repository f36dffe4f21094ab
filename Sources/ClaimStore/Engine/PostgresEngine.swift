import Foundation
import Postgres
import Synchronization

/// The records on a PostgreSQL server, in a schema of their own.
///
/// Whoever writes has a lock of the server for the length of the transaction, so that numbers are given once and the chains of
/// the trail have one end, as on SQLite. No state is left in a session apart from prepared statements, so a pool of sessions may
/// lie in between.
final class PostgresEngine: Engine {
    let server: ServerAddress
    let clock = ServerClock()
    private let writer: ServerLine
    private let reader: ServerLine
    /// What each transaction that writes begins with.
    private let beginning: String
    private let readBeginning: String

    /// - Parameter patience: how long a call waits, in seconds, while another desk writes.
    init(_ server: ServerAddress, patience: TimeInterval) {
        self.server = server
        (writer, reader) = (ServerLine(server, clock), ServerLine(server, clock))
        let wait = max(Int(patience * 1000), 100)
        let path = "SET LOCAL search_path TO \(server.schema)"
        beginning =
            "BEGIN; \(path); SET LOCAL lock_timeout = \(wait); SET LOCAL idle_in_transaction_session_timeout = 60000"
        readBeginning = "BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; \(path)"
    }

    func read<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try reader.transaction(readBeginning) { try body(Database(connection: $0)) }
    }

    func write<Value>(_ body: (Database) throws -> Value) throws -> Value { try write(beginning, body) }

    /// The same for what a crash of the server may lose.
    func writeLightly<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try write(beginning + "; SET LOCAL synchronous_commit = off", body)
    }

    private func write<Value>(_ beginning: String, _ body: (Database) throws -> Value) throws -> Value {
        try writer.transaction(beginning) { records in
            try records.lock()
            return try body(Database(connection: records))
        }
    }

    /// The server's process that does what this desk changes; 0 for none.
    var writerProcess: Int32 { writer.process.load(ordering: .relaxed) }

    /// A transaction that changes the tables themselves.
    func altering(_ beginning: String, _ body: (Database) throws -> Void) throws {
        try writer.transaction(beginning) { try body(Database(connection: $0)) }
    }

    /// Outside of any transaction.
    func unlocked<Value>(_ body: (PostgresConnection) throws -> Value) throws -> Value { try reader.use(body) }

    /// Carries out several statements outside of any transaction of ours.
    func script(_ sql: String) throws { try unlocked { try $0.script(sql) } }

    func within<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try writer.within { try body(Database(connection: $0)) }
    }

    func look<Value>(_ body: (Database) throws -> Value) throws -> Value { try read(body) }

    /// The server decides when it gives up what was deleted; without its key it cannot be read (`Keyring.forgetItems`).
    func overwriteDeleted() {}

    func tidy(thoroughly: Bool) {}

    func shrink() throws {
        try writer.use { line in
            let patience = line.patience
            line.patience = nil
            defer { line.patience = patience }
            for table in Table.records { try line.script("VACUUM (FULL) \(server.schema).\(table.name)") }
        }
    }

    func checkPlace() {}

    var clockOffset: Int64 { clock.offset.load(ordering: .relaxed) }

    func fault(_ error: any Error) -> StoreFault { StoreFault(error, path: writer.name) }

    func close() {
        // A session that ends keeps its locks a moment longer.
        if reader.isOpen { _ = try? unlocked { try $0.run("SELECT pg_advisory_unlock_all()") } }
        writer.close()
        reader.close()
    }
}
