import Foundation

/// Which claims are open on the desks of a server (table `hold`).
///
/// A change of it need not be on the disk at once: what a crash of the server loses is taken again.
struct ServerHolds: ClaimHolds {
    let engine: PostgresEngine
    let presence: ServerPresence

    func take(_ name: String, for holder: Data, isTakenOver: Bool) throws(StoreFault) -> ClaimLock {
        try engine.saying {
            try presence.begin()
            let isTaken = try change { database in
                let known = try database.one(Int64.self, "SELECT desk FROM hold WHERE name = ?", [Data(name.utf8)])
                if let known, try !isTakenOver && lives(known, database) { return false }
                try database.execute(
                    """
                    INSERT INTO hold (name, desk, holder, since) VALUES (?, ?, ?, now())
                    ON CONFLICT (name) DO UPDATE SET
                        desk = excluded.desk, holder = excluded.holder, since = now(), request = NULL
                    """, [Data(name.utf8), presence.key, holder])
                return true
            }
            guard isTaken else { throw StoreFault.openElsewhere }
        }
        return ClaimLock(ServerHold(holds: self, name: name))
    }

    /// Whether a desk keeps its lock of the server.
    private func lives(_ desk: Int64, _ database: Database) throws -> Bool {
        if desk == presence.key { return true }
        return try database.one(Bool.self, "SELECT pg_try_advisory_xact_lock(?)", [desk]) == false
    }

    /// The time is the server's.
    func holder(_ name: String) throws(StoreFault) -> (bytes: Data, since: Date)? {
        let sql = "SELECT desk, holder, (extract(epoch FROM since) * 1000)::bigint FROM hold WHERE name = ?"
        return try engine.saying {
            try engine.read { database -> (bytes: Data, since: Date)? in
                guard let row = try database.row(sql, [Data(name.utf8)]), try lives(try row.value(at: 0), database)
                else { return nil }
                let milliseconds: Int64 = try row.value(at: 2)
                return (try row.value(at: 1), Date(timeIntervalSince1970: Double(milliseconds) / 1000))
            }
        }
    }

    func request(_ name: String) throws(StoreFault) -> Data? {
        try engine.saying {
            try engine.read { try $0.one(Data.self, "SELECT request FROM hold WHERE name = ?", [Data(name.utf8)]) }
        }
    }

    func put(_ request: Data?, _ name: String) throws(StoreFault) {
        try engine.saying {
            try change { try $0.execute("UPDATE hold SET request = ? WHERE name = ?", [request, Data(name.utf8)]) }
        }
    }

    fileprivate func isOurs(_ name: String) -> Bool {
        let desk = try? engine.read { database in
            try database.one(Int64.self, "SELECT desk FROM hold WHERE name = ?", [Data(name.utf8)])
        }
        // While the server is away nobody else has it.
        return desk == nil || desk == presence.key
    }

    fileprivate func release(_ name: String) {
        try? change { database in
            try database.execute("DELETE FROM hold WHERE name = ? AND desk = ?", [Data(name.utf8), presence.key])
        }
    }

    private func change<Value>(_ body: (Database) throws -> Value) throws -> Value {
        try engine.writeLightly { database in
            let value = try body(database)
            _ = try database.row("SELECT pg_notify(current_schema()::text, 'hold')")
            return value
        }
    }
}

/// A claim that is open here, as the server has it.
private struct ServerHold: HeldLock {
    let holds: ServerHolds
    let name: String

    var isLost: Bool { !holds.isOurs(name) }

    func release() { holds.release(name) }
}
