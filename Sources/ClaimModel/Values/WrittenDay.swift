/// What a text says of a day before today's date is asked: `11/10/26`, `t-1`, `2026-11-10`.
struct WrittenDay {
    enum Form {
        case days(Int)
        case months(Int)
        case calendar(year: Int, month: Int, day: Int)
        case shortYear(Int, month: Int, day: Int)
    }

    let form: Form
    let mayGrow: Bool

    /// Years that a claim can speak of; 9999 is how payers write "no end".
    static let years = 1900...2199
    static let noEnd = 9999
    static let good = "A date is month, day and year, such as 11/10/2026, or t for today and t-1 for yesterday"

    /// Whether the meaning of the text depends on the day it was typed.
    var dependsOnToday: Bool {
        if case .calendar = form { false } else { true }
    }

    init(_ text: some StringProtocol) throws(Unreadable) {
        let bytes = try typedBytes(text).map(\.lowercased)
        let first = bytes[0]
        self =
            first.isDigit
            ? try WrittenDay.calendar(bytes[...])
            : try WrittenDay.relative(bytes[...])
    }

    private init(_ form: Form, mayGrow: Bool = false) {
        self.form = form
        self.mayGrow = mayGrow
    }

    // MARK: Relative to today

    private static func relative(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        var rest = bytes
        if rest.first == UInt8(ascii: "t") {
            rest = rest.dropFirst()
            if rest.isEmpty { return WrittenDay(.days(0), mayGrow: true) }
        }
        guard let sign = rest.first, sign == .plus || sign == .dash else { throw .malformed(good) }
        let digits = rest.dropFirst().prefix(while: \.isDigit)
        let unit = rest.dropFirst(1 + digits.count)
        guard digits.count <= 4, unit.count <= 1 else { throw .malformed(good) }
        guard let count = digits.number else { throw unit.isEmpty ? .incomplete(good) : .malformed(good) }
        let signed = sign == .dash ? -count : count
        switch unit.first {
        case nil: return WrittenDay(.days(signed), mayGrow: true)
        case UInt8(ascii: "d"): return WrittenDay(.days(signed))
        case UInt8(ascii: "w"): return WrittenDay(.days(signed * 7))
        case UInt8(ascii: "m"): return WrittenDay(.months(signed))
        case UInt8(ascii: "y"): return WrittenDay(.months(signed * 12))
        default: throw .malformed("After the number comes d, w, m or y for days, weeks, months or years, such as +1w")
        }
    }

    // MARK: Month, day and year

    private static func calendar(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        guard let separator = bytes.first(where: { !$0.isDigit }) else { return try undivided(bytes) }
        guard separator == .slash || separator == .dash || separator == .point else { throw .malformed(good) }
        let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.count <= 3, groups.joined().allSatisfy(\.isDigit) else { throw .malformed(good) }
        let first = groups[0]
        let second = groups[1]
        let third = groups.count == 3 ? groups[2] : nil
        if first.count == 4 { return try yearFirst(first, second, third) }
        let month = try month(first)
        guard let third else { throw try opening(of: second, inMonth: month) }
        return try finished(month: month, day: day(second, inMonth: month), year: third)
    }

    /// Digits only: MMDDYY or MMDDYYYY, or the beginning of `2026-11-10`.
    private static func undivided(_ digits: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        if digits.count == 1 || (digits.count <= 4 && mayBegin(digits, month: 1, day: 1)) { throw .incomplete(good) }
        let month = try month(digits.prefix(2))
        let dayDigits = digits.dropFirst(2).prefix(2)
        guard dayDigits.count == 2 else { throw try opening(of: dayDigits, inMonth: month, isPadded: true) }
        return try finished(month: month, day: day(dayDigits, inMonth: month), year: digits.dropFirst(4))
    }

    private static func yearFirst(
        _ year: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>?
    ) throws(Unreadable) -> WrittenDay {
        guard let number = year.number, mayBegin(year, month: 1, day: 1) else { throw .malformed(good) }
        guard let day else {
            if month.isEmpty || (month.count == 1 && month.first != nil) { throw .incomplete(good) }
            _ = try self.month(month)
            throw .incomplete(good)
        }
        let monthNumber = try self.month(month)
        if day.isEmpty || (day.count == 1 && day.first == UInt8(ascii: "0")) { throw .incomplete(good) }
        let dayNumber = try self.day(day, inMonth: monthNumber)
        guard Day(year: number, month: monthNumber, day: dayNumber) != nil else {
            throw .malformed("February has 28 days in \(number)")
        }
        let length = Day.length(ofMonth: monthNumber, year: number)
        return WrittenDay(
            .calendar(year: number, month: monthNumber, day: dayNumber),
            mayGrow: day.count == 1 && dayNumber * 10 <= length)
    }

    private static func month(_ digits: ArraySlice<UInt8>) throws(Unreadable) -> Int {
        guard digits.count <= 2, let number = digits.number else { throw .malformed(good) }
        guard (1...12).contains(number) else { throw .malformed("There is no month \(number): \(good)") }
        return number
    }

    private static func day(_ digits: ArraySlice<UInt8>, inMonth month: Int) throws(Unreadable) -> Int {
        guard digits.count <= 2, let number = digits.number else { throw .malformed(good) }
        guard (1...Day.length(ofMonth: month, year: 2000)).contains(number) else {
            throw .malformed("Month \(month) has no day \(number): \(good)")
        }
        return number
    }

    /// Why a text that ends within its day has no value yet.
    private static func opening(
        of digits: ArraySlice<UInt8>, inMonth month: Int, isPadded: Bool = false
    ) throws(Unreadable) -> Unreadable {
        if digits.count == 1, let tens = digits.number, !isPadded || tens <= (month == 2 ? 2 : 3) {
            return .incomplete(good)
        }
        if !digits.isEmpty { _ = try day(digits, inMonth: month) }
        return .incomplete(good)
    }

    private static func finished(
        month: Int, day: Int, year: ArraySlice<UInt8>
    ) throws(Unreadable) -> WrittenDay {
        guard year.count <= 4 else { throw .malformed("A year has four digits: \(good)") }
        if year.count < 2 { throw .incomplete(good) }
        guard let number = year.number else { throw .malformed(good) }
        let isBeginning = mayBegin(year, month: month, day: day)
        if year.count == 2 {
            return WrittenDay(.shortYear(number, month: month, day: day), mayGrow: isBeginning)
        }
        guard isBeginning else {
            throw month == 2 && day == 29 && mayBegin(year, month: 1, day: 1)
                ? .malformed("February has 28 days in \(number)")
                : .malformed("A year is between \(years.lowerBound) and \(years.upperBound): \(good)")
        }
        if year.count == 3 { throw .incomplete(good) }
        return WrittenDay(.calendar(year: number, month: month, day: day))
    }

    /// Whether a year of a claim that has this month and day begins with these digits.
    static func mayBegin(_ digits: ArraySlice<UInt8>, month: Int, day: Int) -> Bool {
        guard let number = digits.number, digits.count <= 4 else { return false }
        let span = [1000, 100, 10, 1][digits.count - 1]
        let first = number * span
        return (first..<first + span).contains { year in
            (years.contains(year) || year == noEnd) && day <= Day.length(ofMonth: month, year: year)
        }
    }
}
