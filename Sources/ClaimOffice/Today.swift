import ClaimExchange
public import ClaimModel
public import Foundation
import Glibc

/// The clock, read in the local time zone.
public enum Today {
    /// `14:05:09`.
    public static var clockTime: String { clockTime(atSecond: time(nil)) }

    /// `14:05:09`, of a moment.
    public static func clockTime(of moment: Date) -> String {
        clockTime(atSecond: Int(moment.timeIntervalSince1970.rounded(.down)))
    }

    /// When a local day begins.
    public static func start(of day: Day) -> Date {
        var parts = tm()
        let numbers = day.iso.split(separator: "-").compactMap { Int32($0) }
        (parts.tm_year, parts.tm_mon, parts.tm_mday) = (numbers[0] - 1900, numbers[1] - 1, numbers[2])
        parts.tm_isdst = -1
        return Date(timeIntervalSince1970: Double(mktime(&parts)))
    }

    private static func clockTime(atSecond second: Int) -> String {
        let parts = localParts(atSecond: second)
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }
            .joined(separator: ":")
    }

    public static var byClock: Day { day(atSecond: time(nil)) }

    /// The local day of a moment.
    public static func day(of moment: Date) -> Day { day(atSecond: Int(moment.timeIntervalSince1970.rounded(.down))) }

    /// A control number that no file of an earlier second has: 1 to 999,999,999.
    static var number: Int { time(nil) % 999_999_999 + 1 }

    /// A day with the time of the clock, as the envelopes of a file carry them.
    static func stamp(_ day: Day, number: Int) -> InterchangeStamp {
        InterchangeStamp(
            date: day.iso.filter { $0 != "-" }, time: String(clockTime.filter { $0 != ":" }.prefix(4)), number: number)
    }

    private static func day(atSecond second: Int) -> Day {
        let parts = localParts(atSecond: second)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day(number: second / 86_400)
    }

    private static func localParts(atSecond second: Int) -> tm {
        var second = second
        var parts = tm()
        localtime_r(&second, &parts)
        return parts
    }
}
