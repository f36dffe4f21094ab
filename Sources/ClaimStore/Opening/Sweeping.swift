import Foundation

extension ClaimStore {
    /// Removes what copies of the program have left in the store's folder that were killed: the lock files of claims that
    /// nobody has open, what was asked of their holders, and files that never got their name.
    public func sweep() { folder.sweep() }
}

extension StoreFolder {
    fileprivate func sweep() {
        for name in FolderContents.names(in: locks) where name.hasSuffix(".lock") {
            FileLock.removeIfFree("\(locks)/\(name)")
        }
        let held = Set(FolderContents.names(in: locks).filter { $0.hasSuffix(".lock") }.map { $0.dropLast(5) })
        FolderContents.sweep(locks) { name in
            name.hasSuffix(".ask") && !held.contains(name.dropLast(4)) || name.hasSuffix(".ask-new")
        }
        let draft = URL(fileURLWithPath: database).lastPathComponent + ".new-"
        FolderContents.sweep(path) { $0.hasPrefix(draft) }
    }
}

extension FileLock {
    /// Removes a lock file of this user that nobody holds.
    static func removeIfFree(_ path: String) {
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
