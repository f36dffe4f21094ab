import Foundation
import Glibc

/// Why a file could not be written, in words.
struct OutputFault: Error {
    let words: String
}

/// Writes a new file that only its owner may read, whole or not at all; none that is there is overwritten.
func writeFile(_ bytes: [UInt8], to path: String) throws(OutputFault) {
    if access(path, F_OK) == 0 { throw OutputFault(words: "\(path) exists already; give another name.") }
    let draft = "\(path).new-\(getpid())"
    let descriptor = open(draft, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
    guard descriptor >= 0 else {
        throw OutputFault(words: "\(path) cannot be written: \(String(cString: strerror(errno))).")
    }
    var fault = sendBytes(bytes, to: descriptor)
    if close(descriptor) != 0, fault == nil { fault = errno }
    if fault == nil, rename(draft, path) != 0 { fault = errno }
    guard let fault else { return }
    unlink(draft)
    throw OutputFault(words: "\(path) cannot be written: \(String(cString: strerror(fault))).")
}

/// Writes all bytes.
///
/// - Returns: the error number where not everything could be written.
func sendBytes(_ bytes: [UInt8], to descriptor: Int32) -> Int32? {
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
