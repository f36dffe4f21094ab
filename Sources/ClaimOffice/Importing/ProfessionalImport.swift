import ClaimExchange
import ClaimModel
public import ClaimStore

/// Imports the claims of an 837P file one by one. They are read and judged on another core while those before are stored.
public struct ProfessionalImport: ClaimImport {
    private let name: String
    private let ahead: ReadingAhead<Piece>
    private var waiting: ArraySlice<Piece> = []
    private var intake: ClaimIntake
    public var counts: ImportCounts {
        get { intake.counts }
        set { intake.counts = newValue }
    }

    /// A claim of the file, or what is wrong with the file at its place.
    fileprivate struct Piece: Sendable {
        let messages: [String]
        let faults: Int
        /// `nil` where there is no claim, or where it is not whole.
        var arrival: ClaimIntake.Arrival?
        var isIncomplete = false
    }

    /// How many claims are read ahead.
    private static let size = 100

    /// - Parameter name: the file's name as the person gave it.
    public init(
        _ chunks: FileChunks, named name: String, into office: Office, _ options: ImportOptions
    ) throws(StoreFault) {
        self.name = name
        intake = try ClaimIntake(office, options)
        var reader = ProfessionalReader(chunks: chunks.next)
        let preparation = intake.preparation
        var interruption: (any Error)?
        ahead = ReadingAhead {
            if let interruption { throw interruption }
            var pieces: [Piece] = []
            do {
                while pieces.count < ProfessionalImport.size, let item = try reader.next() {
                    pieces.append(Piece(item, named: name, preparation))
                }
            } catch {
                // What was read before it comes first.
                guard !pieces.isEmpty else { throw error }
                interruption = error
            }
            return pieces.isEmpty ? nil : pieces
        }
    }

    public mutating func begin() throws(StoreFault) { try intake.begin() }

    public mutating func end() throws(StoreFault) { try intake.end() }

    public mutating func next() throws -> ImportStep? {
        guard let piece = try nextPiece() else { return nil }
        counts.faults += piece.faults
        if piece.isIncomplete { counts.left += 1 }
        let preview = try piece.arrival.flatMap { arrival throws(StoreFault) in try intake.take(arrival) }
        return ImportStep(preview: preview, messages: piece.messages)
    }

    private mutating func nextPiece() throws -> Piece? {
        if waiting.isEmpty { waiting = try ahead.next()?[...] ?? [] }
        return waiting.popFirst()
    }

    public var summary: [String] {
        intake.summary(of: name)
            + (counts.left > 0 ? ["\(counted(counts.left, "claim")) skipped: incomplete."] : [])
            + (counts.faults > 0 ? ["\(counted(counts.faults, "error")) listed above."] : [])
    }

    public var isWhole: Bool { counts.left == 0 && counts.faults == 0 }
}

extension ProfessionalImport.Piece {
    fileprivate init(
        _ item: Reading<ProfessionalClaim, X12Fault>, named name: String, _ preparation: ClaimIntake.Preparation
    ) {
        switch item {
        case .fault(let fault): self.init(messages: ["\(name): \(fault)."], faults: 1)
        case .value(let claim):
            let (draft, mended) = claim.arrival(id: "837P", in: preparation.parsing)
            self.init(
                messages: (claim.faults + mended).map { "\(name): \($0)." }, faults: claim.faults.count,
                isIncomplete: !claim.isWhole)
            guard !isIncomplete else { return }
            arrival = preparation.arrival(draft, titled: "\(name), segment \(claim.segment)")
        }
    }
}
