public import Foundation
import GRDB

/// A backup that was put in the place of the database.
public struct RestoredStore: Sendable {
    public let backup: StoreBackup
    /// Where the database that was there before is kept; `nil` if there was none.
    public let replaced: String?
}

extension ClaimStore {
    /// Puts the latest backup that is whole in the place of a damaged database, which is kept aside.
    ///
    /// - Returns: `nil` where no backup is whole; nothing was touched then.
    public static func restoreLatestBackup(
        in folder: URL, for keyring: Keyring
    ) throws(StoreFault) -> RestoredStore? {
        for backup in backups(in: folder) where backup.isWhole { return try restore(backup, in: folder, for: keyring) }
        return nil
    }

    /// Puts a backup in the place of the database, which is kept aside. Windows that have the store open notice it before
    /// they save again.
    ///
    /// - Parameter keyring: has to open the backup.
    /// - Throws: `broken` where the backup is not whole, `keys` where nothing opens it; nothing was touched then.
    public static func restore(
        _ backup: StoreBackup, in folder: URL, for keyring: Keyring
    ) throws(StoreFault) -> RestoredStore {
        let folder = StoreFolder(path: folder.path)
        try folder.prepare()
        let lock = try ClaimLock(path: "\(folder.locks)/restore")
        defer { lock.release() }
        guard keyring.signedIn?.role != .readOnly else { throw .keys(.notAllowed) }
        guard backup.isWhole else { throw .broken(path: backup.path) }
        try DatabaseCheck.checkSeals(of: backup.path, keyring)
        let draft = "\(folder.database).new-\(getpid())-restored"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        do {
            try folder.makeFile(draft)
            let source = try DatabaseQueue(path: backup.path, configuration: .readingOnly)
            defer { try? source.closeKeepingQueue() }
            let copy = try DatabaseQueue(path: draft)
            try source.backup(to: copy)
            try copy.alterRecords { try $0.script("PRAGMA journal_mode = WAL") }
            try copy.closeKeepingQueue()
        } catch {
            throw StoreFault(error, path: backup.path)
        }
        let replaced = try folder.setDatabaseAside()
        try StoreFolder.place(draft, as: folder.database)
        return RestoredStore(backup: backup, replaced: replaced)
    }
}

extension ClaimStore {
    /// Puts a backup in the place of a server's records, which are kept in a schema of their own.
    ///
    /// - Throws: as `restore` of a folder.
    static func restore(
        _ backup: StoreBackup, to server: ServerAddress, for keyring: Keyring
    ) throws(StoreFault) -> RestoredStore {
        guard keyring.signedIn?.role != .readOnly else { throw .keys(.notAllowed) }
        guard backup.isWhole else { throw .broken(path: backup.path) }
        try DatabaseCheck.checkSeals(of: backup.path, keyring)
        let engine = PostgresEngine(server, patience: 5)
        defer { engine.close() }
        do {
            let replaced = try DatabaseCheck.look(at: backup.path) { source in
                try engine.replace { try $0.fill(.records, with: Table.records, from: source) }
            }
            return RestoredStore(backup: backup, replaced: replaced.map { "the schema \($0) of the server" })
        } catch {
            throw engine.fault(error)
        }
    }
}

extension StoreFolder {
    var replacedFolder: String { path + "/replaced" }

    /// The databases that were set aside, the latest first.
    var replacedDatabases: [String] {
        let names = FolderContents.names(in: replacedFolder)
        return names.filter { $0.hasSuffix(".db") }.sorted(by: >).map { "\(replacedFolder)/\($0)" }
    }

    /// Gives the database a second name, and its log with it, so that another file can take its place in one step.
    ///
    /// - Returns: the name; `nil` where there is no database.
    fileprivate func setDatabaseAside() throws(StoreFault) -> String? {
        guard access(database, F_OK) == 0 else { return nil }
        try makePrivate(replacedFolder)
        let seconds = Int(Date().timeIntervalSince1970)
        var name = "\(replacedFolder)/claims-\(seconds).db"
        var count = 1
        while link(database, name) != 0 {
            guard errno == EEXIST else { throw StoreFault(errno: errno, path: name) }
            count += 1
            name = "\(replacedFolder)/claims-\(seconds)-\(count).db"
        }
        for end in ["-wal", "-shm"] where rename(database + end, name + end) != 0 && errno != ENOENT {
            throw StoreFault(errno: errno, path: name + end)
        }
        return name
    }
}
