/// How many units of a service: up to eight digits, at most three of them decimals (837P SV104).
public struct Units: Parsed, Comparable {
    /// The units times 1000: 2.5 units are 2500.
    public let thousandths: Int

    public static let shape = EntryShape(columns: 6, limit: 9)

    private static let kind = NumberText.Kind(
        integerDigits: 8, decimals: 3, digits: 8, good: "A number of units, such as 1 or 2.5")

    /// 2500 is 2.5 units.
    public init(thousandths: Int) {
        self.thousandths = thousandths
    }

    /// Units without decimals.
    public init(whole: Int) {
        thousandths = whole.multipliedReportingOverflow(by: 1000).partialValue
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        thousandths = try NumberText(typedBytes(text), as: Units.kind).scaled
    }

    public static func mayGrow(_ text: String, value: Units) -> Bool {
        (try? NumberText(typedBytes(text), as: kind))?.mayGrow ?? false
    }

    /// Whether there are no decimals.
    public var isWhole: Bool { thousandths % 1000 == 0 }

    /// The number, where it has no decimals.
    public var whole: Int? { isWhole ? thousandths / 1000 : nil }

    public static func < (left: Units, right: Units) -> Bool { left.thousandths < right.thousandths }

    /// `1`, `2.5`.
    public var description: String { NumberText.trimmed(thousandths: thousandths) }
}

/// A whole number from 0 to 9999: sessions, vials.
public struct Count: WholeNumber {
    /// From 0 to 9999.
    public let number: Int

    public static let shape = EntryShape(columns: 4)
    static let range = 0...9999
    static let good = "A whole number, such as 8"

    /// `nil` outside of 0 to 9999.
    public init?(_ number: Int) {
        guard Count.range.contains(number) else { return nil }
        self.number = number
    }
}

/// Minutes of a treatment, from 0 to 1440 (a day).
public struct Minutes: WholeNumber {
    /// From 0 to 1440.
    public let number: Int

    public static let shape = EntryShape(columns: 4)
    static let range = 0...1440
    static let good = "Minutes are a whole number up to 1440, such as 40"

    /// `nil` outside of 0 to 1440.
    public init?(_ number: Int) {
        guard Minutes.range.contains(number) else { return nil }
        self.number = number
    }
}

/// The number of a service line, from 1 to 50 (the most that an 837P claim takes).
public struct LineNumber: WholeNumber {
    /// From 1 to 50.
    public let number: Int

    public static let shape = EntryShape(columns: 2)
    static let range = 1...50
    static let good = "A line number is 1 to 50"

    /// `nil` outside of 1 to 50.
    public init?(_ number: Int) {
        guard LineNumber.range.contains(number) else { return nil }
        self.number = number
    }
}
