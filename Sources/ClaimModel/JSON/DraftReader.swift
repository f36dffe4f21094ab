/// Reads claim drafts from their own JSON, schema 1: one document, one per line, or a list of them.
///
/// Every value is the text as typed; nothing is judged here, so a wrong NPI is read and kept. A byte order mark is
/// passed over.
public struct DraftReader: Sendable {
    /// Where the bytes come from, which decides how much they are trusted.
    public enum Origin: Hashable, Sendable {
        /// Anybody: texts far beyond their field's limit and control characters are refused.
        case file
        /// Written by this program from what a person typed: every text is kept.
        case ownStore
    }

    private let context: ParsingContext
    private let origin: Origin

    /// - Parameter context: the day on which two-digit years and relative dates are read.
    public init(in context: ParsingContext, from origin: Origin = .file) {
        self.context = context
        self.origin = origin
    }

    /// Every document, readable or not; a bad one does not stop the others. No document at all is a fault.
    public func read(_ bytes: some Sequence<UInt8>) -> [DraftDocument] { Array(documents(in: bytes)) }

    /// The same one by one, for files that hold more than memory should.
    public func documents(in bytes: some Sequence<UInt8>) -> DraftDocuments {
        DraftDocuments(bytes: Array(bytes), reader: self)
    }

    /// The only document.
    public func draft(from bytes: some Sequence<UInt8>) throws(DraftFault) -> ClaimDraft {
        let first = Array(documents(in: bytes).prefix(2))
        guard let only = first.first, first.count == 1 else {
            throw DraftFault("holds more than one claim where one is wanted", at: first.last?.offset)
        }
        return try only.result.get()
    }

    func draft(from node: JSONNode) throws(DraftFault) -> ClaimDraft {
        try DraftDecoding(context: context, origin: origin).draft(from: node)
    }
}

/// One document of a file and the draft that it holds.
public struct DraftDocument: Sendable {
    /// Where the document begins, in bytes from the start of the file.
    public let offset: Int
    /// The draft, or where and why the document is not one.
    public let result: Result<ClaimDraft, DraftFault>
}

/// The documents of a file, each read when it is asked for.
public struct DraftDocuments: Sequence, IteratorProtocol {
    private let bytes: [UInt8]
    private let reader: DraftReader
    private var offset: Int
    private var isUntouched = true
    /// Where the file is a list: its claims.
    private var list: ArraySlice<DraftDocument>?

    init(bytes: [UInt8], reader: DraftReader) {
        self.bytes = bytes
        self.reader = reader
        offset = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
        guard let start = DraftList.start(in: bytes) else { return }
        var list = DraftList(from: start)
        let pieces = list.take(bytes[start...])
        self.list = (pieces + [list.finish()].compactMap { $0 }).flatMap { reader.read($0) }[...]
    }

    /// The next document; a broken one ends at the next line that opens an object.
    public mutating func next() -> DraftDocument? {
        if list != nil { return list?.popFirst() }
        var scanner = JSONScanner(bytes, from: offset)
        scanner.skipBlanks()
        let start = scanner.offset
        if scanner.isAtEnd {
            guard isUntouched else { return nil }
            isUntouched = false
            return DraftDocument(offset: 0, result: .failure(DraftFault("is empty: it has no claim", at: 0)))
        }
        isUntouched = false
        do throws(DraftFault) {
            let node = try scanner.value()
            offset = scanner.offset
            try endLine()
            return DraftDocument(
                offset: start, result: Result { () throws(DraftFault) in try reader.draft(from: node) })
        } catch {
            offset = nextDocument(after: start, faultAt: error.offset ?? start)
            return DraftDocument(offset: start, result: .failure(error))
        }
    }

    /// What follows a document on its line may be blanks only.
    private mutating func endLine() throws(DraftFault) {
        while offset < bytes.count, bytes[offset] != .newline {
            guard [.space, .tab, .carriageReturn].contains(bytes[offset]) else {
                throw DraftFault("something follows the claim on its line: write one claim on each line", at: offset)
            }
            offset += 1
        }
    }

    /// After a broken document: the next line, from the broken one on, that opens an object.
    private func nextDocument(after start: Int, faultAt fault: Int) -> Int {
        var at = Swift.max(start, Swift.min(fault, bytes.count))
        while at > start, bytes[at - 1] != .newline { at -= 1 }
        while at < bytes.count {
            if at > start, bytes[at] == .braceOpen, bytes[at - 1] == .newline { return at }
            at += 1
        }
        return bytes.count
    }
}
