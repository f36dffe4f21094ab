import ClaimExchange
import ClaimModel

/// A piece of a file with claims, to read on any thread: drafts as JSON, or one claim of an 837P file.
struct ClaimPiece: Sendable {
    enum Content: Sendable {
        case drafts(DraftStream.Piece)
        case professional(ProfessionalClaim)
    }

    /// The name that the person gave.
    let file: String
    let content: Content
    /// The SHA-256 of the file, where it is asked for.
    var fileHash = ""
    /// Whether its file has the same claim before.
    var isRepeated = false

    var isProfessional: Bool {
        if case .professional = content { true } else { false }
    }

    /// Its approximate size in memory, in bytes.
    var size: Int {
        switch content {
        case .drafts(let piece): piece.bytes.count
        case .professional(let claim): claim.size * 128
        }
    }

    /// A claim, and the segments that it was read from, where it came so.
    typealias Arrival = (draft: ClaimDraft, source: ProfessionalClaim?)

    /// Its claims and its errors, in the order of the file.
    func drafts(in context: ParsingContext) -> [Reading<Arrival, FileError>] {
        switch content {
        case .drafts(let piece): return drafts(of: piece, in: context)
        case .professional(let claim):
            // A claim that is not complete is not checked.
            let faults = claim.faults.map { Reading<Arrival, _>.fault(FileError($0, file: file)) }
            guard claim.isWhole else { return faults }
            let id = claim.controlNumber.isEmpty ? "segment \(claim.segment)" : claim.controlNumber
            return faults + [.value((claim.draft(id: id, in: context, carrying: false), claim))]
        }
    }

    private func drafts(
        of piece: DraftStream.Piece, in context: ParsingContext
    ) -> [Reading<Arrival, FileError>] {
        DraftReader(in: context).read(piece).map { document in
            switch document.result {
            case .success(let draft): .value((draft, nil))
            case .failure(let reason):
                .fault(
                    FileError(file: file, offset: reason.offset ?? document.offset, message: reason.description))
            }
        }
    }
}
