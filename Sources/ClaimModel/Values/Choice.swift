/// One of a few codes, typed as the code or as the beginning of its words when no others begin so; capital or small
/// letters.
public protocol Choice: Parsed, CaseIterable, RawRepresentable where RawValue == String {
    /// What the code means, in a biller's words.
    var label: String { get }

    /// Other codes, in small letters, under which forms and habits know a choice.
    static var aliases: [String: Self] { get }
}

extension Choice {
    public var code: String { rawValue }

    public static var aliases: [String: Self] { [:] }

    public var description: String { rawValue }

    public static var shape: EntryShape {
        let options = allCases.map { EntryShape.Option(code: $0.code, label: $0.label) }
        let columns = options.map(\.code.count).max() ?? 1
        let limit = options.map(\.label.count).max() ?? columns
        return EntryShape(columns: columns, limit: max(columns, limit), choices: options)
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let typed = try typedBytes(text).map(\.lowercased)
        if let choice = Self.allCases.first(where: { $0.code.isSpelled(typed) })
            ?? Self.allCases.first(where: { $0.label.isSpelled(typed) })
            ?? Self.aliases[String(decoding: typed, as: UTF8.self)]
        {
            self = choice
            return
        }
        let named = Self.allCases.filter { $0.label.begins(with: typed) }
        let isCodeBeginning = Self.allCases.contains { $0.code.begins(with: typed) }
        // The label of one may begin like the code of another, as "cash" and CA would.
        if let choice = named.first, named.count == 1,
            Self.allCases.allSatisfy({ $0 == choice || !$0.code.begins(with: typed) })
        {
            self = choice
            return
        }
        guard named.isEmpty, !isCodeBeginning else { throw .incomplete("Incomplete code. \(Self.good)") }
        throw .malformed("Not a code here. \(Self.good)")
    }

    public static func mayGrow(_ text: String, value: Self) -> Bool {
        guard let typed = try? typedBytes(text).map(\.lowercased) else { return false }
        return allCases.contains { $0 != value && ($0.code.begins(with: typed) || $0.label.begins(with: typed)) }
    }

    private static var good: String {
        let isShort = allCases.count <= 4
        let codes = allCases.prefix(isShort ? 4 : 3).map { choice in
            choice.code.lowercased() == choice.label.lowercased() ? choice.code : "\(choice.code) (\(choice.label))"
        }
        return isShort
            ? "Type \(codes.joined(separator: " or "))"
            : "Type one such as \(codes.joined(separator: ", "))"
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
