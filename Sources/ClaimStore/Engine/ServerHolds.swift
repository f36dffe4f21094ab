import Foundation

/// Which claims are open on the desks of a server (table `hold`).
///
/// Changing it needs no sync: what a crash of the server loses is taken again.
struct ServerHolds: Sendable {
    private let engine: PostgresEngine
    private let presence: ServerPresence

    init(_ engine: PostgresEngine, _ presence: ServerPresence) {
        (self.engine, self.presence) = (engine, presence)
    }

    /// Takes a claim unless a desk that lives has it.
    ///
    /// - Parameters:
    ///   - name: says nothing of the claim.
    ///   - holder: sealed.
    ///   - isTakenOver: whether it is taken from whoever has it.
    /// - Returns: whether it was taken.
    func take(_ name: Data, for holder: Data, isTakenOver: Bool) throws -> Bool {
        try presence.begin()
        return try change { database in
            let known = try database.one(Int64.self, "SELECT desk FROM hold WHERE name = ?", [name])
            if let known, known != presence.key || !isTakenOver, !isTakenOver, try lives(known, database) {
                return false
            }
            try database.execute(
                """
                INSERT INTO hold (name, desk, holder, since) VALUES (?, ?, ?, now())
                ON CONFLICT (name) DO UPDATE SET
                    desk = excluded.desk, holder = excluded.holder, since = now(), request = NULL
                """, [name, presence.key, holder])
            return true
        }
    }

    /// Whether a desk keeps its lock.
    private func lives(_ desk: Int64, _ database: Database) throws -> Bool {
        if desk == presence.key { return true }
        return try database.one(Bool.self, "SELECT pg_try_advisory_xact_lock(?)", [desk]) == false
    }

    func release(_ name: Data) throws {
        try change { try $0.execute("DELETE FROM hold WHERE name = ? AND desk = ?", [name, presence.key]) }
    }

    /// Whether the claim is still this desk's.
    func isOurs(_ name: Data) throws -> Bool {
        try engine.read { try $0.one(Int64.self, "SELECT desk FROM hold WHERE name = ?", [name]) } == presence.key
    }

    /// Who has it, sealed, and since when by the server's clock, in milliseconds since 1970; `nil` for nobody who lives.
    func holder(_ name: Data) throws -> (holder: Data, since: Int64)? {
        let sql = "SELECT desk, holder, (extract(epoch FROM since) * 1000)::bigint FROM hold WHERE name = ?"
        return try engine.read { database in
            guard let row = try database.row(sql, [name]), try lives(try row.value(at: 0), database) else { return nil }
            return (try row.value(at: 1), try row.value(at: 2))
        }
    }

    func request(_ name: Data) throws -> Data? {
        try engine.read { try $0.one(Data.self, "SELECT request FROM hold WHERE name = ?", [name]) }
    }

    /// - Parameter request: sealed; `nil` for none.
    func put(_ request: Data?, _ name: Data) throws {
        try change { try $0.execute("UPDATE hold SET request = ? WHERE name = ?", [request, name]) }
    }

    private func change<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try engine.write { database in
            try database.script("SET LOCAL synchronous_commit = off")
            let value = try body(database)
            _ = try database.row("SELECT pg_notify(current_schema()::text, 'hold')")
            return value
        }
    }
}
