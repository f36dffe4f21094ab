import Foundation

/// The folder of a store, which nobody but its owner may look into: folders 0700, files 0600.
struct StoreFolder: Sendable {
    let path: String
    /// How long a call waits, in seconds, while another process writes.
    let patience: TimeInterval
    /// Whether it goes with the program, so that nothing of it has to outlast a loss of power.
    let isTemporary: Bool

    init(path: String, patience: TimeInterval = 5, isTemporary: Bool = false) {
        self.path = path
        self.patience = patience
        self.isTemporary = isTemporary
    }

    var parent: String { String(path[..<(path.lastIndex(of: "/") ?? path.startIndex)]) }
    var database: String { path + "/claims.db" }
    var locks: String { path + "/locks" }

    /// Whether nobody can write here, as on a disk that is mounted to be read only; `false` where nothing is there yet.
    var isReadOnly: Bool {
        for file in [path, database] where access(file, W_OK) != 0 && (errno == EROFS || errno == EACCES) {
            return true
        }
        return false
    }

    /// Makes what is missing and closes what is open to others.
    func prepare() throws(StoreFault) {
        try prepareFolder()
        try makePrivate(locks)
    }

    /// Closes the database's files to others; SQLite gives the ones it makes the mode of the database.
    func closeFiles() throws(StoreFault) {
        for file in [database, database + "-wal", database + "-shm"] { try close(file, to: 0o600) }
    }

    func close(_ path: String, to mode: mode_t) throws(StoreFault) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw StoreFault(errno: errno, path: path)
        }
        if status.st_mode & 0o077 != 0, chmod(path, mode) != 0 { throw .exposed(path: path) }
    }
}
