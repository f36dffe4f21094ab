/// Cuts a file of drafts into pieces while its bytes come in, so that nobody has to hold the whole file.
///
/// A piece is whole documents: reading the pieces one by one gives what reading the file gives. Usually a piece is one
/// document; what is broken stays together up to the next line that opens a document. Of a list, each claim is a piece.
public struct DraftStream {
    /// Whole documents of a file, for `DraftReader.read`.
    public struct Piece: Sendable {
        /// As they are in the file.
        public let bytes: [UInt8]
        /// Where the piece begins, in bytes from the start of the file.
        public let offset: Int
        /// Whether it is the beginning of a document longer than `largestDocument`, whose rest is passed over.
        public let isCut: Bool
        /// Whether it is a claim of a list.
        let isInList: Bool
        /// What is wrong between the claims of a list; such a piece has no bytes.
        let fault: DraftFault?

        init(bytes: [UInt8], offset: Int, isCut: Bool, isInList: Bool = false) {
            (self.bytes, self.offset, self.isCut, self.isInList, fault) = (bytes, offset, isCut, isInList, nil)
        }

        init(fault: DraftFault, offset: Int) {
            (bytes, self.offset, isCut, isInList, self.fault) = ([], offset, false, true, fault)
        }
    }

    /// In bytes; a claim with everything in it is far smaller.
    public static let largestDocument = 8 << 20

    private var buffer: [UInt8] = []
    /// Where the buffer begins in the file.
    private var offset = 0
    /// How far the buffer has been looked at.
    private var at = 0
    private var nesting = JSONNesting()
    /// The length from which an open document is tried once more whether it is broken.
    private var nextTry = 0
    private var isPassingOver = false
    private var hasGivenPieces = false
    /// Where the file is a list of claims.
    private var list: DraftList?
    private var hasBegun = false

    /// A stream that has taken no bytes yet.
    public init() {}

    /// Takes further bytes of the file.
    ///
    /// - Returns: the pieces that are complete now.
    public mutating func take(_ bytes: some Sequence<UInt8>) -> [Piece] {
        if list != nil { return list?.take(bytes) ?? [] }
        buffer.append(contentsOf: bytes)
        guard hasBegun || begins() else { return [] }
        if list != nil {
            defer { buffer = [] }
            return list?.take(buffer) ?? []
        }
        var pieces: [Piece] = []
        var start = 0
        while let end = nextEnd(from: start) {
            if !isPassingOver { pieces.append(piece(start..<end)) }
            isPassingOver = false
            start = end
        }
        if buffer.count - start > DraftStream.largestDocument {
            if !isPassingOver { pieces.append(piece(start..<buffer.count, isCut: true)) }
            isPassingOver = true
            // The last byte stays: a line may begin behind it.
            start = buffer.count - 1
            begin(at: buffer.count)
        }
        buffer.removeFirst(start)
        offset += start
        at -= start
        return pieces
    }

    /// The end of the file: what is left, or an empty piece where the file has been empty.
    public mutating func finish() -> Piece? {
        defer { buffer = [] }
        if list != nil { return list?.finish() }
        guard !isPassingOver, !buffer.isEmpty || !hasGivenPieces else { return nil }
        return piece(0..<buffer.count)
    }

    /// Whether it is known by now if the file is a list. A list's bracket leaves the buffer.
    private mutating func begins() -> Bool {
        hasBegun = DraftList.firstByte(of: buffer) != nil || buffer.count > DraftStream.largestDocument
        guard let start = DraftList.start(in: buffer) else { return hasBegun }
        list = DraftList(from: start)
        buffer.removeFirst(start)
        return true
    }

    private mutating func piece(_ range: Range<Int>, isCut: Bool = false) -> Piece {
        hasGivenPieces = true
        return Piece(bytes: Array(buffer[range]), offset: offset + range.lowerBound, isCut: isCut)
    }

    private mutating func begin(at place: Int) {
        (at, nesting, nextTry) = (place, JSONNesting(), 0)
    }

    /// The next place at which a line opens a document and the one before it has ended, or is broken.
    private mutating func nextEnd(from start: Int) -> Int? {
        while at < buffer.count {
            let byte = buffer[at]
            if byte == .braceOpen, at > start, buffer[at - 1] == .newline, hasEnded(start..<at) {
                let end = at
                begin(at: end)
                return end
            }
            nesting.take(byte)
            at += 1
        }
        return nil
    }

    /// Whether the document that begins a range ends in it. An open one may go on, unless it is broken already.
    private mutating func hasEnded(_ range: Range<Int>) -> Bool {
        if nesting.depth <= 0 || isPassingOver { return true }
        guard range.count >= nextTry else { return false }
        nextTry = 2 * range.count
        // With the brace behind it: whether that may be there is what the range alone does not show.
        let bytes = Array(buffer[range]) + [.braceOpen]
        var scanner = JSONScanner(bytes, from: 0)
        do throws(DraftFault) {
            _ = try scanner.value()
            return true
        } catch {
            return (error.offset ?? 0) < bytes.count
        }
    }
}
