import Foundation

/// Which claims are open on the desks of a server (table `hold`).
///
/// A change of it need not be on the disk at once: what a crash of the server loses is taken again.
struct ServerHolds: ClaimHolds {
    let engine: PostgresEngine
    let presence: ServerPresence

    func take(
        _ names: [String], for holder: Data, isTakenOver: Bool
    ) throws(StoreFault) -> [Result<ClaimLock, StoreFault>] {
        let taken = try engine.saying {
            try presence.begin()
            return try change { database in
                var seen: Set<String> = []
                return try names.map { name -> Int64? in
                    guard seen.insert(name).inserted else { return nil }
                    return try take(name, for: holder, isTakenOver: isTakenOver, in: database)
                }
            }
        }
        return zip(names, taken).map { name, since in
            guard let since else { return .failure(.openElsewhere) }
            let turn = presence.held.add(name, holder, since: since)
            return .success(ClaimLock(ServerHold(holds: self, name: name, turn: turn)))
        }
    }

    /// - Returns: since when this desk has it; `nil` where another has it.
    private func take(
        _ name: String, for holder: Data, isTakenOver: Bool, in database: Database
    ) throws -> Int64? {
        let known = try database.one(Int64.self, "SELECT desk FROM hold WHERE name = ?", [Data(name.utf8)])
        if let known, try !isTakenOver && lives(known, name, database) { return nil }
        return try database.one(
            Int64.self,
            """
            INSERT INTO hold (name, desk, holder, since) VALUES (?, ?, ?, now())
            ON CONFLICT (name) DO UPDATE SET
                desk = excluded.desk, holder = excluded.holder, since = now(), request = NULL
            RETURNING \(ServerHolds.since)
            """, [Data(name.utf8), presence.key, holder])
    }

    /// Whether a desk that has a claim keeps its lock of the server.
    private func lives(_ desk: Int64, _ name: String, _ database: Database) throws -> Bool {
        if desk == presence.key { return presence.held.isOpen(name) }
        return try database.one(Bool.self, "SELECT pg_try_advisory_xact_lock(?)", [desk]) == false
    }

    /// In milliseconds since 1970.
    private static let since = "(extract(epoch FROM hold.since) * 1000)::bigint"

    /// The time is the server's.
    func holder(_ name: String) throws(StoreFault) -> (bytes: Data, since: Date)? {
        let sql = "SELECT desk, holder, \(ServerHolds.since) FROM hold WHERE name = ?"
        return try engine.saying {
            try engine.read { database -> (bytes: Data, since: Date)? in
                guard let row = try database.row(sql, [Data(name.utf8)]),
                    try lives(try row.value(at: 0), name, database)
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

    fileprivate func isOurs(_ name: String, _ turn: Int) -> Bool {
        guard presence.held.has(name, turn) else { return false }
        let desk = try? engine.read { database in
            try database.one(Int64.self, "SELECT desk FROM hold WHERE name = ?", [Data(name.utf8)])
        }
        // While the server is away nobody else has it; what it has lost is taken again once it is back.
        guard let desk, desk != presence.key else { return true }
        // It stays lost, also once they have closed it.
        presence.held.forget(name, turn)
        return false
    }

    fileprivate func release(_ name: String, _ turn: Int) {
        let names = presence.held.remove(name, turn)
        guard !names.isEmpty else { return }
        try? change { database in
            for name in names {
                try database.execute("DELETE FROM hold WHERE name = ? AND desk = ?", [Data(name.utf8), presence.key])
            }
            database.afterCommit { [held = presence.held] in held.settle(names) }
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
    let turn: Int

    var isLost: Bool { !holds.isOurs(name, turn) }

    func release() { holds.release(name, turn) }
}
