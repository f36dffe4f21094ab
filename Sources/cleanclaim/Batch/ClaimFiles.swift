import ClaimExchange
import ClaimModel

/// The claims of a piece of a file, and everything in it that could not be read; neither stops the others.
enum ClaimFiles {
    enum Item {
        /// A draft and the file as the person named it.
        case claim(ClaimDraft, file: String)
        case unreadable(UnreadableFile)
    }

    /// What stands in a piece of a file.
    static func items(of piece: DraftStream.Piece, in file: String, as reader: DraftReader) -> [Item] {
        reader.read(piece).map { document in
            switch document.result {
            case .success(let draft): .claim(draft, file: file)
            case .failure(let reason):
                .unreadable(
                    UnreadableFile(
                        file: file, offset: reason.offset ?? document.offset, message: reason.description))
            }
        }
    }

    /// The claim of an 837P file behind what is wrong with its segments. One that is not whole is not judged.
    static func items(of claim: ProfessionalClaim, in file: String, _ context: ParsingContext) -> [Item] {
        let faults = claim.faults.map { Item.unreadable(UnreadableFile($0, file: file)) }
        guard claim.isWhole else { return faults }
        let id = claim.controlNumber.isEmpty ? "segment \(claim.segment)" : claim.controlNumber
        return faults + [.claim(claim.draft(id: id, in: context, carrying: false), file: file)]
    }
}
