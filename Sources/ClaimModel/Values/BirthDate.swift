/// A date of birth: typed as any `Day`, but never later than today, and so is a two-digit year.
public struct BirthDate: Parsed {
    /// Not later than the day it was typed.
    public let day: Day

    public static let shape = Day.shape

    /// A date that is known to be one of birth; nothing is checked here.
    public init(day: Day) {
        self.day = day
    }

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let today = context.today
        let written = try WrittenDay(text, years: DayGrammar(years: 1900...max(1900, today.year), takesNoEnd: false))
        day = try Day(written, today: today) { ending, month, day in
            let year = today.year / 100 * 100 + ending
            let (thisYear, thisMonth, thisDay) = today.parts
            return (year, month, day) > (thisYear, thisMonth, thisDay) ? year - 100 : year
        }
        guard day <= today else { throw .malformed("The date of birth is in the future") }
    }

    public static func mayGrow(_ text: String, value: BirthDate) -> Bool {
        guard let written = try? WrittenDay(text, years: BirthDate.years) else { return false }
        return written.mayGrow
    }

    /// Years that a full date of birth may have, whatever the day it is typed.
    private static let years = DayGrammar(years: 1900...2099, takesNoEnd: false)

    public static func settled(_ text: String, in context: ParsingContext) -> String? {
        guard let written = try? WrittenDay(text), written.dependsOnToday else { return nil }
        return (try? BirthDate(parsing: text, in: context))?.description
    }

    /// `04/17/1981`.
    public var description: String { day.description }
}
