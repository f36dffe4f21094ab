/// Cuts a list of claims, `[{…}, {…}]`, into its claims while its bytes come in.
///
/// A claim ends where its braces do, so one that is broken inside holds itself. Where something else than a comma is
/// between two claims, nobody can tell where the next one begins: that is said once, and the rest is passed over.
struct DraftList {
    private enum Place { case start, behindComma, behindClaim, inClaim, end, lost }

    private var place = Place.start
    private var claim: [UInt8] = []
    private var claimOffset = 0
    private var nesting = JSONNesting()
    private var isPassingOver = false
    /// Where the next byte is in the file.
    private var offset: Int

    /// - Parameter offset: where the byte behind the opening bracket is in the file.
    init(from offset: Int) { self.offset = offset }

    /// Where a file's bytes go on behind the bracket that opens a list; nil where they open none.
    static func start(in bytes: [UInt8]) -> Int? {
        guard let first = firstByte(of: bytes), bytes[first] == .bracketOpen else { return nil }
        return first + 1
    }

    /// The first byte that is neither blank nor part of a byte order mark.
    static func firstByte(of bytes: [UInt8]) -> Int? {
        let mark: [UInt8] = [0xEF, 0xBB, 0xBF]
        if bytes.count < mark.count, mark.starts(with: bytes) { return nil }
        return bytes[(bytes.starts(with: mark) ? mark.count : 0)...].firstIndex { !isBlank($0) }
    }

    mutating func take(_ bytes: some Sequence<UInt8>) -> [DraftStream.Piece] {
        var pieces: [DraftStream.Piece] = []
        for byte in bytes {
            if let piece = take(byte) { pieces.append(piece) }
            offset += 1
        }
        return pieces
    }

    /// The end of the file: what is missing there.
    mutating func finish() -> DraftStream.Piece? {
        guard place != .end, place != .lost else { return nil }
        return lose("ends too early: the bracket that closes the list of claims is missing")
    }

    private mutating func take(_ byte: UInt8) -> DraftStream.Piece? {
        switch place {
        case .lost: return nil
        case .inClaim: return goOn(byte)
        case _ where DraftList.isBlank(byte): return nil
        case .start where byte == .bracketClose:
            place = .end
            return DraftStream.Piece(fault: DraftFault("is empty: it has no claim", at: 0), offset: 0)
        case .start where byte == .braceOpen, .behindComma where byte == .braceOpen:
            (place, claimOffset, nesting, isPassingOver) = (.inClaim, offset, JSONNesting(), false)
            return goOn(byte)
        case .behindClaim where byte == .comma: place = .behindComma
        case .behindClaim where byte == .bracketClose: place = .end
        case .behindClaim: return lose("is not JSON: a comma or a closing bracket should follow the claim")
        case .end: return lose("something follows the list of claims: write one list, or one claim on each line")
        case .start, .behindComma: return lose("is not a list of claims: a claim in braces should be here")
        }
        return nil
    }

    private mutating func goOn(_ byte: UInt8) -> DraftStream.Piece? {
        nesting.take(byte)
        if !isPassingOver { claim.append(byte) }
        let isOver = nesting.depth <= 0
        if isOver { place = .behindClaim }
        let isCut = claim.count > DraftStream.largestDocument
        guard !isPassingOver, isOver || isCut else { return nil }
        isPassingOver = isCut
        defer { claim = [] }
        return DraftStream.Piece(bytes: claim, offset: claimOffset, isCut: isCut, isInList: true)
    }

    private mutating func lose(_ message: String) -> DraftStream.Piece {
        (place, claim) = (.lost, [])
        return DraftStream.Piece(fault: DraftFault(message, at: offset), offset: offset)
    }

    private static func isBlank(_ byte: UInt8) -> Bool {
        byte == .space || byte == .newline || byte == .tab || byte == .carriageReturn
    }
}
