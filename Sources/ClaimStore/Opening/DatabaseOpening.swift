import Foundation
import GRDB

extension StoreFolder {
    /// Opens the database of this folder, or makes it; whatever cannot be opened safely is refused untouched.
    ///
    /// A database on a disk that cannot be written is opened to be read.
    ///
    /// - Returns: a connection to write through and one to read through.
    func open() throws(StoreFault) -> (writer: DatabaseQueue, reader: DatabaseQueue) {
        let check = DatabaseCheck(path: database, patience: patience)
        let exists = try check.run()
        if exists, isReadOnly { return try openToRead(check) }
        try prepare()
        if !exists {
            try makeDatabase()
            _ = try check.run()
        }
        do {
            let writer = try DatabaseQueue(path: database, configuration: configuration())
            // While another process writes, a database of this version can be opened all the same.
            let version = try writer.read { database in
                try Schema.check(database, path: self.database)
                return try Schema.applied(in: database)
            }
            if version < Schema.version { try writer.write { try Schema.apply(to: $0) } }
            let reader = try DatabaseQueue(path: database, configuration: configuration(isReader: true))
            try closeFiles()
            return (writer, reader)
        } catch {
            throw StoreFault(error, path: database)
        }
    }

    /// Whoever writes through one of these connections is refused (`readOnly`).
    private func openToRead(_ check: DatabaseCheck) throws(StoreFault) -> (writer: DatabaseQueue, reader: DatabaseQueue)
    {
        do {
            func connect() throws -> DatabaseQueue {
                // Where nobody has left a log, SQLite asks for no files of its own, which it could not make.
                let name = check.isInUse ? database : check.immutableName
                return try DatabaseQueue(path: name, configuration: configuration(isReader: true))
            }
            let reader = try connect()
            // The tables of an earlier version cannot be brought to this one here.
            guard try reader.read({ try Schema.applied(in: $0) }) == Schema.version else { throw StoreFault.readOnly }
            return (try connect(), reader)
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

    /// Builds the database under another name and gives it its own once it is whole: a crash leaves none or all of it, and
    /// of two copies that start at once one wins.
    private func makeDatabase() throws(StoreFault) {
        let draft = "\(database).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        try makeFile(draft)
        do {
            let queue = try DatabaseQueue(path: draft)
            try queue.write { database in
                try database.execute(sql: "PRAGMA application_id = \(DatabaseCheck.applicationID)")
                try Schema.apply(to: database)
            }
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA journal_mode = WAL") }
            try queue.closeKeepingQueue()
        } catch {
            throw StoreFault(error, path: draft)
        }
        if link(draft, database) != 0, errno != EEXIST { throw StoreFault(errno: errno, path: database) }
    }
}
