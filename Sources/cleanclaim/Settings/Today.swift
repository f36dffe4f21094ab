import ClaimModel
import Foundation
import Glibc

/// Where the program takes its date from.
enum Today {
    /// The option `--today`, else `CLEANCLAIM_TODAY`; `nil` leaves it to the clock.
    static func given(option: String?, environment: [String: String]) throws -> Day? {
        if let option { return try day(option, from: "--today") }
        guard let text = environment["CLEANCLAIM_TODAY"], !text.isEmpty else { return nil }
        return try day(text, from: "CLEANCLAIM_TODAY")
    }

    /// `14:05:09` in the local time zone.
    static var clockTime: String {
        let parts = localParts(atSecond: time(nil))
        return [parts.tm_hour, parts.tm_min, parts.tm_sec].map { ($0 < 10 ? "0" : "") + String($0) }
            .joined(separator: ":")
    }

    static var byClock: Day { day(atSecond: time(nil)) }

    /// The local day of a moment.
    static func day(of moment: Date) -> Day { day(atSecond: Int(moment.timeIntervalSince1970.rounded(.down))) }

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

    private static func day(_ text: String, from name: String) throws -> Day {
        guard let day = Day(iso: text) else { throw Refusal("\(name): write the day as 2026-11-23.") }
        return day
    }
}
