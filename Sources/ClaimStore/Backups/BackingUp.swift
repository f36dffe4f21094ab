public import ClaimModel
public import Foundation
import GRDB

extension ClaimStore {
    /// How many backups are kept, of a day each.
    public static let keptBackups = 7

    /// The backups of a folder's store, the latest first.
    public static func backups(in folder: URL) -> [StoreBackup] { StoreFolder(path: folder.path).backups }

    public var backups: [StoreBackup] { folder.backups }

    /// Makes the backup of a day unless there is one, or nothing to back up yet.
    ///
    /// - Returns: `nil` where none was made.
    public func backUpOnce(on day: Day) throws(StoreFault) -> StoreBackup? {
        guard !folder.isTemporary, !isReadOnly, !backups.contains(where: { $0.day == day }) else { return nil }
        let isEmpty = try reading { try $0.one(Bool.self, "SELECT NOT EXISTS (SELECT 1 FROM claim)") } ?? true
        if isEmpty { return nil }
        do throws(StoreFault) {
            return try backUp(on: day)
        } catch {
            // Another copy of the program makes it just now.
            guard error == .openElsewhere else { throw error }
            return nil
        }
    }

    /// Makes the backup of a day, in place of an earlier one, and deletes the oldest ones; others go on saving meanwhile. A
    /// copy that is damaged is not kept, so that a damaged database never replaces what is whole.
    ///
    /// - Throws: `broken` where the database is damaged, `openElsewhere` where another copy of the program makes one.
    public func backUp(on day: Day) throws(StoreFault) -> StoreBackup {
        let lock = try ClaimLock(path: "\(folder.locks)/backup")
        defer { lock.release() }
        try folder.makePrivate(folder.backupFolder)
        folder.sweepBackups()
        let backup = StoreBackup(day: day, in: folder.backupFolder)
        let draft = folder.backupFolder + "/" + StoreFolder.unfinished
        defer { folder.sweepBackups() }
        do {
            try folder.makeFile(draft)
            if let server = engine as? PostgresEngine {
                try server.copy(to: draft, in: folder)
            } else {
                try copy(to: draft)
            }
            let checksum = try Checksum.ofFile(draft)
            try folder.write(
                "\(checksum)  \(URL(fileURLWithPath: backup.path).lastPathComponent)\n", to: draft + ".sha256")
            try StoreFolder.place(draft, as: backup.path)
            try StoreFolder.place(draft + ".sha256", as: backup.checksumFile)
        } catch {
            throw engine.fault(error)
        }
        for old in backups.dropFirst(ClaimStore.keptBackups) {
            unlink(old.path)
            unlink(old.checksumFile)
        }
        try note(.backup, saying: day.iso)
        return backup
    }

    /// Copies the database as of one moment (SQLite, "Online Backup API"), through a connection of its own.
    private func copy(to path: String) throws {
        let source = try DatabaseQueue(path: folder.database, configuration: .readingOnly)
        defer { try? source.closeKeepingQueue() }
        let copy = try DatabaseQueue(path: path)
        defer { try? copy.closeKeepingQueue() }
        try source.backup(to: copy)
        try copy.alterRecords { database in
            // A single file: no other file belongs to it.
            try database.script("PRAGMA journal_mode = DELETE")
            guard try database.one(String.self, "PRAGMA quick_check(1)") == "ok" else {
                throw StoreFault.broken(path: folder.database)
            }
        }
    }
}

extension StoreFolder {
    var backupFolder: String { path + "/backups" }

    var backups: [StoreBackup] {
        let names = FolderContents.names(in: backupFolder)
        return names.compactMap { StoreBackup(named: $0, in: backupFolder) }.sorted { $1.day < $0.day }
    }

    static let unfinished = "unfinished.db"

    /// Deletes what is left of a backup that was not finished.
    func sweepBackups() {
        for end in ["", "-journal", "-wal", "-shm", ".sha256"] {
            unlink("\(backupFolder)/\(StoreFolder.unfinished)\(end)")
        }
    }
}
