import ClaimModel
import Foundation
import Glibc

/// Where the program takes its date from.
enum Today {
    /// The option `--today`, else `CLEANCLAIM_TODAY`, else the clock in the local time zone.
    static func day(option: String?, environment: [String: String]) throws -> Day {
        if let option { return try day(option, from: "--today") }
        if let text = environment["CLEANCLAIM_TODAY"], !text.isEmpty { return try day(text, from: "CLEANCLAIM_TODAY") }
        return byClock
    }

    static var byClock: Day {
        var now = time(nil)
        var parts = tm()
        localtime_r(&now, &parts)
        return Day(year: Int(parts.tm_year) + 1900, month: Int(parts.tm_mon) + 1, day: Int(parts.tm_mday))
            ?? Day(number: now / 86_400)
    }

    private static func day(_ text: String, from name: String) throws -> Day {
        guard let day = Day(iso: text) else { throw Refusal("\(name): write the day as 2026-11-23.") }
        return day
    }
}
