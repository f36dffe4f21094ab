import Foundation
import GRDB

extension StoreFolder {
    /// Opens the database of this folder, or makes it; whatever cannot be opened safely is refused untouched.
    func open() throws(StoreFault) -> DatabaseQueue {
        let check = DatabaseCheck(path: database)
        let exists = try check.run()
        try prepare()
        if !exists {
            try makeDatabase()
            _ = try check.run()
        }
        do {
            let queue = try DatabaseQueue(path: database, configuration: StoreFolder.configuration)
            try queue.write { database in
                try Schema.check(database, path: self.database)
                try Schema.apply(to: database)
            }
            try closeFiles()
            return queue
        } catch {
            throw StoreFault(error, path: database)
        }
    }

    /// The file says itself that its journal is a write-ahead log, so no connection has to.
    private static var configuration: Configuration {
        var configuration = Configuration()
        configuration.busyMode = .timeout(5)
        configuration.prepareDatabase { database in
            try database.execute(sql: "PRAGMA synchronous = NORMAL; PRAGMA wal_autocheckpoint = 4000")
        }
        return configuration
    }

    /// Builds the database under another name and gives it its own once it is whole: a crash leaves none or all of it, and
    /// of two copies that start at once one wins.
    private func makeDatabase() throws(StoreFault) {
        let draft = "\(database).new-\(getpid())-\(UInt32.random(in: 0 ... .max))"
        defer { for end in ["", "-journal", "-wal", "-shm"] { unlink(draft + end) } }
        let descriptor = Foundation.open(draft, O_CREAT | O_EXCL | O_RDWR | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StoreFault(errno: errno, path: path) }
        close(descriptor)
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
