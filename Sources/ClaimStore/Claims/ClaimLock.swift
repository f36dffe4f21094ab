import Foundation
import Synchronization
import TextKit

/// The right to change one claim, held by one open window at a time.
///
/// The system takes it back when the process ends, however it ends (`flock(2)`); nothing is left to clean up.
public final class ClaimLock: Sendable {
    private let path: String
    /// The file of who asks for the claim, which goes with the lock.
    private let request: String?
    private let server: ServerHold?
    /// Of the file; -1 once it was given back.
    private let descriptor: Mutex<Int32>

    /// Takes the lock of a file, or throws `openElsewhere` where another holds it, in this process or another.
    init(path: String, request: String? = nil) throws(StoreFault) {
        self.path = path
        self.request = request
        server = nil
        descriptor = Mutex(try ClaimLock.take(path))
        // The last holder was asked, and is gone.
        if let request { unlink(request) }
    }

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

    private init() {
        path = ""
        request = nil
        server = nil
        descriptor = Mutex(-1)
    }

    /// Of a claim that is open here as the server has it.
    init(onServer server: ServerHold) {
        path = ""
        request = nil
        self.server = server
        descriptor = Mutex(0)
    }

    /// The lock of a claim that is only read, which everybody has.
    public static var none: ClaimLock { ClaimLock() }

    /// Whether somebody else has the claim now, though it was not released here.
    public var isLost: Bool {
        if let server { return descriptor.withLock { $0 >= 0 } && !server.isOurs }
        return descriptor.withLock { $0 >= 0 && !ClaimLock.isStill(path, $0) }
    }

    deinit { release() }

    /// Gives the claim back; a second call does nothing.
    public func release() {
        let isHeld = descriptor.withLock { descriptor in
            defer { if server != nil { descriptor = -1 } }
            return descriptor >= 0
        }
        if let server { return isHeld ? server.release() : () }
        descriptor.withLock { descriptor in
            guard descriptor >= 0 else { return }
            // Removed while still held, so nobody can have locked a file that is about to go.
            if ClaimLock.isStill(path, descriptor) {
                if let request { unlink(request) }
                unlink(path)
            }
            close(descriptor)
            descriptor = -1
        }
    }

    /// Writes what others may read of the holder.
    func note(_ holder: Data) {
        descriptor.withLock { descriptor in
            guard descriptor >= 0, ftruncate(descriptor, 0) == 0 else { return }
            _ = holder.withUnsafeBytes { pwrite(descriptor, $0.baseAddress, $0.count, 0) }
        }
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

extension ClaimStore {
    /// Takes a claim for editing; hold on to the result as long as it is open.
    ///
    /// - Throws: `openElsewhere` where another window has it, of this process or another.
    public func lock(_ id: String) throws(StoreFault) -> ClaimLock { try lock(id, isTakenOver: false) }

    func lock(_ id: String, isTakenOver: Bool) throws(StoreFault) -> ClaimLock {
        guard (1...64).contains(id.utf8.count) else { throw .notStorable }
        if isReadOnly { return .none }
        return try holds.take(try fileName(for: id), for: try sealedHolder(of: id), isTakenOver: isTakenOver)
    }
}

extension ClaimStore {
    /// An id as a file's name, which says nothing of it.
    func fileName(for id: String) throws(StoreFault) -> String {
        do {
            return try seals.code("file", id).prefix(12).hexadecimal
        } catch {
            throw StoreFault(error, path: folder.path)
        }
    }
}
