import ClaimExchange
import ClaimModel

/// An 837P file, read as a whole and in pieces, kept and written.
@Sendable func fuzzProfessional(_ bytes: [UInt8]) {
    var whole = ProfessionalReader(bytes)
    var forwarded = ForwardedFile(.new(first: 1))
    var found = 0
    while let item = try? whole.next() {
        guard case .value(let claim) = item else { continue }
        found += 1
        let draft = claim.arrival(id: "fuzzed", in: context).draft
        precondition(isKept: draft)
        _ = ArrivedText.lines(of: draft, in: context)
        _ = forwarded.take(claim)
        _ = ProfessionalFile.preview(
            of: draft, from: Submitter(), between: parties,
            stamp: InterchangeStamp(date: "20261123", time: "0930", number: 1), in: context)
    }
    _ = forwarded.finish()
    var inPieces = ProfessionalReader(chunks: pieces(of: bytes))
    while let item = try? inPieces.next() {
        if case .value = item { found -= 1 }
    }
    precondition(found == 0)
}

private let parties: InterchangeParties? = {
    guard let party = InterchangeParties.Party(qualifier: "ZZ", identifier: "FUZZED") else { return nil }
    return InterchangeParties(sender: party, receiver: party, receiverName: "Fuzzed", usage: .test)
}()
