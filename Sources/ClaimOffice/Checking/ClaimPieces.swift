import ClaimExchange
import ClaimModel

/// The claims of files, folders and standard input in unread pieces, one after the other; at most one piece of a file is
/// in memory at a time. A bad file does not stop the others.
struct ClaimPieces: IteratorProtocol {
    typealias Item = Reading<ClaimPiece, FileError>

    private var names: ClaimFileNames
    private var current: Current?
    private var waiting: [Item] = []
    private var bytesBefore = 0
    /// Whether each file is read twice, for its SHA-256 first.
    private let hashesFiles: Bool

    /// A file that is being read, in place: what it has read is never copied.
    private struct Current {
        let name: String
        let hash: String
        let source: FileChunks
        var content: Content
        /// The claims so far, by what they say.
        var contents: Set<Int> = []
    }

    /// Of one kind of file; the other is `nil`.
    private struct Content {
        var drafts: DraftStream?
        var professional: ProfessionalReader?
    }

    /// - Parameters:
    ///   - names: paths of files and folders; `-` is standard input, which has no hash.
    ///   - hashesFiles: whether each piece has the SHA-256 of its file.
    init(_ names: [String], hashesFiles: Bool) {
        self.names = ClaimFileNames(names)
        self.hashesFiles = hashesFiles
    }

    static func isProfessional(_ item: Item) -> Bool {
        if case .value(let piece) = item { piece.isProfessional } else { false }
    }

    /// Bytes read so far, of all files.
    var bytesRead: Int { bytesBefore + (current?.source.taken ?? 0) }

    /// Files of the folders that hold no claims.
    var skipped: Int { names.skipped }

    mutating func next() -> Item? {
        while waiting.isEmpty {
            if let name = current?.name {
                readOn(in: name)
            } else {
                guard let name = names.next() else { return nil }
                begin(name)
            }
        }
        return waiting.removeFirst()
    }

    private mutating func begin(_ name: String) {
        do throws(InputFault) {
            let source = try FileChunks(name)
            let isProfessional = ProfessionalReader.mayRead(source.first)
            if !isProfessional, name.lowercased().hasSuffix(".csv") {
                throw InputFault("is a CSV file: import FILE --map imports its rows as claims (--dry-run shows them)")
            }
            if let reason = ForeignFile.reason(source.first) { throw InputFault(reason) }
            let content =
                isProfessional
                ? Content(professional: ProfessionalReader(chunks: source.next)) : Content(drafts: DraftStream())
            let hash = hashesFiles && source.isRegular ? try Fingerprint.of(chunks: FileChunks(name).next) : ""
            current = Current(name: name, hash: hash, source: source, content: content)
        } catch {
            waiting.append(.fault(FileError(file: name, offset: nil, message: error.message)))
        }
    }

    private mutating func readOn(in name: String) {
        do {
            let isOver = current?.content.professional == nil ? try readDrafts() : try readClaim()
            guard isOver else { return }
            bytesBefore += current?.source.taken ?? 0
        } catch {
            let message = (error as? InputFault)?.message ?? "cannot be read"
            waiting.append(.fault(FileError(file: name, offset: nil, message: message)))
        }
        current = nil
    }

    /// - Returns: whether the file is at its end.
    private mutating func readDrafts() throws -> Bool {
        guard let reading = current.map({ (name: $0.name, hash: $0.hash) }) else { return true }
        let bytes = try current?.source.next()
        let pieces: [DraftStream.Piece] =
            if let bytes { current?.content.drafts?.take(bytes) ?? [] } else {
                (current?.content.drafts?.finish()).map { [$0] } ?? []
            }
        waiting = pieces.map { .value(ClaimPiece(file: reading.name, content: .drafts($0), fileHash: reading.hash)) }
        return bytes == nil
    }

    private mutating func readClaim() throws -> Bool {
        guard let item = try current?.content.professional?.next(),
            let reading = current.map({ (name: $0.name, hash: $0.hash) })
        else { return true }
        switch item {
        case .value(let claim):
            let isNew = current?.contents.insert(claim.contentHash).inserted ?? true
            waiting = [
                .value(
                    ClaimPiece(
                        file: reading.name, content: .professional(claim), fileHash: reading.hash, isRepeated: !isNew))
            ]
        case .fault(let fault): waiting = [.fault(FileError(fault, file: reading.name))]
        }
        return false
    }
}

extension FileError {
    init(_ fault: X12Fault, file: String) {
        self.init(file: file, offset: fault.offset, message: "segment \(fault.segment): \(fault.message).")
    }
}
