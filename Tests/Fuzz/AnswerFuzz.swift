import ClaimExchange

/// An 835, 277CA or 999, read as a whole and in pieces.
@Sendable func fuzzAnswers(_ bytes: [UInt8]) {
    var whole = AnswerReader(bytes)
    var inPieces = AnswerReader(chunks: pieces(of: bytes))
    while let item = try? whole.next() { precondition((try? inPieces.next()) == item) }
    precondition((try? inPieces.next()) == nil)
}
