/// Dollars and cents, never negative: `210` is $210.00.
public struct Money: Parsed, Comparable, AdditiveArithmetic {
    /// $210.00 is 21,000.
    public let cents: Int

    /// $0.00.
    public static let zero = Money(cents: 0)
    /// The largest amount that an X12 file may carry, ten digits (005010X222A1, section B.1.1.3.1.2): $99,999,999.99.
    public static let mostCents = 9_999_999_999
    public static let shape = EntryShape(columns: 12, limit: 13)

    private static let kind = NumberText.Kind(
        integerDigits: 7, decimals: 2, takesCommas: true, good: "An amount is dollars and cents, such as 210.00")

    /// 21,000 is $210.00.
    public init(cents: Int) {
        self.cents = cents
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        cents = try Money.read(text).scaled
    }

    public static func mayGrow(_ text: String, value: Money) -> Bool {
        (try? read(text))?.mayGrow ?? false
    }

    private static func read(_ text: some StringProtocol) throws(Unreadable) -> NumberText {
        let bytes = try typedBytes(text)
        return try NumberText(
            bytes.first == UInt8(ascii: "$") ? bytes.dropFirst().drop(while: \.isSpace) : bytes[...], as: kind)
    }

    /// The sum in cents.
    public static func + (left: Money, right: Money) -> Money { Money(cents: left.cents + right.cents) }

    /// The difference in cents; below zero where the right amount is larger.
    public static func - (left: Money, right: Money) -> Money { Money(cents: left.cents - right.cents) }

    public static func < (left: Money, right: Money) -> Bool { left.cents < right.cents }

    /// `1234.56`, as claims carry it.
    public var description: String {
        "\(cents < 0 ? "-" : "")\(cents.magnitude / 100).\(padded(Int(cents.magnitude % 100), 2))"
    }

    /// `$1,234.56`, as people read it.
    public var currency: String {
        var dollars = String(cents.magnitude / 100)
        var groups: [Substring] = []
        while dollars.count > 3 {
            groups.insert(dollars.suffix(3), at: 0)
            dollars.removeLast(3)
        }
        groups.insert(dollars[...], at: 0)
        return "\(cents < 0 ? "-" : "")$\(groups.joined(separator: ",")).\(padded(Int(cents.magnitude % 100), 2))"
    }
}
