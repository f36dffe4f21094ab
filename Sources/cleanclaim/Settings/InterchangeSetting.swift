import ClaimExchange
import Yams

/// The setting `interchange`: sender, receiver and usage of claim files, all four or none.
struct InterchangeSetting {
    let parties: InterchangeParties

    /// `{sender: "ZZ:LAKESIDE", receiver: "ZZ:CLEARHOUSE", receiver_name: Clearhouse Inc, usage: test}`
    init(_ value: Node) throws {
        guard let settings = value.mapping else {
            throw Configuration.Fault("interchange: write sender, receiver, receiver_name and usage below it")
        }
        var texts: [String: String] = [:]
        for (name, value) in settings {
            let name = name.string ?? ""
            guard ["sender", "receiver", "receiver_name", "usage"].contains(name) else {
                let shown = Configuration.oneLine(name)
                throw Configuration.Fault(
                    "interchange: \"\(shown)\" is none of sender, receiver, receiver_name, usage")
            }
            texts[name] = value.scalar?.string ?? ""
        }
        func text(_ name: String) throws -> String {
            guard let text = texts[name], !text.isEmpty else {
                throw Configuration.Fault("interchange: \(name) is missing")
            }
            return text
        }
        let name = try text("receiver_name")
        guard name.utf8.count <= 60 else {
            throw Configuration.Fault("interchange: receiver_name has at most 60 letters")
        }
        parties = InterchangeParties(
            sender: try InterchangeSetting.party("sender", try text("sender")),
            receiver: try InterchangeSetting.party("receiver", try text("receiver")), receiverName: name,
            usage: try InterchangeSetting.usage(try text("usage")))
    }

    private static func party(_ name: String, _ text: String) throws -> InterchangeParties.Party {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2,
            let party = InterchangeParties.Party(qualifier: parts[0], identifier: parts[1])
        else {
            throw Configuration.Fault(
                "interchange: \(name) is a qualifier of two characters, a colon and an ID of 2 to 15, as \"ZZ:LAKESIDE\""
            )
        }
        return party
    }

    private static func usage(_ text: String) throws -> InterchangeParties.Usage {
        switch text.lowercased() {
        case "test": return .test
        case "production": return .production
        default: throw Configuration.Fault("interchange: usage is test or production")
        }
    }
}
