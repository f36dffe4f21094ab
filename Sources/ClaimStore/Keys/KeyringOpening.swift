public import Foundation
import GRDB
import Sealing

extension Keyring {
    /// The keyring of a data folder, locked; `nil` where there is none. Where it is damaged or gone its copy takes its place.
    public static func open(
        forData data: URL, patience: TimeInterval = 5, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) -> Keyring? {
        try open(StoreFolder(path: data.path, patience: patience), now: now)
    }

    static func open(_ data: StoreFolder, now: @escaping @Sendable () -> Date) throws(StoreFault) -> Keyring? {
        let keys = KeyFolder(of: data)
        if access(keys.database, F_OK) != 0 {
            guard access(keys.copy, F_OK) == 0 else { return nil }
            try restore(keys)
        }
        do throws(StoreFault) {
            return Keyring(keys, try connect(keys, isReadOnly: data.isReadOnly), now: now)
        } catch {
            guard error.isDamage else { throw error }
            try restore(keys)
            return Keyring(keys, try connect(keys, isReadOnly: data.isReadOnly), now: now)
        }
    }

    private static func connect(_ keys: KeyFolder, isReadOnly: Bool) throws(StoreFault) -> SQLiteEngine {
        var configuration = Configuration()
        configuration.busyMode = .timeout(max(keys.folder.patience, 1))
        configuration.readonly = isReadOnly
        if keys.folder.isTemporary {
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        }
        do {
            let queue = try DatabaseQueue(path: keys.database, configuration: configuration)
            try queue.readRecords { try check($0, path: keys.database) }
            if !isReadOnly {
                try queue.writeRecords { try KeySchema.apply(to: $0) }
                try keys.folder.close(keys.database, to: 0o600)
            }
            return SQLiteEngine(queue, reader: queue, path: keys.database)
        } catch {
            throw StoreFault(error, path: keys.database)
        }
    }

    private static func check(_ database: Database, path: String) throws {
        let id = try database.one(Int.self, "PRAGMA application_id")
        // A file that was emptied is a database without tables for SQLite.
        guard id != 0 else { throw StoreFault.broken(path: path) }
        guard id == KeySchema.applicationID else { throw StoreFault.keys(.tampered(path: path)) }
        guard try database.schemaVersion() <= KeySchema.version else { throw StoreFault.newer(path: path) }
        // The salts of a hundred thousand claims would make each start slow; reading one says where they are damaged.
        let isLong = try database.one(Int.self, "SELECT max(number) FROM salt") ?? 0 > 10_000
        for table in isLong ? ["office", "generation", "holder"] : ["1"] {
            guard try database.one(String.self, "PRAGMA quick_check(\(table))") == "ok" else {
                throw StoreFault.broken(path: path)
            }
        }
    }

    /// What is damaged is kept aside.
    ///
    /// - Throws: `keys(.tampered)` where there is no copy that is whole; nothing was touched then.
    private static func restore(_ keys: KeyFolder) throws(StoreFault) {
        guard isWhole(keys.copy) else { throw .keys(.tampered(path: keys.database)) }
        let draft = keys.database + ".unfinished"
        unlink(draft)
        do {
            try FileManager.default.copyItem(atPath: keys.copy, toPath: draft)
        } catch {
            throw (error as NSError).code == NSFileWriteOutOfSpaceError
                ? .full : .unreachable(path: keys.copy, reason: "it cannot be copied")
        }
        for end in ["", "-wal", "-shm", "-journal"] { rename(keys.database + end, keys.path + "/damaged.db" + end) }
        try StoreFolder.place(draft, as: keys.database)
    }

    private static func isWhole(_ path: String) -> Bool {
        guard let queue = try? DatabaseQueue(path: path, configuration: .readingOnly) else { return false }
        defer { try? queue.close() }
        return (try? queue.readRecords { try check($0, path: path) }) != nil
    }

    var copyDraft: String { keys.copy + ".unfinished" }

    /// Takes the space that the next copy needs, with what one change adds.
    func reserveCopy() throws(StoreFault) {
        guard !keys.folder.isTemporary, engine is SQLiteEngine else { return }
        let growth = 128 << 10
        var status = stat()
        unlink(copyDraft)
        try keys.folder.makeFile(copyDraft)
        let descriptor = Foundation.open(copyDraft, O_RDWR | O_CLOEXEC)
        guard descriptor >= 0, stat(keys.database, &status) == 0 else { return }
        let number = posix_fallocate(descriptor, 0, status.st_size + growth)
        close(descriptor)
        // Other errors are those of file systems that cannot tell.
        guard number == ENOSPC || number == EDQUOT else { return }
        unlink(copyDraft)
        throw .full
    }

    /// Makes the copy that the keyring is opened from where it is damaged.
    func renewCopy() throws(StoreFault) {
        guard !keys.folder.isTemporary, let queue = (engine as? SQLiteEngine)?.queue else { return }
        let draft = copyDraft
        unlink(draft)
        do {
            try keys.folder.makeFile(draft)
            let copy = try DatabaseQueue(path: draft)
            try queue.backup(to: copy)
            try copy.closeKeepingQueue()
            try StoreFolder.place(draft, as: keys.copy)
        } catch {
            throw StoreFault(error, path: keys.copy)
        }
    }
}

extension StoreFault {
    /// Whether the file is not what was written.
    fileprivate var isDamage: Bool {
        switch self {
        case .broken, .foreign: true
        default: false
        }
    }
}
