public import ClaimStore
import Glibc
import Sealing

/// The bytes of a file or of standard input, piece by piece.
public final class FileChunks {
    private let descriptor: Int32
    private var piece = [UInt8](repeating: 0, count: 1 << 16)
    private var beginning: [UInt8]?
    /// The number of bytes returned so far.
    public private(set) var taken = 0

    /// Opens a file that the office has sealed; `nil` for any other.
    private var unsealing: SealedFileReader?

    /// - Parameters:
    ///   - name: a path; `-` is standard input.
    ///   - keyring: opens the office's sealed files; `nil` where nobody has signed in.
    public convenience init(_ name: String, sealedBy keyring: Keyring? = nil) throws(InputFault) {
        let descriptor = name == "-" ? STDIN_FILENO : open(name, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw InputFault("cannot be opened: \(String(cString: strerror(errno)))") }
        try self.init(descriptor: descriptor, sealedBy: keyring)
    }

    /// - Parameter descriptor: of a file that is open; it is closed with this.
    init(descriptor: Int32, sealedBy keyring: Keyring? = nil) throws(InputFault) {
        self.descriptor = descriptor
        beginning = try read()
        guard let start = beginning, SealedFile.isOne(start) else { return }
        guard let keyring else { throw InputFault("is sealed: only cleanclaim import and reference import open it") }
        unsealing = keyring.sealedFileReader
        beginning = try unsealed(start)
    }

    private func unsealed(_ piece: [UInt8]?) throws(InputFault) -> [UInt8]? {
        var piece = piece
        while let sealed = piece {
            do throws(SealFault) {
                if let content = try unsealing?.take(sealed), !content.isEmpty { return content }
            } catch {
                throw InputFault("was sealed by another office, before the key was changed, or was changed since")
            }
            piece = try readBytes()
        }
        guard unsealing?.isWhole == true else { throw InputFault("is cut off") }
        return nil
    }

    deinit {
        if descriptor > STDERR_FILENO { close(descriptor) }
    }

    /// Whether it is a file on a disk, which nobody waits for and which can be read again from its beginning.
    public var isRegular: Bool {
        var status = stat()
        return descriptor != STDIN_FILENO && fstat(descriptor, &status) == 0 && status.st_mode & S_IFMT == S_IFREG
    }

    /// The first piece, which `next` returns again.
    public var first: [UInt8] { beginning ?? [] }

    /// The next piece; `nil` at the end.
    public func next() throws(InputFault) -> [UInt8]? {
        if let first = beginning {
            beginning = nil
            taken += first.count
            return first
        }
        let piece = try read()
        taken += piece?.count ?? 0
        return piece
    }

    /// The rest, in one piece.
    public func rest() throws(InputFault) -> [UInt8] {
        var bytes: [UInt8] = []
        while let piece = try next() {
            bytes += piece
            guard bytes.count <= largestInput else { throw InputFault("is larger than 1 GB; split it") }
        }
        return bytes
    }

    private func read() throws(InputFault) -> [UInt8]? {
        unsealing == nil ? try readBytes() : try unsealed(try readBytes())
    }

    private func readBytes() throws(InputFault) -> [UInt8]? {
        while true {
            let count = Glibc.read(descriptor, &piece, piece.count)
            if count < 0, errno == EINTR { continue }
            guard count >= 0 else { throw InputFault("cannot be read: \(String(cString: strerror(errno)))") }
            return count > 0 ? Array(piece.prefix(count)) : nil
        }
    }
}
