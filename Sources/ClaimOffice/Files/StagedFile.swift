import Foundation
import Glibc

/// Why a file could not be written, in a sentence with its name.
public struct OutputFault: Error, Sendable {
    public let message: String

    init(_ message: String) { self.message = message }
}

/// Writes a new file that only its owner may read, all of it or nothing; an existing file is not overwritten.
public func writeFile(_ bytes: [UInt8], to path: String) throws(OutputFault) {
    try StagedFile(bytes, for: path, under: "\(path).new-\(getpid())").place()
}

/// A new file that is complete on the disk under a temporary name, and gets its own in one step.
struct StagedFile {
    let path: String
    private let draft: String

    /// Writes the bytes; an existing file is not overwritten, and only the owner may read the new one.
    init(_ bytes: [UInt8], for path: String, under draft: String) throws(OutputFault) {
        self.path = path
        self.draft = draft
        if access(path, F_OK) == 0 { throw OutputFault("\(path) already exists. Use another name.") }
        let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        guard descriptor >= 0 else { throw StagedFile.fault(errno, path) }
        var fault = sendBytes(bytes, to: descriptor)
        if fault == nil, fsync(descriptor) != 0, errno != EINVAL { fault = errno }
        if close(descriptor) != 0, fault == nil { fault = errno }
        guard let fault else { return }
        unlink(draft)
        throw StagedFile.fault(fault, path)
    }

    /// Gives the file its name; if that fails, nothing is left of it.
    func place() throws(OutputFault) {
        guard access(path, F_OK) != 0, rename(draft, path) == 0 else {
            let fault = access(path, F_OK) == 0 ? EEXIST : errno
            unlink(draft)
            throw StagedFile.fault(fault, path)
        }
        // The name is on the disk once its folder is.
        let folder = open(URL(fileURLWithPath: path).deletingLastPathComponent().path, O_RDONLY | O_CLOEXEC)
        guard folder >= 0 else { return }
        fsync(folder)
        close(folder)
    }

    func discard() { unlink(draft) }

    private static func fault(_ number: Int32, _ path: String) -> OutputFault {
        OutputFault("\(path) cannot be written: \(String(cString: strerror(number))).")
    }
}

/// Writes all bytes.
///
/// - Returns: the error number if not everything could be written.
public func sendBytes(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = rest.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
        if count < 0, errno == EAGAIN {
            var writable = pollfd(fd: descriptor, events: Int16(POLLOUT), revents: 0)
            poll(&writable, 1, -1)
        } else if count < 0, errno != EINTR {
            return errno
        } else {
            rest = rest.dropFirst(max(0, count))
        }
    }
    return nil
}
