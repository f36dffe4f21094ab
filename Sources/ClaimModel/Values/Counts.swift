/// How many units of a service: up to eight digits, at most three of them decimals (837P SV104).
public struct Units: Parsed, Comparable {
    public let thousandths: Int

    public static let shape = EntryShape(columns: 6, limit: 9)

    private static let kind = NumberText.Kind(
        integerDigits: 8, decimals: 3, digits: 8, good: "Units are a number such as 1 or 2.5")

    public init(thousandths: Int) {
        self.thousandths = thousandths
    }

    public init(whole: Int) {
        thousandths = whole.multipliedReportingOverflow(by: 1000).partialValue
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        thousandths = try NumberText(typedBytes(text), as: Units.kind).scaled
    }

    public static func mayGrow(_ text: String, value: Units) -> Bool {
        (try? NumberText(typedBytes(text), as: kind))?.mayGrow ?? false
    }

    public var isWhole: Bool { thousandths % 1000 == 0 }

    /// The number, where it has no decimals.
    public var whole: Int? { isWhole ? thousandths / 1000 : nil }

    public static func < (left: Units, right: Units) -> Bool { left.thousandths < right.thousandths }

    /// `1`, `2.5`.
    public var description: String { NumberText.trimmed(thousandths: thousandths) }
}

/// A whole number from 0 to 9999: sessions, vials.
public struct Count: Parsed, Comparable {
    public let number: Int

    public static let shape = EntryShape(columns: 4)

    private static let range = 0...9999

    public init(_ number: Int) {
        self.number = number
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        number = try wholeNumber(text, in: Count.range, good: "A whole number, such as 8")
    }

    public static func mayGrow(_ text: String, value: Count) -> Bool {
        wholeNumberMayGrow(text, value.number, in: range)
    }

    public static func < (left: Count, right: Count) -> Bool { left.number < right.number }

    public var description: String { String(number) }
}

/// Minutes of a treatment, from 0 to 1440 (a day).
public struct Minutes: Parsed, Comparable {
    public let number: Int

    public static let shape = EntryShape(columns: 4)

    private static let range = 0...1440

    public init(_ number: Int) {
        self.number = number
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        number = try wholeNumber(text, in: Minutes.range, good: "Minutes are a whole number up to 1440, such as 40")
    }

    public static func mayGrow(_ text: String, value: Minutes) -> Bool {
        wholeNumberMayGrow(text, value.number, in: range)
    }

    public static func < (left: Minutes, right: Minutes) -> Bool { left.number < right.number }

    public var description: String { String(number) }
}

/// The number of a service line, from 1 to 50 (the most that an 837P claim takes).
public struct LineNumber: Parsed, Comparable {
    public let number: Int

    public static let shape = EntryShape(columns: 2)

    private static let range = 1...50

    public init?(_ number: Int) {
        guard LineNumber.range.contains(number) else { return nil }
        self.number = number
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        number = try wholeNumber(text, in: LineNumber.range, good: "A line number is 1 to 50")
    }

    public static func mayGrow(_ text: String, value: LineNumber) -> Bool {
        wholeNumberMayGrow(text, value.number, in: range)
    }

    public static func < (left: LineNumber, right: LineNumber) -> Bool { left.number < right.number }

    public var description: String { String(number) }
}
