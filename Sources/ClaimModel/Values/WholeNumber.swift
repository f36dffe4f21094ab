/// A value that is a whole number within limits.
protocol WholeNumber: Parsed, Comparable {
    var number: Int { get }

    static var range: ClosedRange<Int> { get }

    /// What a good one looks like, one sentence without a full stop.
    static var good: String { get }

    /// `nil` where the number lies outside of the range.
    init?(_ number: Int)
}

extension WholeNumber {
    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let bytes = try typedBytes(text)
        let width = String(Self.range.upperBound).utf8.count
        guard let number = bytes.number, bytes.count <= width, number <= Self.range.upperBound
        else { throw .malformed(Self.good) }
        guard let value = Self(number) else {
            throw bytes.count < width ? .incomplete(Self.good) : .malformed(Self.good)
        }
        self = value
    }

    public static func mayGrow(_ text: String, value: Self) -> Bool {
        guard let bytes = try? typedBytes(text) else { return false }
        return bytes.count < String(range.upperBound).utf8.count && value.number * 10 <= range.upperBound
    }

    public static func < (left: Self, right: Self) -> Bool { left.number < right.number }

    public var description: String { String(number) }
}
