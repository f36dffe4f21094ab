import Foundation

/// One setting of a policy as a list shows it.
public struct SettingEntry: Hashable, Sendable {
    /// Its name in the policy's file: `pa_required`.
    public let name: String
    /// `yes`, `96365, 96366`, `lowest 0.3, highest 1`.
    public let value: String
    public let standing: Standing
    /// Who says so, and when.
    public let source: String
    public let date: String
}

extension Policy {
    /// The settings that the policy has, in the order of the schema, each with its own provenance or the policy's.
    public var entries: [SettingEntry] {
        let written = (try? JSONEncoder().encode(settings)).flatMap {
            try? JSONDecoder().decode([String: WrittenSetting].self, from: $0)
        }
        return PolicySettings.CodingKeys.allCases.compactMap { key in
            guard let setting = written?[key.rawValue] else { return nil }
            return SettingEntry(
                name: key.rawValue, value: setting.value.words, standing: setting.standing ?? standing,
                source: setting.source ?? source, date: setting.date ?? date)
        }
    }
}

/// A setting of any kind.
private struct WrittenSetting: Decodable {
    let value: WrittenValue
    let standing: Standing?
    let source: String?
    let date: String?
}

private enum WrittenValue: Decodable {
    case answer(Bool)
    case number(Double)
    case text(String)
    case list([WrittenValue])
    case mapping([String: WrittenValue])

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        if let answer = try? container.decode(Bool.self) {
            self = .answer(answer)
        } else if let number = try? container.decode(Double.self) {
            self = .number(number)
        } else if let text = try? container.decode(String.self) {
            self = .text(text)
        } else if let list = try? container.decode([WrittenValue].self) {
            self = .list(list)
        } else {
            self = .mapping(try container.decode([String: WrittenValue].self))
        }
    }

    var words: String {
        switch self {
        case .answer(let answer): answer ? "yes" : "no"
        case .number(let number): Int(exactly: number).map(String.init) ?? String(number)
        case .text(let text): text
        case .list(let list): list.map(\.words).joined(separator: ", ")
        case .mapping(let mapping):
            mapping.sorted { $0.key < $1.key }.map { "\($0.key) \($0.value.words)" }.joined(separator: ", ")
        }
    }
}
