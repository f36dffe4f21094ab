public import ClaimModel
public import Foundation

/// Where an office's records lie: in the data folder of this machine, or on a server.
public struct StorePlace: Sendable {
    /// The data folder, which keeps rescue files and backups in both cases.
    public let folder: URL
    /// `nil` where the records lie in the folder.
    public let server: ServerAddress?

    public init(folder: URL, server: ServerAddress? = nil) {
        (self.folder, self.server) = (folder, server)
    }

    /// The keyring, locked; `nil` where there is none yet.
    public func keyring() throws(StoreFault) -> Keyring? {
        guard let server else { return try Keyring.open(forData: folder) }
        return try Keyring.open(onServer: server, folder: folder)
    }

    /// Makes the keyring, unlocked.
    public func makeKeyring(first: Keyring.FirstHolder) throws(StoreFault) -> Keyring {
        guard let server else { return try Keyring.make(forData: folder, first: first) }
        return try Keyring.make(onServer: server, folder: folder, first: first)
    }

    /// Whether there is no keyring though there are records: then nothing can be opened.
    public func lacksKeyring() throws(StoreFault) -> Bool {
        guard let server else { return try Keyring.isMissing(forData: folder) }
        return try Keyring.isMissing(onServer: server)
    }

    /// Whether there are records already.
    public func hasRecords() throws(StoreFault) -> Bool {
        guard let server else { return StoreFolder(path: folder.path).hasDatabase }
        return try Keyring.hasRecords(onServer: server)
    }

    /// - Parameter patience: how long a call waits, in seconds, while somebody else writes.
    public func store(_ keyring: Keyring, patience: TimeInterval = 5) throws(StoreFault) -> ClaimStore {
        guard let server else { return try ClaimStore(folder: folder, keyring: keyring, patience: patience) }
        return try ClaimStore(server: server, folder: folder, keyring: keyring, patience: patience)
    }

    /// Puts a backup in the place of the records, which are kept aside.
    public func restore(_ backup: StoreBackup, for keyring: Keyring) throws(StoreFault) -> RestoredStore {
        guard let server else { return try ClaimStore.restore(backup, in: folder, for: keyring) }
        return try ClaimStore.restore(backup, to: server, for: keyring)
    }

    /// Makes a new data key and seals every record with it (`ClaimStore.reseal`).
    public func reseal(with keyring: Keyring, on day: Day) throws(StoreFault) {
        guard let server else { return try ClaimStore.reseal(folder, with: keyring, on: day) }
        try ClaimStore.reseal(server, folder, with: keyring, on: day)
    }

    /// What opens the records, in words for a message.
    public var keyringName: String { server == nil ? folder.path + "-keys" : "The keyring of the server" }
}

extension StoreFolder {
    fileprivate var hasDatabase: Bool { access(database, F_OK) == 0 }
}
