import Foundation

/// The lock of a file, which the system takes back when the process ends (`flock(2)`); nothing is left to clean up.
struct FileLock: HeldLock {
    private let path: String
    /// A file that goes with the lock.
    private let companion: String?
    private let descriptor: Int32

    /// Takes it, or throws `openElsewhere` where another holds it, in this process or another.
    init(path: String, companion: String? = nil) throws(StoreFault) {
        self.path = path
        self.companion = companion
        descriptor = try FileLock.take(path)
        // Of the last holder, who is gone.
        if let companion { unlink(companion) }
    }

    var isLost: Bool { !FileLock.isStill(path, descriptor) }

    func release() {
        // Removed while still held, so nobody can have locked a file that is about to go.
        if !isLost {
            if let companion { unlink(companion) }
            unlink(path)
        }
        close(descriptor)
    }

    /// Writes what others may read of the holder.
    func note(_ holder: Data) {
        guard ftruncate(descriptor, 0) == 0 else { return }
        _ = holder.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
    }

    private static func take(_ path: String) throws(StoreFault) -> Int32 {
        // The file may be removed by its holder between the opening and the locking; then it is made again.
        for _ in 0..<100 {
            let descriptor = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0o600)
            guard descriptor >= 0 else { throw StoreFault(errno: errno, path: path) }
            guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else {
                let number = errno
                close(descriptor)
                if number == EINTR { continue }
                throw number == EWOULDBLOCK ? .openElsewhere : StoreFault(errno: number, path: path)
            }
            if isStill(path, descriptor) { return descriptor }
            close(descriptor)
        }
        throw .busy
    }

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
