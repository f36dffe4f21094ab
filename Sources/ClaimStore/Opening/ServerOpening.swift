public import Foundation
import Postgres

/// Opening the records of a server. What this machine keeps itself (rescue files, backups, key file) lies in its data folder.
extension ClaimStore {
    /// Opens the records of a server for whoever is signed in, and makes the tables where they are missing.
    ///
    /// - Parameters:
    ///   - folder: the data folder of this machine.
    ///   - patience: how long a call waits, in seconds, while another desk writes.
    ///   - desk: names this machine in the audit trail.
    public convenience init(
        server: ServerAddress, folder: URL, keyring: Keyring, patience: TimeInterval = 5, desk: String = DeskName.own,
        now: @escaping @Sendable () -> Date = { Date() }
    ) throws(StoreFault) {
        let folder = StoreFolder(path: folder.path, patience: patience)
        try folder.prepare()
        let opened = try PostgresEngine.open(server, patience: patience, keyring)
        self.init(
            folder, opened.engine, opened.seals, desk: desk, isOnReadOnlyDisk: opened.isReadOnly, now: now)
    }
}

extension PostgresEngine {
    typealias Opened = (engine: PostgresEngine, seals: RecordSeals, isReadOnly: Bool)

    static func open(
        _ server: ServerAddress, patience: TimeInterval, _ keyring: Keyring
    ) throws(StoreFault) -> Opened {
        let engine = PostgresEngine(server, patience: patience)
        do {
            let version = try engine.appliedVersion() ?? 0
            guard version <= Schema.version else { throw StoreFault.newerServer }
            if version < Schema.version {
                try engine.apply(.records) { database in
                    let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
                    try seals.sign(database)
                    try seals.setPreference(ClaimStore.filled, to: "0", in: database)
                }
            }
            let seals = try engine.read { try RecordSeals(of: $0, keyring) }
            return (engine, seals, try !engine.mayWrite())
        } catch {
            throw engine.fault(error)
        }
    }

    /// Whether the role that signs in to the server may write.
    private func mayWrite() throws -> Bool {
        try unlocked { line in
            let sql = "SELECT has_table_privilege(?, 'UPDATE') AND NOT pg_is_in_recovery()"
            let found = try line.run(sql, [.text("\(server.schema).claim")])
            return found.count > 0 && found[0].integer(0) == 1
        }
    }
}
