import Foundation
import GRDB
import Sealing

extension StoreFolder {
    typealias Opened = (engine: any Engine, seals: RecordSeals, sealedOver: SealedOver?)

    /// Opens the database of this folder, or makes it; whatever cannot be opened safely is refused untouched. One that an
    /// earlier version kept in clear is sealed.
    ///
    /// A database on a disk that cannot be written is opened to be read.
    ///
    func open(_ keyring: Keyring) throws(StoreFault) -> Opened {
        let check = DatabaseCheck(path: database, patience: patience)
        let exists = try check.run()
        if exists, isReadOnly { return try openToRead(check, keyring) }
        try prepare()
        var sealedOver: SealedOver?
        if !exists {
            try makeDatabase(keyring)
            _ = try check.run()
        } else if try hasClearRecords {
            sealedOver = try sealOver(keyring)
        }
        do {
            let writer = try DatabaseQueue(path: database, configuration: configuration())
            // While another process writes, a database of this version can be opened all the same.
            let (version, seals) = try writer.readRecords { database in
                try Schema.check(database, path: self.database)
                return (try database.schemaVersion(), try RecordSeals(of: database, keyring))
            }
            if version < Schema.version { try writer.writeRecords { try Schema.apply(to: $0) } }
            let reader = try DatabaseQueue(path: database, configuration: configuration(isReader: true))
            try closeFiles()
            return (SQLiteEngine(writer, reader: reader, path: database), seals, sealedOver)
        } catch {
            throw StoreFault(error, path: database)
        }
    }

    /// Whoever writes through one of these connections is refused (`readOnly`).
    private func openToRead(_ check: DatabaseCheck, _ keyring: Keyring) throws(StoreFault) -> Opened {
        do {
            func connect() throws -> DatabaseQueue {
                // Where nobody has left a log, SQLite asks for no files of its own, which it could not make.
                let name = check.isInUse ? database : check.immutableName
                return try DatabaseQueue(path: name, configuration: configuration(isReader: true))
            }
            let reader = try connect()
            // The tables of an earlier version cannot be brought to this one here.
            guard try reader.readRecords({ try $0.schemaVersion() }) == Schema.version else {
                throw StoreFault.readOnly
            }
            let seals = try reader.readRecords { try RecordSeals(of: $0, keyring) }
            return (SQLiteEngine(try connect(), reader: reader, path: database), seals, nil)
        } catch {
            throw StoreFault(error, path: database)
        }
    }

    /// The file says itself that its journal is a write-ahead log, so no connection has to. A commit returns once the log is
    /// on the disk (SQLite, `PRAGMA synchronous`).
    private func configuration(isReader: Bool = false) -> Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(patience)
        configuration.readonly = isReader
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    /// Makes the tables in an empty file, and fills them.
    ///
    /// - Parameter isAlone: whether no other file shall belong to it.
    func build(_ path: String, isAlone: Bool = false, _ fill: (Database) throws -> Void) throws(StoreFault) {
        do {
            let queue = try DatabaseQueue(path: path)
            try queue.writeRecords { database in
                try database.script("PRAGMA application_id = \(DatabaseCheck.applicationID)")
                try Schema.apply(to: database)
                try fill(database)
            }
            if !isAlone { try queue.alterRecords { try $0.script("PRAGMA journal_mode = WAL") } }
            try queue.closeKeepingQueue()
        } catch {
            throw StoreFault(error, path: path)
        }
    }

    /// Builds the database under another name and gives it its own once it is whole: a crash leaves none or all of it, and
    /// of two copies that start at once one wins.
    private func makeDatabase(_ keyring: Keyring) throws(StoreFault) {
        let seals = RecordSeals(keyring: keyring, generation: try StoreFolder.generation(of: keyring))
        let draft = "\(database).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        try makeFile(draft)
        try build(draft) { database in
            try seals.sign(database)
            // A new store has reference files from the start.
            try seals.setPreference(ClaimStore.filled, to: "0", in: database)
        }
        if link(draft, database) != 0, errno != EEXIST { throw StoreFault(errno: errno, path: database) }
    }
}
