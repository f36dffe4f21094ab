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
            guard error.isDamage, access(keys.copy, F_OK) == 0 else { throw error }
            try restore(keys)
            return Keyring(keys, try connect(keys, isReadOnly: data.isReadOnly), now: now)
        }
    }

    private static func connect(_ keys: KeyFolder, isReadOnly: Bool) throws(StoreFault) -> DatabaseQueue {
        var configuration = Configuration()
        configuration.busyMode = .timeout(max(keys.folder.patience, 1))
        configuration.readonly = isReadOnly
        if keys.folder.isTemporary {
            configuration.prepareDatabase { try $0.execute(sql: "PRAGMA synchronous = OFF") }
        }
        do {
            let queue = try DatabaseQueue(path: keys.database, configuration: configuration)
            try queue.read { database in
                let id = try Int.fetchOne(database, sql: "PRAGMA application_id")
                guard id == KeySchema.applicationID else { throw StoreFault.keys(.tampered(path: keys.database)) }
                guard try Schema.applied(in: database) <= KeySchema.version else {
                    throw StoreFault.newer(path: keys.database)
                }
                guard try String.fetchOne(database, sql: "PRAGMA quick_check(1)") == "ok" else {
                    throw StoreFault.broken(path: keys.database)
                }
            }
            if !isReadOnly {
                try queue.write { try KeySchema.apply(to: $0) }
                try keys.folder.close(keys.database, to: 0o600)
            }
            return queue
        } catch {
            throw StoreFault(error, path: keys.database)
        }
    }

    /// What is damaged is kept aside.
    private static func restore(_ keys: KeyFolder) throws(StoreFault) {
        for end in ["", "-wal", "-shm", "-journal"] { rename(keys.database + end, keys.path + "/damaged.db" + end) }
        let draft = keys.database + ".unfinished"
        unlink(draft)
        do {
            try keys.folder.makeFile(draft)
            try FileManager.default.removeItem(atPath: draft)
            try FileManager.default.copyItem(atPath: keys.copy, toPath: draft)
        } catch {
            throw .unreachable(path: keys.copy, reason: "it cannot be copied")
        }
        try StoreFolder.place(draft, as: keys.database)
    }

    /// Makes the copy that the keyring is opened from where it is damaged.
    func renewCopy() throws(StoreFault) {
        guard !keys.folder.isTemporary else { return }
        let draft = keys.copy + ".unfinished"
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
