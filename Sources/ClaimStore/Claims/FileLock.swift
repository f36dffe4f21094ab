import Foundation

/// The lock of a file, which the system takes back when the process ends (`flock(2)`); nothing is left to clean up.
///
/// Several locks may be names of one file (`alsoNamed`).
struct FileLock: HeldLock {
    private let path: String
    /// A file that goes with the lock.
    private let companion: String?
    private let file: LockedFile

    /// Takes it, or throws `openElsewhere` where another holds it, in this process or another.
    init(path: String, companion: String? = nil) throws(StoreFault) {
        self.init(path, companion, try FileLock.take(path))
    }

    private init(_ path: String, _ companion: String?, _ file: LockedFile) {
        (self.path, self.companion, self.file) = (path, companion, file)
        // Of the last holder, who is gone.
        if let companion { unlink(companion) }
    }

    /// Takes another lock as one more name of this one's file: making a file costs the disk twenty times as much.
    ///
    /// - Returns: `nil` where somebody has it, and on a disk whose files have one name each.
    func alsoNamed(path: String, companion: String? = nil) -> FileLock? {
        if link(self.path, path) != 0 {
            guard errno == EEXIST else { return nil }
            FileLock.removeIfFree(path)
            guard link(self.path, path) == 0 else { return nil }
        }
        guard file.isNamed(path) else {
            // This lock was lost, and the name is of another's file.
            unlink(path)
            return nil
        }
        return FileLock(path, companion, file)
    }

    var isLost: Bool { !file.isNamed(path) }

    func release() {
        // Removed while still held, so nobody can have locked a file that is about to go.
        guard !isLost else { return }
        if let companion { unlink(companion) }
        unlink(path)
    }

    /// Writes what others may read of the holder.
    func note(_ holder: Data) { file.write(holder) }

    private static func take(_ path: String) throws(StoreFault) -> LockedFile {
        // The file may be removed by its holder between the opening and the locking; then it is made again.
        for attempt in 0..<100 {
            let file = try LockedFile(path)
            guard file.lock() else {
                let number = errno
                if number == EINTR { continue }
                guard number == EWOULDBLOCK else { throw StoreFault(errno: number, path: path) }
                // Somebody may be taking another of its names, whose holder is gone (below).
                guard file.hasSeveralNames, attempt < 5 else { throw .openElsewhere }
                usleep(1000)
                continue
            }
            guard file.isNamed(path) else { continue }
            guard file.hasSeveralNames else { return file }
            // Whoever had them all is gone; each needs a file of its own now.
            unlink(path)
        }
        throw .busy
    }
}

/// A file that is open until nobody needs it, and with that its lock.
private final class LockedFile: Sendable {
    private let descriptor: Int32

    init(_ path: String) throws(StoreFault) {
        descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
        guard descriptor >= 0 else { throw StoreFault(errno: errno, path: path) }
    }

    deinit { close(descriptor) }

    /// - Returns: whether it is locked now; if not, `errno` says why.
    func lock() -> Bool { flock(descriptor, LOCK_EX | LOCK_NB) == 0 }

    func isNamed(_ path: String) -> Bool { FileLock.isStill(path, descriptor) }

    var hasSeveralNames: Bool {
        var status = stat()
        return fstat(descriptor, &status) == 0 && status.st_nlink > 1
    }

    func write(_ content: Data) {
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = content.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }
}

extension FileLock {
    /// Whether the open file is the one that the name represents.
    static func isStill(_ path: String, _ descriptor: Int32) -> Bool {
        var (named, opened) = (stat(), stat())
        return lstat(path, &named) == 0 && fstat(descriptor, &opened) == 0 && named.st_ino == opened.st_ino
            && named.st_dev == opened.st_dev
    }
}

extension ClaimLock {
    convenience init(path: String) throws(StoreFault) { self.init(try FileLock(path: path)) }

    /// Takes the lock of a file, waiting up to ten seconds for another process.
    static func waiting(for path: String) throws(StoreFault) -> ClaimLock {
        for _ in 0..<100 {
            do throws(StoreFault) {
                return try ClaimLock(path: path)
            } catch {
                guard error == .openElsewhere else { throw error }
                usleep(100_000)
            }
        }
        throw .busy
    }
}
