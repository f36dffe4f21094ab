public import ClaimModel
public import Foundation
import GRDB
import Sealing

extension StoreFolder {
    static func generation(of keyring: Keyring) throws(StoreFault) -> Int {
        do throws(KeyFault) { return try keyring.generation } catch { throw .keys(error) }
    }

    /// Rewrites a database and puts it in the place of the old one in one step, while nobody else has the old one open.
    ///
    /// - Returns: the numbers of the claims that cannot be read, which only a database in clear may have.
    func rebuild(
        _ path: String, from source: any CopiedDatabase, _ seals: RecordSeals, isPlain: Bool
    ) throws(StoreFault) -> [Int64] {
        // Whoever seals has the lock: what another one has left was killed.
        let name = URL(fileURLWithPath: database).lastPathComponent + ".new-"
        for left in FolderContents.names(in: self.path) where left.hasPrefix(name) && left.contains("-sealed") {
            unlink("\(self.path)/\(left)")
        }
        let draft = "\(database).new-\(getpid())-sealed"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        let isBackup = path != database
        do {
            let old = try DatabaseQueue(path: path, configuration: .alone(patience))
            defer { try? old.closeKeepingQueue() }
            try makeFile(draft)
            let new = try DatabaseQueue(path: draft)
            var rebuild = StoreRebuild(from: source, sealedBy: seals, today: StoreFolder.today)
            try old.alterRecords { old in
                // Its log is taken in and goes: no other file belongs to the old database any more.
                try old.script("PRAGMA journal_mode = DELETE")
                try old.script("PRAGMA locking_mode = EXCLUSIVE")
                try old.script("BEGIN EXCLUSIVE")
                if isPlain { try PlainSchema.apply(to: old) } else { try Schema.apply(to: old) }
                try old.script("COMMIT")
                try new.writeRecords { new in
                    try new.script("PRAGMA application_id = \(DatabaseCheck.applicationID)")
                    try Schema.apply(to: new)
                    try rebuild.copy(old, to: new)
                    // What cannot be read under this key can be read by nobody once it is gone.
                    if !isPlain, let damaged = rebuild.lost.first { throw StoreFault.damagedRow(damaged) }
                }
                if !isBackup { try new.alterRecords { try $0.script("PRAGMA journal_mode = WAL") } }
                try new.closeKeepingQueue()
                try StoreFolder.place(draft, as: path)
            }
            return rebuild.lost
        } catch {
            throw StoreFault(error, path: path)
        }
    }

    static var today: Day { Day(number: Int(Date().timeIntervalSince1970 / 86_400)) }
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
    /// - Throws: `busy` where another window has the store open. `damagedRow` where a claim cannot be read. Killed in between,
    ///   the records are as they were, and the next call goes on.
    public static func reseal(_ folder: URL, with keyring: Keyring, on day: Day) throws(StoreFault) {
        let folder = StoreFolder(path: folder.path)
        try folder.prepare()
        let lock = try ClaimLock.waiting(for: "\(folder.locks)/restore")
        let before = try DatabaseCheck.generation(of: folder.database)
        if let before {
            let earlier = RecordSeals(keyring: keyring, generation: before)
            try DatabaseCheck.checkSeals(of: folder.database, keyring)
            if before == (try StoreFolder.generation(of: keyring)) { try keyring.beginGeneration() }
            let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
            _ = try folder.rebuild(folder.database, from: SealedDatabase(seals: earlier), seals, isPlain: false)
        } else {
            try keyring.beginGeneration()
        }
        try folder.resealRescueFiles(keyring)
        lock.release()
        try finishResealing(try ClaimStore(folder: URL(fileURLWithPath: folder.path), keyring: keyring), on: day)
    }

    private static func finishResealing(_ store: ClaimStore, on day: Day) throws(StoreFault) {
        try store.note(.rekeyed)
        _ = try store.renewBackups(on: day)
        try store.keyring.forgetEarlierGenerations()
    }

    /// The same for the records of a server, while nobody saves.
    static func reseal(
        _ server: ServerAddress, _ folder: URL, with keyring: Keyring, on day: Day
    ) throws(StoreFault) {
        let engine = PostgresEngine(server, patience: 5)
        defer { engine.close() }
        do {
            try engine.checkAlone()
            let earlier = try engine.read { try RecordSeals(of: $0, keyring) }
            if earlier.generation == (try StoreFolder.generation(of: keyring)) { try keyring.beginGeneration() }
            let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
            let old = try engine.write { source in
                try engine.replace { draft in
                    var rebuild = StoreRebuild(
                        from: SealedDatabase(seals: earlier), sealedBy: seals, today: StoreFolder.today)
                    try draft.apply(.records) { try rebuild.copy(source, to: $0) }
                    if let damaged = rebuild.lost.first { throw StoreFault.damagedRow(damaged) }
                    try draft.goOnCounting()
                }
            }
            // What the earlier key has sealed goes.
            if let old { try engine.script("DROP SCHEMA \(old) CASCADE") }
        } catch {
            throw engine.fault(error)
        }
        try StoreFolder(path: folder.path).resealRescueFiles(keyring)
        try finishResealing(try ClaimStore(server: server, folder: folder, keyring: keyring), on: day)
    }
}
