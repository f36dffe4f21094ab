/// A time of day: `10:00`, `1000`, `9:30a`, `2:15 pm`, `14:15`; without `a` or `p` it is the 24-hour clock.
public struct ClockTime: Parsed, Comparable {
    /// Minutes since midnight, 0 to 1439.
    public let minutes: Int

    public static let shape = EntryShape(columns: 5, limit: 8)

    private static let good = "A time is hours and minutes, such as 10:00, 1415 or 2:15p"

    /// `nil` outside one day.
    public init?(minutes: Int) {
        guard (0..<1440).contains(minutes) else { return nil }
        self.minutes = minutes
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        minutes = try ClockTime.read(text).minutes
    }

    public static func mayGrow(_ text: String, value: ClockTime) -> Bool {
        (try? read(text))?.mayGrow ?? false
    }

    public static func < (left: ClockTime, right: ClockTime) -> Bool { left.minutes < right.minutes }

    /// `09:30`, on the 24-hour clock.
    public var description: String { "\(padded(minutes / 60, 2)):\(padded(minutes % 60, 2))" }

    private static func read(_ text: some StringProtocol) throws(Unreadable) -> (minutes: Int, mayGrow: Bool) {
        let bytes = try typedBytes(text).map(\.lowercased)
        let clock = bytes.prefix { $0.isDigit || $0 == .colon }
        let suffix = bytes.dropFirst(clock.count).drop(while: \.isSpace)
        let isSuffixed = !suffix.isEmpty
        guard ["", "a", "am", "p", "pm"].contains(suffix.string) else { throw .malformed(good) }
        let (hour, minute, takesDigit) = try face(clock, isSuffixed: isSuffixed)
        guard isSuffixed else {
            return (hour * 60 + minute, takesDigit || (1...12).contains(hour))
        }
        guard (1...12).contains(hour) else { throw .malformed("With a or p the hour is 1 to 12. \(good)") }
        return ((hour % 12 + (suffix.first == UInt8(ascii: "p") ? 12 : 0)) * 60 + minute, false)
    }

    /// Hour and minute, and whether a further digit may follow.
    private static func face(
        _ clock: ArraySlice<UInt8>, isSuffixed: Bool
    ) throws(Unreadable) -> (hour: Int, minute: Int, takesDigit: Bool) {
        let unfinished: Unreadable = isSuffixed ? .malformed(good) : .incomplete(good)
        let parts = clock.split(separator: .colon, omittingEmptySubsequences: false)
        if parts.count == 1 { return try undivided(clock, isSuffixed: isSuffixed) }
        guard parts.count == 2, parts[0].count <= 2, let hour = parts[0].number, hour <= 23, parts[1].count <= 2
        else { throw .malformed(good) }
        guard parts[1].count == 2, let minute = parts[1].number else {
            throw (parts[1].number ?? 0) <= 5 ? unfinished : .malformed(good)
        }
        guard minute <= 59 else { throw .malformed(good) }
        return (hour, minute, false)
    }

    private static func undivided(
        _ digits: ArraySlice<UInt8>, isSuffixed: Bool
    ) throws(Unreadable) -> (hour: Int, minute: Int, takesDigit: Bool) {
        guard digits.count <= 4, let number = digits.number else { throw .malformed(good) }
        switch digits.count {
        case 1, 2:
            if isSuffixed { return (number, 0, false) }
            throw number <= 23 || number % 10 <= 5 ? .incomplete(good) : .malformed(good)
        case 3:
            let takesDigit = !isSuffixed && number / 10 <= 23 && number % 10 <= 5
            if number % 100 <= 59 { return (number / 100, number % 100, takesDigit) }
            throw takesDigit ? .incomplete(good) : .malformed(good)
        default:
            guard number / 100 <= 23, number % 100 <= 59 else { throw .malformed(good) }
            return (number / 100, number % 100, false)
        }
    }
}
