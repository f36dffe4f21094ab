/// One of a few codes, typed as the code or as the beginning of its words when no others begin so; capital or small
/// letters.
public protocol Choice: Parsed, CaseIterable, RawRepresentable where RawValue == String, AllCases == [Self] {
    /// What the code means, in a biller's words.
    var label: String { get }

    /// Other codes, in small letters, under which forms and habits know a choice.
    static var aliases: [String: Self] { get }

    /// `ChoiceTable(Self.self)`, made once.
    static var table: ChoiceTable { get }
}

extension Choice {
    /// As claims carry it; the raw value.
    public var code: String { rawValue }

    public static var aliases: [String: Self] { [:] }

    public var description: String { rawValue }

    public static var shape: EntryShape { table.shape }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        self = Self.allCases[try Self.table.choice(typed: try typedBytes(text).map(\.lowercased))]
    }

    public static func mayGrow(_ text: String, value: Self) -> Bool { table.mayGrow(text, code: value.code) }
}

/// The codes of one kind of choice with their words: whatever the kind, they are read by the same functions, which are
/// compiled once.
public struct ChoiceTable: Sendable {
    let shape: EntryShape
    /// The place of a choice among all by its other codes.
    private let aliases: [String: Int]
    private let good: String

    private var options: [EntryShape.Option] { shape.choices }

    init<Kind: Choice>(_ kind: Kind.Type) {
        let choices = Kind.allCases
        let options = choices.map { EntryShape.Option(code: $0.code, label: $0.label) }
        let places = Dictionary(uniqueKeysWithValues: choices.enumerated().map { ($1, $0) })
        self.init(options, aliases: Kind.aliases.compactMapValues { places[$0] })
    }

    private init(_ options: [EntryShape.Option], aliases: [String: Int]) {
        let columns = options.map(\.code.count).max() ?? 1
        let limit = options.map(\.label.count).max() ?? columns
        shape = EntryShape(columns: columns, limit: max(columns, limit), choices: options)
        self.aliases = aliases
        let isShort = options.count <= 4
        let codes = options.prefix(isShort ? 4 : 3).map { option in
            option.code.lowercased() == option.label.lowercased() ? option.code : "\(option.code) (\(option.label))"
        }
        good =
            isShort
            ? "Type \(codes.joined(separator: " or "))"
            : "Type one such as \(codes.joined(separator: ", "))"
    }

    /// The place among all of the choice that is typed.
    ///
    /// - Parameter typed: in small letters.
    fileprivate func choice(typed: [UInt8]) throws(Unreadable) -> Int {
        if let choice = options.firstIndex(where: { $0.code.isSpelled(typed) })
            ?? options.firstIndex(where: { $0.label.isSpelled(typed) })
            ?? aliases[String(decoding: typed, as: UTF8.self)]
        {
            return choice
        }
        let named = options.indices.filter { options[$0].label.begins(with: typed) }
        let coded = options.indices.filter { options[$0].code.begins(with: typed) }
        // The label of one may begin like the code of another, as "cash" and CA would.
        if let choice = named.first, named.count == 1, coded.allSatisfy({ $0 == choice }) { return choice }
        guard named.isEmpty, coded.isEmpty else { throw .incomplete("Incomplete code. \(good)") }
        throw .malformed("Not in the list. \(good)")
    }

    fileprivate func mayGrow(_ text: String, code: String) -> Bool {
        guard let typed = try? typedBytes(text).map(\.lowercased) else { return false }
        return options.contains { $0.code != code && ($0.code.begins(with: typed) || $0.label.begins(with: typed)) }
    }
}

extension String {
    /// Whether the text begins with these lowercase letters and digits, whatever its case.
    fileprivate func begins(with typed: [UInt8]) -> Bool {
        utf8.lazy.map(\.lowercased).starts(with: typed)
    }

    fileprivate func isSpelled(_ typed: [UInt8]) -> Bool {
        utf8.count == typed.count && begins(with: typed)
    }
}
