import Foundation

/// The folder of a store, which nobody but its owner may look into: folders 0700, files 0600.
struct StoreFolder: Sendable {
    let path: String

    var database: String { path + "/claims.db" }
    var locks: String { path + "/locks" }

    /// Makes what is missing and closes what is open to others.
    func prepare() throws(StoreFault) {
        do {
            try FileManager.default.createDirectory(
                atPath: path, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw StoreFault.unreachable(path: path, reason: "the folder cannot be made")
        }
        if mkdir(locks, 0o700) != 0, errno != EEXIST { throw StoreFault(errno: errno, path: locks) }
        try close(path, to: 0o700)
        try close(locks, to: 0o700)
    }

    /// Closes the database's files to others; SQLite gives the ones it makes the mode of the database.
    func closeFiles() throws(StoreFault) {
        for file in [database, database + "-wal", database + "-shm"] { try close(file, to: 0o600) }
    }

    private func close(_ path: String, to mode: mode_t) throws(StoreFault) {
        var status = stat()
        guard stat(path, &status) == 0 else {
            if errno == ENOENT { return }
            throw StoreFault(errno: errno, path: path)
        }
        if status.st_mode & 0o077 != 0, chmod(path, mode) != 0 { throw .exposed(path: path) }
    }
}
