public import Foundation
import GRDB
import Sealing

extension Keyring {
    /// How the first one opens the records.
    public enum FirstHolder: Sendable {
        /// A key file that only this user can read: whoever has this machine and its disk can read the records.
        case machine
        /// A name and a passphrase, asked at each start.
        case person(name: String, passphrase: String)
    }

    /// Makes the keyring of a data folder, unlocked; one that another process makes meanwhile is opened.
    public static func make(
        forData data: URL, first: FirstHolder, now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) -> Keyring {
        try make(StoreFolder(path: data.path), first: first, now: now)
    }

    static func make(
        _ data: StoreFolder, first: FirstHolder, now: @escaping @Sendable () -> Date
    ) throws(StoreFault) -> Keyring {
        let keys = KeyFolder(of: data)
        if try open(data, now: now) == nil { try checkNothingSealed(in: data) }
        try keys.folder.prepareFolder()
        let lock = try ClaimLock.waiting(for: keys.path + "/making.lock")
        defer { lock.release() }
        if try open(data, now: now) == nil { try build(keys, first) }
        guard let keyring = try open(data, now: now) else { throw .keys(.missing(path: keys.database)) }
        try keyring.unlock(asFirst: first)
        try keyring.renewCopy()
        return keyring
    }

    func unlock(asFirst first: FirstHolder) throws(StoreFault) {
        switch first {
        case .machine: try unlock(by: .machine)
        case .person(let name, let passphrase): try unlock(by: .passphrase(name: name, passphrase, code: nil))
        }
    }

    public static func ofThisMachine(forData data: URL) throws(StoreFault) -> Keyring {
        try ofThisMachine(StoreFolder(path: data.path), now: { Date() })
    }

    /// The keyring of a data folder, opened by the key file of this machine; made where there is none.
    ///
    /// - Throws: `keys(.locked)` where it opens by passphrase only.
    static func ofThisMachine(
        _ data: StoreFolder, now: @escaping @Sendable () -> Date
    ) throws(StoreFault) -> Keyring {
        guard let keyring = try open(data, now: now) else { return try make(data, first: .machine, now: now) }
        guard try keyring.opensByMachine() else { throw .keys(.locked) }
        try keyring.unlock(by: .machine)
        return keyring
    }

    /// A new keyring would open nothing of what another one has sealed.
    private static func checkNothingSealed(in data: StoreFolder) throws(StoreFault) {
        guard !data.hasSealedRecords else {
            throw .keys(.missing(path: KeyFolder(of: data).database))
        }
    }

    /// Whether there is no keyring though the records are sealed: then nothing can be opened.
    public static func isMissing(forData data: URL) throws(StoreFault) -> Bool {
        let folder = StoreFolder(path: data.path)
        guard try open(folder, now: { Date() }) == nil else { return false }
        return folder.hasSealedRecords
    }

    private static func build(_ keys: KeyFolder, _ first: FirstHolder) throws(StoreFault) {
        let pair = try prepare(first, in: keys)
        try build(keys) { try fill($0, with: first, pair) }
    }

    /// Builds it under another name, so that a crash leaves all of it or none.
    static func build(_ keys: KeyFolder, _ fill: (Database) throws -> Void) throws(StoreFault) {
        let draft = keys.database + ".new"
        for end in ["", "-journal"] { unlink(draft + end) }
        try keys.folder.makeFile(draft)
        do {
            let queue = try DatabaseQueue(path: draft)
            try queue.writeRecords { database in
                try database.script("PRAGMA application_id = \(KeySchema.applicationID)")
                try KeySchema.apply(to: database)
                try fill(database)
            }
            try queue.closeKeepingQueue()
        } catch {
            throw StoreFault(error, path: draft)
        }
        try StoreFolder.place(draft, as: keys.database)
    }

    /// Checks what the first one opens the records with, and writes the key file of this machine.
    static func prepare(_ first: FirstHolder, in keys: KeyFolder) throws(StoreFault) -> KeyPair {
        let pair = KeyPair()
        switch first {
        case .person(let name, let passphrase):
            guard passphrase.count >= Passphrase.shortest else { throw .keys(.shortPassphrase) }
            guard Holder.isName(name) else { throw .keys(.badName) }
        case .machine:
            try keys.folder.prepareFolder()
            try KeyFile.write(pair, name: NSUserName(), to: keys.machineKey, in: keys.folder)
        }
        return pair
    }

    /// - Parameter database: with the tables of this version, and nothing in them.
    static func fill(_ database: Database, with first: FirstHolder, _ pair: KeyPair) throws {
        let key = SealingKey()
        try database.execute("INSERT INTO generation (number, previous) VALUES (1, NULL)")
        try database.execute(
            "INSERT INTO office (number, id, generation, demandsFactor, code) VALUES (1, ?, 1, 0, ?)",
            [UUID().uuidString, Data()])
        switch first {
        case .machine: try add(.machine, NSUserName(), .lead, pair, passphrase: nil, to: database, key, 1)
        case .person(let name, let passphrase):
            try add(.person, name, .lead, pair, passphrase: passphrase, to: database, key, 1)
        }
        try certify(in: database, by: DataKey(key))
    }
}

extension StoreFolder {
    /// Makes the folder, for its owner only.
    func prepareFolder() throws(StoreFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreFault.unreachable(path: path, reason: "the folder cannot be made")
        }
        try close(path, to: 0o700)
    }
}
