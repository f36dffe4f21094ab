public import ClaimModel
public import Foundation
import GRDB
import Sealing

/// What became of records that earlier versions kept in clear.
public struct SealedOver: Hashable, Sendable {
    /// The numbers of the claims that cannot be read; the old database is kept for them.
    public let lost: [Int64]
    /// Files that could not be sealed and are still in clear.
    public let clear: [String]
}

extension StoreFolder {
    private var clearName: String { database + ".clear" }

    /// Seals a database that is in clear, and its backups; killed in between, the one or the other is there whole.
    func sealOver(_ keyring: Keyring) throws(StoreFault) -> SealedOver {
        let lock = try ClaimLock.waiting(for: "\(locks)/restore")
        defer { lock.release() }
        let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
        if try DatabaseCheck.isSealed(database) { return SealedOver(lost: [], clear: []) }
        link(database, clearName)
        let lost = try rebuild(database, from: PlainDatabase(), seals, isPlain: true)
        var clear: [String] = []
        if lost.isEmpty {
            PrivateFile.overwrite(clearName)
        } else {
            try makePrivate(replacedFolder)
            let kept = "\(replacedFolder)/claims-\(Int(Date().timeIntervalSince1970))-clear.db"
            if rename(clearName, kept) == 0 { clear.append(kept) }
        }
        for backup in backups where (try? DatabaseCheck.isSealed(backup.path)) == false {
            if !seal(backup, seals) { clear.append(backup.path) }
        }
        return SealedOver(
            lost: lost,
            clear: clear
                + replacedDatabases.filter { path in
                    !clear.contains(path) && (try? DatabaseCheck.isSealed(path)) == false
                })
    }

    /// What is left where sealing was killed once the sealed database had its place.
    func sweepClear() {
        guard access(clearName, F_OK) == 0 else { return }
        if FileIdentity(of: clearName) == FileIdentity(of: database) {
            unlink(clearName)
        } else if (try? DatabaseCheck.isSealed(database)) == true {
            PrivateFile.overwrite(clearName)
        }
    }

    static func generation(of keyring: Keyring) throws(StoreFault) -> Int {
        do throws(KeyFault) { return try keyring.generation } catch { throw .keys(error) }
    }

    private func seal(_ backup: StoreBackup, _ seals: RecordSeals) -> Bool {
        guard backup.isWhole, (try? rebuild(backup.path, from: PlainDatabase(), seals, isPlain: true)) == [],
            let checksum = try? Checksum.ofFile(backup.path)
        else { return false }
        unlink(backup.checksumFile)
        let name = URL(fileURLWithPath: backup.path).lastPathComponent
        return (try? write("\(checksum)  \(name)\n", to: backup.checksumFile)) != nil
    }

    /// Writes a database anew and puts it in the place of the old one in one step, while nobody else has the old one open.
    ///
    /// - Returns: the numbers of the claims that cannot be read.
    func rebuild(
        _ path: String, from source: any CopiedDatabase, _ seals: RecordSeals, isPlain: Bool
    ) throws(StoreFault) -> [Int64] {
        let draft = "\(database).new-\(getpid())-sealed"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        let isBackup = path != database
        do {
            let old = try DatabaseQueue(path: path, configuration: .alone(patience))
            defer { try? old.closeKeepingQueue() }
            try makeFile(draft)
            let new = try DatabaseQueue(path: draft)
            var rebuild = StoreRebuild(from: source, sealedBy: seals, today: StoreFolder.today)
            try old.writeWithoutTransaction { old in
                // Its log is taken in and goes: no other file belongs to the old database any more.
                try old.execute(sql: "PRAGMA journal_mode = DELETE")
                try old.execute(sql: "PRAGMA locking_mode = EXCLUSIVE")
                try old.inTransaction(.exclusive) {
                    if isPlain { try PlainSchema.apply(to: old) } else { try Schema.apply(to: old) }
                    return .commit
                }
                try new.write { new in
                    try new.execute(sql: "PRAGMA application_id = \(DatabaseCheck.applicationID)")
                    try Schema.apply(to: new)
                    try rebuild.copy(old, to: new)
                }
                if !isBackup { try new.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") } }
                try new.closeKeepingQueue()
                if isPlain, isBackup {
                    PrivateFile.overwrite(path)
                }
                try StoreFolder.place(draft, as: path)
            }
            return rebuild.lost
        } catch {
            throw StoreFault(error, path: path)
        }
    }

    private static var today: Day { Day(number: Int(Date().timeIntervalSince1970 / 86_400)) }
}

extension Configuration {
    fileprivate static func alone(_ patience: TimeInterval) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(max(patience, 1))
        return configuration
    }
}

extension ClaimStore {
    /// Makes a new data key and seals every record with it, so that who was removed, or has lost a key file, opens nothing that is
    /// written from now on; the backups are replaced by a new one. Close every window first.
    ///
    /// - Throws: `busy` where another window has the store open. Killed in between, the records are as they were, and the next
    ///   call goes on.
    public static func reseal(_ folder: URL, with keyring: Keyring, on day: Day) throws(StoreFault) {
        let folder = StoreFolder(path: folder.path)
        try folder.prepare()
        let lock = try ClaimLock.waiting(for: "\(folder.locks)/restore")
        let before = try DatabaseCheck.generation(of: folder.database)
        if let before {
            if before == (try StoreFolder.generation(of: keyring)) { try keyring.beginGeneration() }
            let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
            let earlier = RecordSeals(keyring: keyring, generation: before)
            let lost = try folder.rebuild(folder.database, from: SealedDatabase(seals: earlier), seals, isPlain: false)
            guard lost.isEmpty else { throw .damagedRow(lost[0]) }
        } else {
            try keyring.beginGeneration()
        }
        try folder.resealRescueFiles(keyring)
        lock.release()
        let store = try ClaimStore(folder: URL(fileURLWithPath: folder.path), keyring: keyring)
        try store.note(.rekeyed)
        _ = try store.renewBackups(on: day)
        try keyring.forgetEarlierGenerations()
    }
}
