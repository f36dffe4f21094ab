import Foundation

extension ClaimStore {
    /// Removes what copies of the program have left in the store's folder that were killed: the lock files of claims that
    /// nobody has open, and databases that never got their name.
    public func sweep() { folder.sweep() }
}

extension StoreFolder {
    /// A new database has its name within moments.
    private static let leastAge = 3600

    fileprivate func sweep() {
        for name in StoreFolder.names(in: locks) where name.hasSuffix(".lock") {
            ClaimLock.removeIfFree("\(locks)/\(name)")
        }
        let draft = URL(fileURLWithPath: database).lastPathComponent + ".new-"
        for name in StoreFolder.names(in: path) where name.hasPrefix(draft) {
            let file = "\(path)/\(name)"
            var status = stat()
            guard lstat(file, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
                time(nil) - status.st_mtim.tv_sec > StoreFolder.leastAge
            else { continue }
            unlink(file)
        }
    }

    private static func names(in folder: String) -> [String] {
        (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
    }
}

extension ClaimLock {
    /// Removes a lock file of this user that nobody holds.
    fileprivate static func removeIfFree(_ path: String) {
        var status = stat()
        let descriptor = open(path, O_RDWR | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK)
        guard descriptor >= 0 else { return }
        defer { close(descriptor) }
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG, status.st_uid == geteuid(),
            flock(descriptor, LOCK_EX | LOCK_NB) == 0, isStill(path, descriptor)
        else { return }
        // Removed while held, as `release` does.
        unlink(path)
    }
}
