import ClaimExchange
import ClaimStore
import Foundation
import Glibc

/// A file that came from outside, held open: what is read is one file, whatever becomes of its name meanwhile.
final class IncomingFile {
    let path: String
    let stamp: FileStamp
    private let descriptor: Int32

    /// - Throws: why it is none that can be read; no link is followed.
    init(_ path: String) throws(InputFault) {
        self.path = path
        var status = stat()
        guard lstat(path, &status) == 0 else { throw IncomingFile.fault(errno) }
        switch status.st_mode & S_IFMT {
        case S_IFREG: break
        case S_IFDIR: throw InputFault("is a folder, not a file")
        case S_IFLNK: throw InputFault("is a symbolic link: put the file itself here")
        default: throw InputFault("is not a file that can be read")
        }
        descriptor = open(path, O_RDONLY | O_NOFOLLOW | O_NONBLOCK | O_CLOEXEC)
        guard descriptor >= 0 else { throw IncomingFile.fault(errno) }
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw IncomingFile.changed
        }
        stamp = FileStamp(status)
    }

    deinit { close(descriptor) }

    var name: String { URL(fileURLWithPath: path).lastPathComponent }

    /// Its bytes from the beginning.
    func chunks(sealedBy keyring: Keyring?) throws(InputFault) -> FileChunks {
        lseek(descriptor, 0, SEEK_SET)
        let copy = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard copy >= 0 else { throw IncomingFile.fault(errno) }
        return try FileChunks(descriptor: copy, sealedBy: keyring)
    }

    /// Whether the name leads to another file now, or to none.
    var isReplaced: Bool { FileStamp(at: path).map { !$0.isSameFile(as: stamp) } ?? true }

    /// - Throws: where it was written, replaced or removed since it was opened.
    func checkUnchanged() throws(InputFault) {
        var status = stat()
        guard fstat(descriptor, &status) == 0, FileStamp(status).hasSameContents(as: stamp), !isReplaced else {
            throw IncomingFile.changed
        }
    }

    static let changed = InputFault("changed while it was read; nothing was taken. It is tried again")

    private static func fault(_ number: Int32) -> InputFault {
        switch number {
        case ENOENT: InputFault("is gone")
        case ELOOP: changed
        default: InputFault("cannot be opened: \(String(cString: strerror(number)))")
        }
    }
}

/// What the file system says of a file: the same only while it is the same file with the same contents.
struct FileStamp: Hashable, Sendable {
    private let device: UInt
    private let file: UInt
    let size: Int
    private let modified: Moment
    private let changed: Moment

    private struct Moment: Hashable {
        let seconds: Int
        let nanoseconds: Int

        init(_ time: timespec) { (seconds, nanoseconds) = (time.tv_sec, time.tv_nsec) }
    }

    init(_ status: stat) {
        (device, file, size) = (UInt(status.st_dev), UInt(status.st_ino), Int(status.st_size))
        (modified, changed) = (Moment(status.st_mtim), Moment(status.st_ctim))
    }

    /// Of what a name leads to, links not followed; `nil` where there is nothing.
    init?(at path: String) {
        var status = stat()
        guard lstat(path, &status) == 0 else { return nil }
        self.init(status)
    }

    func isSameFile(as other: FileStamp) -> Bool { device == other.device && file == other.file }

    /// Moving a file changes only when its entry was changed.
    func hasSameContents(as other: FileStamp) -> Bool {
        isSameFile(as: other) && size == other.size && modified == other.modified
    }

    /// When it came or was written last; a download may carry the time of its original.
    var cameAt: Date { Date(timeIntervalSince1970: Double(changed.seconds) + Double(changed.nanoseconds) / 1e9) }
}
