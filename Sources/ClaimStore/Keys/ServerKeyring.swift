public import Foundation
import Sealing

/// The keyring of an office whose records lie on a server: in a schema of its own there, so that a copy of the records alone
/// opens nothing. What only this machine has, its key file, is in its own folder.
extension Keyring {
    /// The keyring of a server, locked; `nil` where there is none.
    public static func open(
        onServer server: ServerAddress, folder: URL, patience: TimeInterval = 5,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) -> Keyring? {
        let engine = PostgresEngine(server.keys, patience: max(patience, 1))
        do {
            guard let version = try engine.appliedVersion() else { return nil }
            guard version <= KeySchema.version else { throw StoreFault.newerServer }
            if version < KeySchema.version { try engine.apply(.keys) { _ in } }
        } catch {
            throw engine.fault(error)
        }
        let data = StoreFolder(path: folder.path, patience: patience)
        return Keyring(KeyFolder(of: data), engine, now: now)
    }

    /// Makes the keyring of a server, unlocked; one that another desk makes meanwhile is opened.
    public static func make(
        onServer server: ServerAddress, folder: URL, first: FirstHolder,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) -> Keyring {
        if let known = try open(onServer: server, folder: folder, now: now) {
            try known.unlock(asFirst: first)
            return known
        }
        let keys = KeyFolder(of: StoreFolder(path: folder.path))
        let pair = try prepare(first, in: keys)
        let engine = PostgresEngine(server.keys, patience: 5)
        do {
            guard try !hasRecords(onServer: server) else { throw KeyFault.missing(path: "The keyring of the server") }
            try engine.apply(.keys) { try fill($0, with: first, pair) }
        } catch {
            throw engine.fault(error)
        }
        let keyring = Keyring(keys, engine, now: now)
        try keyring.unlock(asFirst: first)
        return keyring
    }

    static func isMissing(onServer server: ServerAddress) throws(StoreFault) -> Bool {
        if try hasTables(server.keys) { return false }
        return try hasRecords(onServer: server)
    }

    static func hasRecords(onServer server: ServerAddress) throws(StoreFault) -> Bool { try hasTables(server) }

    private static func hasTables(_ server: ServerAddress) throws(StoreFault) -> Bool {
        let engine = PostgresEngine(server, patience: 5)
        defer { engine.close() }
        do { return try engine.appliedVersion() != nil } catch { throw engine.fault(error) }
    }
}
