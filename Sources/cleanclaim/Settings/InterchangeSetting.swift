import ClaimExchange
import Yams

/// The setting `interchange`: sender, receiver and usage of claim files, all four or none.
struct InterchangeSetting {
    let parties: InterchangeParties
    private static let names = ["sender", "receiver", "receiver_name", "usage"]

    /// `{sender: "ZZ:LAKESIDE", receiver: "ZZ:CLEARHOUSE", receiver_name: Clearhouse Inc, usage: test}`
    init(_ value: Node) throws {
        guard let settings = value.mapping else {
            throw Configuration.Fault("interchange: write sender, receiver, receiver_name and usage below it")
        }
        var texts: [String: Text] = [:]
        for (name, value) in settings {
            let (key, line) = (name.string ?? "", name.mark?.line)
            guard InterchangeSetting.names.contains(key) else {
                let shown = Configuration.oneLine(key)
                throw Configuration.Fault(
                    "interchange: \"\(shown)\" is not one of sender, receiver, receiver_name, usage", line: line)
            }
            texts[key] = Text(name: key, text: value.scalar?.string ?? "", line: line)
        }
        func text(_ name: String) throws -> Text {
            guard let text = texts[name], !text.text.isEmpty else {
                throw Configuration.Fault("interchange: \(name) is missing", line: texts[name]?.line)
            }
            return text
        }
        parties = InterchangeParties(
            sender: try text("sender").party(), receiver: try text("receiver").party(),
            receiverName: try text("receiver_name").receiverName(), usage: try text("usage").usage())
    }
}

/// One of the four, as it is in the file.
private struct Text {
    let name: String
    let text: String
    let line: Int?

    private func fault(_ message: String) -> Configuration.Fault {
        Configuration.Fault("interchange: \(name) \(message)", line: line)
    }

    func party() throws -> InterchangeParties.Party {
        let parts = text.split(separator: ":", maxSplits: 1, omittingEmptySubsequences: false).map(String.init)
        guard parts.count == 2 else {
            throw fault("needs a qualifier of two characters, a colon and an ID of 2 to 15, as \"ZZ:LAKESIDE\"")
        }
        let qualifiers = InterchangeParties.Party.qualifiers
        guard qualifiers.contains(parts[0]) else {
            throw fault(
                "begins with \"\(Configuration.oneLine(parts[0]))\", which is not a qualifier; the qualifiers are "
                    + qualifiers.joined(separator: ", "))
        }
        guard let party = InterchangeParties.Party(qualifier: parts[0], identifier: parts[1]) else {
            throw fault(
                "needs an ID of 2 to 15 X12 characters, not \"\(Configuration.oneLine(parts[1]))\"")
        }
        return party
    }

    func receiverName() throws -> String {
        guard InterchangeParties.canName(text) else {
            throw fault("has at most 60 characters, all of them in the X12 character set")
        }
        return text
    }

    func usage() throws -> InterchangeParties.Usage {
        guard let usage = InterchangeParties.Usage(typed: text) else {
            throw fault("is test or production, not \"\(Configuration.oneLine(text))\"")
        }
        return usage
    }
}

extension InterchangeParties.Usage {
    /// `test` or `T`, `production` or `P`; `nil` for anything else.
    init?(typed text: String) {
        switch text.lowercased() {
        case "test", "t": self = .test
        case "production", "p": self = .production
        default: return nil
        }
    }
}
