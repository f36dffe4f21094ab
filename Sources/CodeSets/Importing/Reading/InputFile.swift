import Foundation

/// An open file that is read from its beginning to its end.
final class InputFile {
    let size: Int
    private let name: String
    private let descriptor: Int32

    init(_ url: URL) throws(ImportFault) {
        name = url.lastPathComponent
        descriptor = open(url.path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else {
            throw ImportFault(name, "it can't be opened: \(String(cString: strerror(errno))).")
        }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            close(descriptor)
            throw ImportFault(name, "it is not a file.")
        }
        size = Int(status.st_size)
    }

    deinit { close(descriptor) }

    /// The next bytes, fewer than `count` only at the end.
    func read(_ count: Int) throws(ImportFault) -> [UInt8] {
        var bytes = [UInt8](repeating: 0, count: count)
        var filled = 0
        while filled < count {
            let got = bytes.withUnsafeMutableBytes {
                Foundation.read(descriptor, $0.baseAddress?.advanced(by: filled), count - filled)
            }
            if got < 0, errno == EINTR { continue }
            guard got >= 0 else { throw ImportFault(name, "it can't be read: \(String(cString: strerror(errno))).") }
            if got == 0 { break }
            filled += got
        }
        bytes.removeLast(count - filled)
        return bytes
    }
}
