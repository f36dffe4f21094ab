import TextKit

/// A text that stays as written, within a limit, between its outer white space.
protocol WrittenText: Parsed {
    var text: String { get }

    /// The fewest and the most characters.
    static var lengths: ClosedRange<Int> { get }

    /// The name of the kind of text, for messages: `A street`.
    static var noun: String { get }

    /// Columns on the screen.
    static var columns: Int { get }

    /// The text as it is checked: in capital letters, without dashes.
    static func normalized(_ text: String) -> String

    /// What is wrong with the characters, the first problem only.
    static func fault(in text: String) -> String?

    /// Whether the text needs no further characters.
    static func isComplete(_ text: String) -> Bool

    init(checked text: String)
}

extension WrittenText {
    public static var shape: EntryShape { EntryShape(columns: columns, limit: lengths.upperBound) }

    static func normalized(_ text: String) -> String { text }

    static func fault(in text: String) -> String? {
        text.unicodeScalars.contains(where: \.isHidden)
            ? "No control characters allowed. Delete the invisible ones" : nil
    }

    static func isComplete(_ text: String) -> Bool { true }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let typed = trimmed(text)
        guard !typed.isEmpty else { throw .empty }
        let written = Self.normalized(typed)
        if let fault = Self.fault(in: written) { throw .malformed(fault) }
        let count = written.count
        guard count <= Self.lengths.upperBound else {
            throw .malformed("At most \(Self.lengths.upperBound) characters, not \(count)")
        }
        guard count >= Self.lengths.lowerBound else {
            throw .incomplete("\(Self.noun) has at least \(Self.lengths.lowerBound) characters")
        }
        guard Self.isComplete(written) else { throw .incomplete("\(Self.noun) has at least one letter") }
        self.init(checked: written)
    }

    public static func mayGrow(_ text: String, value: Self) -> Bool { value.text.count < lengths.upperBound }

    public var description: String { text }
}

extension Unicode.Scalar {
    /// A digit of any script.
    var isDecimalDigit: Bool {
        isASCII ? UInt8(truncatingIfNeeded: value).isDigit : properties.generalCategory == .decimalNumber
    }

    var isLetterOrMark: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isLetter }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter, .nonspacingMark,
            .spacingMark, .enclosingMark:
            true
        default: false
        }
    }

    var isLetter: Bool {
        if isASCII { return UInt8(truncatingIfNeeded: value).isLetter }
        return switch properties.generalCategory {
        case .uppercaseLetter, .lowercaseLetter, .titlecaseLetter, .modifierLetter, .otherLetter: true
        default: false
        }
    }
}
