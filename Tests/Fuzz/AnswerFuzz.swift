import ClaimExchange

/// An 835, 277CA or 999, read as a whole and in pieces.
@Sendable func fuzzAnswers(_ bytes: [UInt8]) {
    var whole = AnswerReader(bytes)
    var inPieces = AnswerReader(chunks: pieces(of: bytes))
    while let item = try? whole.next() {
        let other = try? inPieces.next()
        switch (item, other) {
        case (.claim(let answer), .claim(let same)?): precondition(answer == same)
        case (.file(let answer), .file(let same)?): precondition(answer == same)
        case (.fault(let fault), .fault(let same)?): precondition("\(fault)" == "\(same)")
        default: preconditionFailure("the pieces give something else")
        }
    }
}
