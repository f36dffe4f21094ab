import Foundation
import Postgres
import Synchronization

/// The claims that are open on this desk of a server, so that what the server has lost of them is taken again.
final class HeldClaims: Sendable {
    struct Held {
        /// Tells one opening of a claim from the next.
        let turn: Int
        let holder: Data
        /// The server's time, in milliseconds since 1970.
        let since: Int64
    }

    private struct State {
        var claims: [String: Held] = [:]
        /// Closed here while the server was out of reach.
        var owed: Set<String> = []
        var turns = 0
    }

    private let state = Mutex(State())

    /// - Returns: the turn that ends with `remove`.
    func add(_ name: String, _ holder: Data, since: Int64) -> Int {
        state.withLock { state in
            state.turns += 1
            state.claims[name] = Held(turn: state.turns, holder: holder, since: since)
            state.owed.remove(name)
            return state.turns
        }
    }

    func isOpen(_ name: String) -> Bool { state.withLock { $0.claims[name] != nil } }

    func has(_ name: String, _ turn: Int) -> Bool { state.withLock { $0.claims[name]?.turn == turn } }

    /// A claim that was opened again here meanwhile stays open.
    ///
    /// - Returns: what the server still has as open, until it is closed there (`settle`).
    func remove(_ name: String, _ turn: Int) -> Set<String> {
        state.withLock { state in
            guard state.claims[name]?.turn == turn else { return [] }
            state.claims[name] = nil
            state.owed.insert(name)
            return state.owed
        }
    }

    /// Somebody else has it.
    func forget(_ name: String, _ turn: Int) {
        state.withLock { state in if state.claims[name]?.turn == turn { state.claims[name] = nil } }
    }

    func settle(_ names: Set<String>) { state.withLock { $0.owed.subtract(names) } }

    /// What is closed is closed at the server too; what nobody has there is taken again: a crash loses what was opened in its last
    /// moment, and so may a standby.
    func settle(for desk: Int64, in schema: String, on line: PostgresConnection) throws {
        let closed = state.withLock(\.owed)
        for name in closed {
            _ = try line.run(
                "DELETE FROM \(schema).hold WHERE name = ? AND desk = ?", [.bytes(Data(name.utf8)), .integer(desk)])
        }
        settle(closed)
        for (name, held) in state.withLock(\.claims) { try retake(name, held, for: desk, in: schema, on: line) }
        try line.script("SELECT pg_notify('\(schema)', 'hold')")
    }

    private func retake(
        _ name: String, _ held: Held, for desk: Int64, in schema: String, on line: PostgresConnection
    ) throws {
        let bytes = Data(name.utf8)
        _ = try line.run(
            """
            INSERT INTO \(schema).hold (name, desk, holder, since)
            VALUES (?, ?, ?, timestamptz 'epoch' + ?::bigint * interval '1 millisecond')
            ON CONFLICT (name) DO NOTHING
            """, [.bytes(bytes), .integer(desk), .bytes(held.holder), .integer(held.since)])
        // It may have been closed in between.
        guard !has(name, held.turn) else { return }
        _ = try line.run("DELETE FROM \(schema).hold WHERE name = ? AND desk = ?", [.bytes(bytes), .integer(desk)])
    }
}
