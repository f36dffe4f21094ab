import Foundation

/// A file's bytes, mapped for reading: nothing is read before it is asked for, and copies of the program share it.
final class MappedFile: Sendable {
    nonisolated(unsafe) let bytes: UnsafeRawBufferPointer

    init(_ path: String) throws(UnreadableTable) {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw UnreadableTable(path: path, reason: "it can't be opened") }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT == S_IFREG else {
            throw UnreadableTable(path: path, reason: "it is not a file")
        }
        let size = Int(status.st_size)
        guard size > 0, let start = mmap(nil, size, PROT_READ, MAP_PRIVATE, descriptor, 0), start != MAP_FAILED else {
            throw UnreadableTable(path: path, reason: "it is empty or can't be mapped")
        }
        bytes = UnsafeRawBufferPointer(start: start, count: size)
    }

    /// Puts a copy of the bytes where the mapping is: whoever cuts the file off, which takes even pages of one's own away,
    /// or writes over it, changes nothing here. No other thread may be reading meanwhile.
    func keepInMemory() {
        let copy = [UInt8](bytes)
        let place = UnsafeMutableRawPointer(mutating: bytes.baseAddress)
        let start = mmap(
            place, copy.count, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS | MAP_FIXED, -1, 0)
        guard let start, start != MAP_FAILED else { return }
        start.copyMemory(from: copy, byteCount: copy.count)
        mprotect(start, copy.count, PROT_READ)
    }

    deinit {
        munmap(UnsafeMutableRawPointer(mutating: bytes.baseAddress), bytes.count)
    }
}

/// A table's file that is not what it should be.
public struct UnreadableTable: Error, Hashable, Sendable, CustomStringConvertible {
    /// The whole path of the file.
    public let path: String
    /// What is wrong, without a capital letter and a final period.
    public let reason: String

    public var description: String { "The code table \(path) can't be used: \(reason)." }
}
