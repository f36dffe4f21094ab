extension DraftReader {
    /// What is in a piece of a file, with the offsets counted from the start of the file.
    public func read(_ piece: DraftStream.Piece) -> [DraftDocument] {
        if let fault = piece.fault { return [DraftDocument(offset: piece.offset, result: .failure(fault))] }
        if piece.isCut {
            let limit = DraftStream.largestDocument >> 20
            let message = "is longer than \(limit) MB, which no claim is: write one claim on each line"
            return [DraftDocument(offset: piece.offset, result: .failure(DraftFault(message, at: piece.offset)))]
        }
        // The claim of a list ends with its braces: what a broken one holds is no claim.
        let documents = documents(in: piece.bytes).prefix(piece.isInList ? 1 : Int.max)
        return documents.map { document in
            DraftDocument(
                offset: document.offset + piece.offset,
                result: document.result.mapError { $0.moved(by: piece.offset) })
        }
    }
}
