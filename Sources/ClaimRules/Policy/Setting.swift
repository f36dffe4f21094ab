/// One answer of a payer's policy, and how well it is known.
///
/// In YAML a plain value, which then stands as well as the policy as a whole, or a mapping with `value` and any of
/// `standing`, `source`, `date`.
public struct Setting<Value: Codable & Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let standing: Standing?
    public let source: String?
    public let date: String?
}

/// How well a setting is known.
public enum Standing: String, Codable, Hashable, Sendable {
    /// Read in the payer's own document and checked.
    case verified
    /// What the payer's published article states, without being its billing instruction.
    case stated
    /// Nobody has checked it: it raises at most a warning, and the screen says so.
    case unverified
}

extension Setting: Codable {
    private enum CodingKeys: String, CodingKey, CaseIterable {
        case value, standing, source, date
    }

    public init(from decoder: any Decoder) throws {
        if let keyed = try? decoder.container(keyedBy: AnyKey.self), keyed.contains(AnyKey("value")) {
            try decoder.refuseKeys(besides: CodingKeys.allCases.map(\.rawValue))
            let container = try decoder.container(keyedBy: CodingKeys.self)
            value = try container.decode(Value.self, forKey: .value)
            standing = try container.decodeIfPresent(Standing.self, forKey: .standing)
            source = try container.decodeIfPresent(String.self, forKey: .source)
            date = try container.decodeIfPresent(String.self, forKey: .date)
        } else {
            value = try decoder.singleValueContainer().decode(Value.self)
            standing = nil
            source = nil
            date = nil
        }
    }

    public func encode(to encoder: any Encoder) throws {
        var container = encoder.container(keyedBy: CodingKeys.self)
        try container.encode(value, forKey: .value)
        try container.encodeIfPresent(standing, forKey: .standing)
        try container.encodeIfPresent(source, forKey: .source)
        try container.encodeIfPresent(date, forKey: .date)
    }
}

/// A key of a mapping, whatever it is called.
struct AnyKey: CodingKey {
    let stringValue: String
    var intValue: Int? { nil }

    init(_ name: String) { stringValue = name }
    init?(stringValue: String) { self.init(stringValue) }
    init?(intValue: Int) { nil }
}

extension Decoder {
    /// A mapping with a key that nobody knows is a slip of the pen, and is refused by name.
    func refuseKeys(besides known: [String]) throws {
        let keys = try container(keyedBy: AnyKey.self).allKeys
        for key in keys where !known.contains(key.stringValue) {
            throw DecodingError.dataCorrupted(
                .init(
                    codingPath: codingPath + [key],
                    debugDescription:
                        "\"\(key.stringValue)\" is no setting; the settings are \(known.joined(separator: ", "))"))
        }
    }
}

extension Setting {
    init(_ value: Value, _ standing: Standing = .verified) {
        self.init(value: value, standing: standing, source: nil, date: nil)
    }
}
