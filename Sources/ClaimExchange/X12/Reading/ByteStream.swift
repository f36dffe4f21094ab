/// Bytes that come in chunks of any size, of which one is kept.
struct ByteStream {
    /// The least number of bytes to ask for at once.
    private static let leastRead = 1 << 12

    private let readChunk: () throws -> [UInt8]?
    private var chunk: [UInt8]
    private var position = 0
    /// Where the chunk begins in the file.
    private var base = 0
    private var isAtEnd: Bool

    /// - Parameter chunk: gives the next bytes; `nil` or none of them at the end of the file.
    init(chunks chunk: @escaping () throws -> [UInt8]?) {
        readChunk = chunk
        self.chunk = []
        isAtEnd = false
    }

    init(_ bytes: [UInt8]) {
        readChunk = { nil }
        chunk = bytes
        isAtEnd = true
    }

    /// What is there and not yet taken.
    var rest: ArraySlice<UInt8> { chunk[position...] }

    /// Where `rest` begins, in bytes from the start of the file.
    var offset: Int { base + position }

    mutating func skip(_ count: Int) { position = min(position + count, chunk.count) }

    /// Reads on until `rest` has this many bytes.
    ///
    /// - Returns: whether the file has them.
    @discardableResult
    mutating func fill(atLeast count: Int) throws -> Bool {
        guard chunk.count - position < count else { return true }
        guard !isAtEnd else { return false }
        var bytes = Array(rest)
        let goal = max(count, bytes.count + ByteStream.leastRead)
        while bytes.count < goal, !isAtEnd {
            if let more = try readChunk(), !more.isEmpty { bytes += more } else { isAtEnd = true }
        }
        base += position
        position = 0
        chunk = bytes
        return chunk.count >= count
    }

    /// Passes over what may be between segments, and over a byte order mark.
    ///
    /// - Returns: whether anything follows.
    mutating func skipBlanks() throws -> Bool {
        if offset == 0, try fill(atLeast: 3), rest.starts(with: [0xEF, 0xBB, 0xBF]) { skip(3) }
        repeat {
            while position < chunk.count, chunk[position].isBlank { position += 1 }
            if position < chunk.count { return true }
        } while try fill(atLeast: 1)
        return false
    }

    /// How many bytes of `rest` are before the first such byte; `nil` where none is there.
    func distance(to byte: UInt8, from start: Int = 0) -> Int? {
        chunk[(position + start)...].firstIndex(of: byte).map { $0 - position }
    }
}

extension UInt8 {
    /// Line breaks, blanks, and the marks that ended files on old systems.
    fileprivate var isBlank: Bool { endsLine || self == 0x20 || self == 0x09 || self == 0x00 || self == 0x1A }
}
