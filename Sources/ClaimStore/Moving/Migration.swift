public import Foundation
import GRDB

/// Moves an office's records and its keyring from a data folder to a server, or back. Where they came from stays as it is.
public struct Migration: Sendable {
    private let folder: StoreFolder
    private let server: ServerAddress

    /// - Parameter folder: the data folder of this machine.
    public init(folder: URL, server: ServerAddress) {
        self.folder = StoreFolder(path: folder.path)
        self.server = server
    }

    /// Whether a copy to the server was interrupted: then the next one goes on.
    public func isBegun() throws(StoreFault) -> Bool {
        let copy = SteppedCopy(to: server)
        defer { copy.draft.close() }
        do { return try copy.isBegun() } catch { throw copy.draft.fault(error) }
    }

    /// Copies the store of the data folder to the server, every row held against what it was copied from; nobody saves
    /// meanwhile. Interrupted, the next call goes on.
    ///
    /// - Returns: how many claims there are now.
    /// - Throws: `occupied` where the server has records already, `otherKeyring` where it has the keyring of others.
    public func toServer() throws(StoreFault) -> Int {
        let (records, keys) = (PostgresEngine(server, patience: 5), PostgresEngine(server.keys, patience: 5))
        let copy = SteppedCopy(to: server)
        defer { for engine in [records, keys, copy.draft] { engine.close() } }
        do {
            try records.checkAlone()
            guard try records.appliedVersion() == nil else { throw StoreFault.occupied }
            let (store, keyring) = try (SQLiteEngine.opening(folder), SQLiteEngine.opening(KeyFolder(of: folder)))
            defer { for engine in [store, keyring] { engine.close() } }
            return try store.write { source in
                try keyring.write { try keys.replaceKeyring(with: $0) }
                // They come last: without them, what was interrupted goes on.
                try copy.run(from: source)
                return try source.one(Int.self, "SELECT count(*) FROM claim WHERE deletedAt IS NULL") ?? 0
            }
        } catch {
            throw records.fault(error)
        }
    }
}

extension Migration {
    /// Copies the records of the server into the data folder, which has none, as `toServer` does.
    ///
    /// - Returns: how many claims there are now.
    /// - Throws: `occupied` where the folder has records already.
    public func toFolder() throws(StoreFault) -> Int {
        let (records, keys) = (PostgresEngine(server, patience: 5), PostgresEngine(server.keys, patience: 5))
        defer { for engine in [records, keys] { engine.close() } }
        let ring = KeyFolder(of: folder)
        guard access(folder.database, F_OK) != 0, access(ring.database, F_OK) != 0 else { throw .occupied }
        try folder.prepare()
        try ring.folder.prepareFolder()
        let draft = "\(folder.database).new-\(getpid())-moved"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        do {
            guard try records.appliedVersion() == Schema.version else { throw StoreFault.missing }
            try folder.makeFile(draft)
            return try records.write { source in
                try folder.build(draft) { try Migration.copy(Table.records, from: source, to: $0) }
                try keys.write { source in
                    try Keyring.build(ring) { try Migration.copy(Table.keys, from: source, to: $0) }
                }
                try StoreFolder.place(draft, as: folder.database)
                return try source.one(Int.self, "SELECT count(*) FROM claim WHERE deletedAt IS NULL") ?? 0
            }
        } catch {
            throw records.fault(error)
        }
    }

    static func copy(_ tables: [Table], from source: Database, to target: Database) throws {
        let copy = TableCopy(from: source, to: target)
        for table in tables { try copy.copy(table) }
        for table in tables { try copy.verify(table) }
    }
}

extension PostgresEngine {
    /// Copies a keyring, also over the one that an interrupted copy has left.
    fileprivate func replaceKeyring(with source: Database) throws {
        let office = "SELECT id FROM office"
        if try appliedVersion() != nil {
            guard try read({ try $0.one(String.self, office) }) == source.one(String.self, office) else {
                throw StoreFault.otherKeyring
            }
            try script("DROP SCHEMA \(server.schema) CASCADE")
        }
        try fill(.keys, with: Table.keys, from: source)
    }
}

extension SQLiteEngine {
    /// The database of a data folder.
    fileprivate static func opening(_ folder: StoreFolder) throws -> SQLiteEngine {
        _ = try DatabaseCheck(path: folder.database, patience: 5).run()
        return try opening(folder.database) { try Schema.apply(to: $0) }
    }

    private static func opening(_ path: String, _ apply: (Database) throws -> Void) throws -> SQLiteEngine {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        let queue = try DatabaseQueue(path: path, configuration: configuration)
        try queue.writeRecords(apply)
        return SQLiteEngine(queue, reader: queue, path: path)
    }

    /// The keyring of a data folder.
    fileprivate static func opening(_ folder: KeyFolder) throws -> SQLiteEngine {
        try opening(folder.database) { try KeySchema.apply(to: $0) }
    }
}
