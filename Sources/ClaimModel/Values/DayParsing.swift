/// A date as billers type it: `11102026`, `11/10/2026`, `11/10/26`, `2026-11-10`, `t`, `t-1`, `+1w`.
///
/// A two-digit year is the year nearest to today, of two equally near the past one.
extension Day: Parsed {
    public static let shape = EntryShape(columns: 10, isDate: true)

    public init(parsing text: some StringProtocol, in context: ParsingContext) throws(Unreadable) {
        let written = try WrittenDay(text)
        self = try Day(written, today: context.today) { ending, _, _ in
            let nearest = (context.today.year - 50)...(context.today.year + 49)
            let year = context.today.year / 100 * 100 + ending
            return nearest.contains(year) ? year : year < nearest.lowerBound ? year + 100 : year - 100
        }
    }

    public static func mayGrow(_ text: String, value: Day) -> Bool {
        (try? WrittenDay(text))?.mayGrow ?? false
    }

    public static func settled(_ text: String, in context: ParsingContext) -> String? {
        guard let written = try? WrittenDay(text), written.dependsOnToday else { return nil }
        return (try? Day(parsing: text, in: context))?.description
    }

    /// `11/10/2026`.
    public var description: String {
        let (year, month, day) = parts
        return "\(padded(month, 2))/\(padded(day, 2))/\(padded(year, 4))"
    }

    /// The day that a text means today; `fullYear` says which year a two-digit one is.
    init(
        _ written: WrittenDay, today: Day, fullYear: (_ ending: Int, _ month: Int, _ day: Int) -> Int
    ) throws(Unreadable) {
        switch written.form {
        case .days(let count): self = try Day.onCalendar(today + count)
        case .months(let count): self = try Day.onCalendar(today.adding(months: count))
        case .calendar(let year, let month, let day):
            guard let date = Day(year: year, month: month, day: day) else { throw .malformed(WrittenDay.good) }
            self = date
        case .shortYear(let ending, let month, let day):
            let year = fullYear(ending, month, day)
            guard let date = Day(year: year, month: month, day: day) else {
                let message = "February has 28 days in \(year)"
                throw written.mayGrow ? .incomplete(message) : .malformed(message)
            }
            self = date
        }
    }

    private static func onCalendar(_ day: Day) throws(Unreadable) -> Day {
        guard DayGrammar.anyYear.years.contains(day.year) else { throw .malformed("The date is too far from today") }
        return day
    }
}
