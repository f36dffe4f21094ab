import ClaimExchange

/// An 835, 277CA or 999, read as a whole and in pieces; whatever it says can be added up and written.
@Sendable func fuzzAnswers(_ bytes: [UInt8]) {
    var whole = AnswerReader(bytes)
    var inPieces = AnswerReader(chunks: pieces(of: bytes))
    while let item = try? whole.next() {
        precondition((try? inPieces.next()) == item)
        switch item {
        case .value(.claim(let answer)): precondition(answer.headline.count + answer.imbalances.count > 0)
        case .value(.payment(let payment)): precondition(!payment.text.isEmpty && !payment.json.isEmpty)
        case .value(.file), .fault: break
        }
    }
    precondition((try? inPieces.next()) == nil)
}
