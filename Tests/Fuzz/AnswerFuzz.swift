import ClaimExchange
import ClaimModel
import ClaimRules

/// An 835, 277CA, 999 or TA1, read as a whole and in pieces; whatever it says can be added up and written.
@Sendable func fuzzAnswers(_ bytes: [UInt8]) {
    var whole = AnswerReader(bytes)
    var inPieces = AnswerReader(chunks: pieces(of: bytes))
    var claims: [ClaimAnswer] = []
    while let item = try? whole.next() {
        precondition((try? inPieces.next()) == item)
        switch item {
        case .value(.claim(let answer)):
            claims.append(answer)
            precondition(answer.headline.count + answer.imbalances.count > 0)
        case .value(.payment(let payment)): precondition(!payment.text.isEmpty && !payment.json.isEmpty)
        case .value(.interchange(let receipt)): precondition(!receipt.text.isEmpty)
        case .value(.file), .fault: break
        }
    }
    precondition((try? inPieces.next()) == nil)
    precondition(Adjudication(of: claims, to: ClaimDraft(id: "fuzz")).parts <= claims.count)
}
