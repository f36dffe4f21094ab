import ClaimModel
public import Foundation
import Synchronization

/// What lasts: claims, the practice, reference entries and preferences, in one SQLite database of this machine or in a schema
/// of a PostgreSQL server (`StorePlace`).
///
/// What a call has saved survives the death of the process and a loss of power. Every call either does all it says or
/// throws a `StoreFault` and changes nothing, so the caller may keep its claim and try again. Several copies of the program
/// may share a store.
public final class ClaimStore: Sendable {
    let folder: StoreFolder
    let engine: any Engine
    /// What the records are sealed with.
    let seals: RecordSeals
    let now: @Sendable () -> Date
    /// How many of the counted changes were made through this store.
    let ownChanges = Atomic<Int>(0)
    let patients = PatientIndex()
    let lessons = LessonCache()
    /// Names this machine in the audit trail.
    let deskName: String
    /// The number of this desk, once it is on the disk.
    let knownDesk = Mutex<Int64?>(nil)
    let holds: any ClaimHolds
    /// This desk as the server knows it; `nil` for a store in the data folder.
    let presence: ServerPresence?
    let waitingRecords = WaitingRecords()
    let lastDraft = LastDraft()
    let isOnReadOnlyDisk: Bool
    /// Whether it lies where nothing can be written, or whoever is signed in may only read: all of it can be read, and every
    /// save is refused.
    public var isReadOnly: Bool { isOnReadOnlyDisk || keyring.signedIn?.role == .readOnly }
    /// Set where an earlier version kept the records in clear and they were sealed now.
    public let sealedOver: SealedOver?

    /// Opens the store of a folder that the key file of this machine opens, and makes what is missing.
    ///
    /// - Parameters:
    ///   - patience: how long a call waits, in seconds, while another process writes.
    ///   - now: the clock, for the times at which things were made and changed.
    /// - Throws: `keys(.locked)` where somebody has to sign in.
    public convenience init(
        folder: URL, patience: TimeInterval = 5, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) {
        let folder = StoreFolder(path: folder.path, patience: patience)
        try self.init(folder, keyring: try Keyring.ofThisMachine(folder, now: now), now: now)
    }

    /// Opens the store of a folder for whoever is signed in, and makes it where it is missing.
    ///
    /// - Parameter desk: names this machine in the audit trail.
    public convenience init(
        folder: URL, keyring: Keyring, patience: TimeInterval = 5, desk: String = DeskName.own,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) {
        try self.init(
            StoreFolder(path: folder.path, patience: patience), keyring: keyring, desk: desk, now: now)
    }

    /// An empty store in a throw-away folder, which goes with it: for the demo and for tests.
    public static func temporary(
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) -> ClaimStore {
        let pattern = FileManager.default.temporaryDirectory.appendingPathComponent("cleanclaim-XXXXXX").path
        var name = Array(pattern.utf8CString)
        guard mkdtemp(&name) != nil else { throw StoreFault(errno: errno, path: pattern) }
        let path = String(decoding: name.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        let folder = StoreFolder(path: path + "/data", isTemporary: true)
        return try ClaimStore(
            folder, keyring: try Keyring.ofThisMachine(folder, now: now), now: now)
    }

    private convenience init(
        _ folder: StoreFolder, keyring: Keyring, desk: String = DeskName.own, now: @escaping @Sendable () -> Date
    ) throws(StoreFault) {
        let isReadOnly = folder.isReadOnly
        let opened = try folder.open(keyring)
        self.init(
            folder, opened.engine, opened.seals, sealedOver: opened.sealedOver, desk: desk,
            isOnReadOnlyDisk: isReadOnly,
            now: now)
    }

    init(
        _ folder: StoreFolder, _ engine: any Engine, _ seals: RecordSeals, sealedOver: SealedOver? = nil, desk: String,
        isOnReadOnlyDisk: Bool, now: @escaping @Sendable () -> Date
    ) {
        self.folder = folder
        (self.engine, self.seals, self.sealedOver) = (engine, seals, sealedOver)
        deskName = desk
        self.now = now
        if let server = engine as? PostgresEngine {
            let presence = ServerPresence(server)
            (self.presence, holds) = (presence, ServerHolds(engine: server, presence: presence))
        } else {
            (presence, holds) = (nil, FolderHolds(folder: folder))
        }
        self.isOnReadOnlyDisk = isOnReadOnlyDisk
    }

    deinit {
        presence?.end()
        engine.close()
        if folder.isTemporary { try? FileManager.default.removeItem(atPath: folder.parent) }
    }

    /// What opens the records of this store.
    public var keyring: Keyring { seals.keyring }

    /// Wipes the keys, and what was remembered of the records: every call is refused until somebody unlocks the keyring.
    public func lock() {
        keyring.lock()
        patients.clear()
        lastDraft.clear()
    }

    /// Hears what others do on the server, and what becomes of the line to it, from now on; on a thread of its own.
    ///
    /// - Returns: `false` for a store in the data folder, whose files say it.
    public func listen(_ hear: @escaping @Sendable (StoreNews) -> Void) throws(StoreFault) -> Bool {
        guard let presence else { return false }
        presence.listen(hear)
        do { try presence.begin() } catch { throw engine.fault(error) }
        return true
    }

    /// The folder of the database: whatever anybody saves writes a file of it.
    public var path: String { folder.path }

    /// The databases that were set aside when a backup took their place, the latest first.
    public var replacedDatabases: [String] { folder.replacedDatabases }

    /// Does what can wait; for when nothing else is to be done.
    public func tidy() throws(StoreFault) {
        guard !isReadOnly else { return }
        do {
            try engine.tidy(thoroughly: false)
        } catch {
            throw engine.fault(error)
        }
    }
}

extension ClaimStore {
    func reading<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        try seals.check()
        do {
            return try isTogether ? engine.within(body) : engine.read(body)
        } catch {
            throw engine.fault(error)
        }
    }

    /// All of it or nothing; on the disk once it returns.
    func writing<Value>(_ body: (Database) throws -> Value) throws(StoreFault) -> Value {
        try checkWritable()
        do {
            if isTogether { return try engine.within(body) }
            let (value, changes) = try engine.write { database in
                try checkVersion(database)
                try appendWaiting(in: database)
                return try counting(database, body)
            }
            ownChanges.add(changes, ordering: .relaxed)
            return value
        } catch {
            throw engine.fault(error)
        }
    }

    /// Refuses to write where nothing can be written, and into a database that is not the file that was opened: what is
    /// written into one that was moved away, nobody finds again.
    func checkWritable() throws(StoreFault) {
        if isOnReadOnlyDisk { throw .readOnly }
        try seals.check()
        try keyring.checkHolder()
        if isReadOnly { throw .keys(.notAllowed) }
        try engine.checkPlace()
    }

    /// Another copy, of a later version, may have changed the tables since this one opened them.
    func checkVersion(_ database: Database) throws {
        guard try database.schemaVersion() <= Schema.version else {
            throw isOnServer ? StoreFault.newerServer : StoreFault.newer(path: folder.database)
        }
    }

    /// The time as the database keeps it, in milliseconds since 1970.
    var timestamp: Int64 { Int64((now().timeIntervalSince1970 * 1000).rounded()) + engine.clockOffset }

    /// For texts that are compared or kept as texts: the day hardly matters.
    var parsing: ParsingContext { ParsingContext(today: Day(number: Int(timestamp / 86_400_000))) }
}
