import TextKit

/// A day of the Gregorian calendar, without a time zone.
public struct Day: Hashable, Sendable, Comparable {
    /// Days since 1970-01-01, negative before.
    public let number: Int

    /// The day this many days after 1970-01-01.
    public init(number: Int) {
        self.number = number
    }

    /// `nil` where the calendar has no such day or the year is outside 1…9999.
    public init?(year: Int, month: Int, day: Int) {
        guard (1...9999).contains(year), (1...12).contains(month),
            (1...Day.length(ofMonth: month, year: year)).contains(day)
        else { return nil }
        // Days from the civil calendar, with years that begin in March (Howard Hinnant, "chrono-Compatible Low-Level
        // Date Algorithms", 2014).
        let shifted = month <= 2 ? year - 1 : year
        let era = (shifted >= 0 ? shifted : shifted - 399) / 400
        let yearOfEra = shifted - era * 400
        let dayOfYear = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1
        let dayOfEra = yearOfEra * 365 + yearOfEra / 4 - yearOfEra / 100 + dayOfYear
        number = era * 146_097 + dayOfEra - 719_468
    }

    /// Reads `yyyy-mm-dd`, the form of stored data.
    public init?(iso text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 3, parts[0].utf8.count == 4, parts[1].utf8.count == 2, parts[2].utf8.count == 2,
            let year = parts[0].utf8.number, let month = parts[1].utf8.number, let day = parts[2].utf8.number
        else { return nil }
        self.init(year: year, month: month, day: day)
    }

    /// Reads `yyyymmdd`, a date of X12 (D8).
    @specialized(where Text == String)
    public init?<Text: StringProtocol>(compact text: Text) { self.init(compact: text.utf8) }

    /// The same of its bytes.
    @specialized(where Bytes == ArraySlice<UInt8>)
    package init?<Bytes: Collection<UInt8>>(compact bytes: Bytes) {
        guard bytes.count == 8, let number = bytes.number else { return nil }
        self.init(year: number / 10_000, month: number / 100 % 100, day: number % 100)
    }

    public static func < (left: Day, right: Day) -> Bool { left.number < right.number }

    /// The days from the right day to the left one, negative where the left one is earlier.
    public static func - (left: Day, right: Day) -> Int { left.number - right.number }

    /// The day this many days later, earlier where the number is negative.
    public static func + (day: Day, days: Int) -> Day { Day(number: day.number + days) }

    /// The days of a month: 28 to 31. The month is 1 to 12.
    public static func length(ofMonth month: Int, year: Int) -> Int {
        switch month {
        case 2: year % 4 == 0 && (year % 100 != 0 || year % 400 == 0) ? 29 : 28
        case 4, 6, 9, 11: 30
        default: 31
        }
    }
}

extension Day {
    /// The year, month and day of the calendar.
    public var parts: (year: Int, month: Int, day: Int) {
        let shifted = number + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1460 + dayOfEra / 36524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let marchMonth = (5 * dayOfYear + 2) / 153
        let month = marchMonth < 10 ? marchMonth + 3 : marchMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        return (year, month, dayOfYear - (153 * marchMonth + 2) / 5 + 1)
    }

    /// From 1 to 9999.
    public var year: Int { parts.year }

    /// `2026-11-10`, the form of stored data.
    public var iso: String {
        let (year, month, day) = parts
        return "\(padded(year, 4))-\(padded(month, 2))-\(padded(day, 2))"
    }

    /// Whole years from this day to `other`, as an age is counted.
    public func years(to other: Day) -> Int {
        let (start, end) = (parts, other.parts)
        let hadBirthday = (end.month, end.day) >= (start.month, start.day)
        return end.year - start.year - (hadBirthday ? 0 : 1)
    }

    /// The same day this many months later, or that month's last day where it is shorter.
    public func adding(months: Int) -> Day {
        let (year, month, day) = parts
        let index = year * 12 + month - 1 + months
        let (newYear, newMonth) = (index / 12, index % 12 + 1)
        return Day(year: newYear, month: newMonth, day: min(day, Day.length(ofMonth: newMonth, year: newYear))) ?? self
    }
}

/// A number with leading zeros.
func padded(_ number: Int, _ width: Int) -> String {
    String(number).aligned(to: width, with: "0")
}

extension Day {
    /// `10/01/2025 to 09/30/2026`, `from 10/01/2025`, `to 09/30/2026`; empty where there is no limit.
    public static func span(from: Day?, to: Day?) -> String {
        switch (from, to) {
        case (nil, nil): ""
        case (let from?, nil): "from \(from)"
        case (nil, let to?): "to \(to)"
        case (let from?, let to?): "\(from) to \(to)"
        }
    }
}
