import ClaimModel
import ClaimRules

@testable import ClaimExchange

/// A practice that does not exist, and what it sends.
enum Writers {
    static let context = ProfessionalClaim.context

    static var submitter: Submitter {
        var practice = ClaimDraft(id: "practice")
        for (field, text) in [
            (Field.submitterName, "Lakeside Behavioral Health LLC"), (.submitterIdentifier, "LBH001"),
            (.submitterContact, "Pat Quinn"), (.submitterPhone, "216-555-0100"),
        ] {
            practice.type(text, at: Place(field), in: context)
        }
        return practice.submitter
    }

    static var parties: InterchangeParties? {
        guard let sender = InterchangeParties.Party(qualifier: "ZZ", identifier: "LAKESIDE"),
            let receiver = InterchangeParties.Party(qualifier: "ZZ", identifier: "CLEARHOUSE")
        else { return nil }
        return InterchangeParties(sender: sender, receiver: receiver, receiverName: "Clearhouse Inc", usage: .test)
    }

    static let stamp = InterchangeStamp(date: "20261123", time: "0930", number: 17)

    struct NoParties: Error {}
    struct NotWritten: Error { let obstacles: [String] }

    static func file(of drafts: [ClaimDraft]) throws -> ProfessionalFile {
        guard let parties else { throw NoParties() }
        let file = try ProfessionalFile(drafts: drafts, from: submitter, between: parties, stamp: stamp, in: context)
        guard file.obstacles.isEmpty else {
            throw NotWritten(obstacles: file.obstacles.values.flatMap { $0.map(\.message) })
        }
        return file
    }
}
