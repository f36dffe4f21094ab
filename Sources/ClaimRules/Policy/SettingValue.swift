import ClaimModel
package import Yams
import TextKit

/// What a setting of a policy can hold: read from YAML and written back.
protocol SettingValue: Hashable, Sendable {
    /// What a file must contain, with an example.
    static var form: String { get }
    /// `nil` where the node holds something else.
    init?(_ node: Node)
    /// As in a file, on one line.
    var yaml: String { get }
}

extension Node {
    /// The text of a scalar as it is written, quotes aside; `nil` for lists, mappings and nothing.
    package var written: String? {
        guard let text = scalar?.string, !text.isEmpty else { return nil }
        return isNothing ? nil : text
    }

    /// A key with nothing behind it.
    package var isNothing: Bool {
        guard let scalar else { return false }
        return scalar.string.isEmpty || scalar.style == .plain && ["~", "null"].contains(scalar.string)
    }
}

extension String {
    /// The text in quotes, so that YAML reads it as text whatever it looks like.
    package var quotedForYAML: String {
        let escaped = unicodeScalars.map { scalar in
            switch scalar {
            case "\\": "\\\\"
            case "\"": "\\\""
            case "\n": "\\n"
            case "\t": "\\t"
            case _ where scalar.isControl: " "
            default: String(scalar)
            }
        }
        return "\"\(escaped.joined())\""
    }

    /// The text without quotes where YAML reads it as text anyway.
    var plainForYAML: String {
        let isWord = unicodeScalars.allSatisfy { $0.isASCII && ($0.properties.isAlphabetic || $0 == "-" || $0 == "_") }
        let reserved: Set = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
        return isWord && first?.isLetter == true && !reserved.contains(lowercased()) ? self : quotedForYAML
    }
}

extension Bool: SettingValue {
    static var form: String { "true or false" }

    init?(_ node: Node) {
        switch node.written?.lowercased() {
        case "true", "yes": self = true
        case "false", "no": self = false
        default: return nil
        }
    }

    var yaml: String { self ? "true" : "false" }
}

extension Int: SettingValue {
    static var form: String { "a whole number, such as 18" }
    private static let most = 100_000

    init?(_ node: Node) {
        guard let text = node.written, let number = Int(text), (0...Int.most).contains(number), text.first != "+"
        else { return nil }
        self = number
    }

    var yaml: String { String(self) }
}

extension String: SettingValue {
    static var form: String { "text" }

    init?(_ node: Node) {
        guard let text = node.written else { return nil }
        self = text
    }

    var yaml: String { plainForYAML }
}

/// What can be in a list.
protocol SettingItem: Hashable, Sendable {
    /// What a list of it looks like.
    static var listForm: String { get }
    init?(item: Node)
    var yamlItem: String { get }
}

extension String: SettingItem {
    static var listForm: String { "a list, such as [\"96365\", \"96366\"]" }

    init?(item: Node) { self.init(item) }

    var yamlItem: String { plainForYAML }
}

extension Array: SettingValue where Element: SettingItem {
    static var form: String { Element.listForm }

    init?(_ node: Node) {
        guard let items = node.sequence else { return nil }
        var read: [Element] = []
        for item in items {
            guard let value = Element(item: item) else { return nil }
            read.append(value)
        }
        self = read
    }

    var yaml: String { "[" + map(\.yamlItem).joined(separator: ", ") + "]" }
}

extension Dictionary: SettingValue where Key == String, Value: SettingValue {
    static var form: String { "a mapping of keys to \(Value.form)" }

    init?(_ node: Node) {
        guard let mapping = node.mapping else { return nil }
        var read: [String: Value] = [:]
        for (key, value) in mapping {
            guard let key = key.written, let value = Value(value) else { return nil }
            read[key] = value
        }
        self = read
    }

    var yaml: String {
        "{" + sorted { $0.key < $1.key }.map { "\($0.key.plainForYAML): \($0.value.yaml)" }.joined(separator: ", ")
            + "}"
    }
}

extension MemberIDPattern: SettingValue {
    static var form: String { "a pattern of letters, digits, classes such as [A-Z0-9], ?, {n} and {n,m}" }

    init?(_ node: Node) {
        guard let text = node.written else { return nil }
        self.init(text)
    }

    var yaml: String { text.quotedForYAML }
}

/// A choice of words.
extension SettingValue where Self: CaseIterable & RawRepresentable, RawValue == String {
    static var form: String { "one of " + allCases.map(\.rawValue).joined(separator: ", ") }

    init?(_ node: Node) {
        guard let choice = node.written.flatMap({ Self(rawValue: $0) }) else { return nil }
        self = choice
    }

    var yaml: String { rawValue }
}

extension PolicySettings.Coverage: SettingValue {}
extension PolicySettings.DrugUnits: SettingValue {}

extension PolicySettings.DoseRange: SettingValue {
    static var form: String { "{lowest: 0.3, highest: 1.0} in mg per kg" }

    init?(_ node: Node) {
        guard let mapping = node.mapping, mapping.count == 2,
            let lowest = mapping["lowest"]?.written.flatMap({ Double($0) }), lowest.isFinite, lowest >= 0,
            let highest = mapping["highest"]?.written.flatMap({ Double($0) }), highest.isFinite, highest >= lowest
        else { return nil }
        self.init(lowest: lowest, highest: highest)
    }

    var yaml: String { "{lowest: \(lowest), highest: \(highest)}" }
}

extension PolicySettings.SecondNDC: SettingValue {}

/// An item of a list with its dates: a word, or a mapping of it with `from` and `to`.
private struct DatedItem {
    let word: String
    let from: String?
    let to: String?

    init(_ word: String, from: String?, to: String?) {
        self.word = word
        self.from = from
        self.to = to
    }

    init?(_ node: Node, key: String) {
        if let word = node.written {
            self.init(word, from: nil, to: nil)
            return
        }
        guard let mapping = node.mapping, let word = mapping[key]?.written,
            mapping.allSatisfy({ [key, "from", "to"].contains($0.key.written) }),
            [mapping["from"], mapping["to"]].compactMap(\.self).allSatisfy({ day in
                day.written.flatMap { Day(iso: $0) } != nil
            })
        else { return nil }
        self.init(word, from: mapping["from"]?.written, to: mapping["to"]?.written)
    }

    func yaml(key: String) -> String {
        let dates = [("from", from), ("to", to)].compactMap { name, day in day.map { ", \(name): \"\($0)\"" } }
        return dates.isEmpty ? word.plainForYAML : "{\(key): \(word.plainForYAML)\(dates.joined())}"
    }
}

extension PolicySettings.DatedCode: SettingItem {
    static var listForm: String { "a list of codes, such as [J3490], or [{code: J3490, from: \"2026-01-01\"}]" }

    init?(item node: Node) {
        guard let item = DatedItem(node, key: "code") else { return nil }
        self.init(code: item.word, from: item.from, to: item.to)
    }

    var yamlItem: String { DatedItem(code, from: from, to: to).yaml(key: "code") }
}

extension PolicySettings.CredentialedProvider: SettingItem {
    static var listForm: String { "a list of NPIs, such as [{npi: \"1234567893\", from: \"2026-01-01\"}]" }

    init?(item node: Node) {
        guard let item = DatedItem(node, key: "npi") else { return nil }
        self.init(npi: item.word, from: item.from, to: item.to)
    }

    var yamlItem: String { DatedItem(npi, from: from, to: to).yaml(key: "npi") }
}
