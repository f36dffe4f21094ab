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

    /// A file that is being read.
    private struct Current {
        let name: String
        let hash: String
        let source: FileChunks
        var content: Content
        /// The claims so far, by what they say.
        var contents: Set<Int> = []
    }

    private enum Content {
        case drafts(DraftStream)
        case professional(ProfessionalReader)
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
            if let reading = current {
                readOn(reading)
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
            let content: Content =
                isProfessional ? .professional(ProfessionalReader(chunks: source.next)) : .drafts(DraftStream())
            let hash = hashesFiles && source.isRegular ? try Fingerprint.of(chunks: FileChunks(name).next) : ""
            current = Current(name: name, hash: hash, source: source, content: content)
        } catch {
            waiting.append(.fault(FileError(file: name, offset: nil, message: error.message)))
        }
    }

    private mutating func readOn(_ reading: Current) {
        current = nil
        do {
            var reading = reading
            let isOver =
                switch reading.content {
                case .drafts(let stream): try readDrafts(&reading, stream)
                case .professional(let reader): try readClaim(&reading, reader)
                }
            if isOver { bytesBefore += reading.source.taken } else { current = reading }
        } catch {
            let message = (error as? InputFault)?.message ?? "cannot be read"
            waiting.append(.fault(FileError(file: reading.name, offset: nil, message: message)))
        }
    }

    /// - Returns: whether the file is at its end.
    private mutating func readDrafts(_ reading: inout Current, _ stream: DraftStream) throws -> Bool {
        var stream = stream
        let bytes = try reading.source.next()
        let pieces = bytes.map { stream.take($0) } ?? stream.finish().map { [$0] } ?? []
        waiting = pieces.map { .value(ClaimPiece(file: reading.name, content: .drafts($0), fileHash: reading.hash)) }
        reading.content = .drafts(stream)
        return bytes == nil
    }

    private mutating func readClaim(_ reading: inout Current, _ reader: ProfessionalReader) throws -> Bool {
        var reader = reader
        let item = try reader.next()
        reading.content = .professional(reader)
        guard let item else { return true }
        switch item {
        case .value(let claim):
            let isRepeated = !reading.contents.insert(claim.contentHash).inserted
            waiting = [
                .value(
                    ClaimPiece(
                        file: reading.name, content: .professional(claim), fileHash: reading.hash,
                        isRepeated: isRepeated))
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
