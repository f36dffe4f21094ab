import ClaimModel

extension ClaimEditor {
    /// A date of service that was keyed without its year is the latest such day that is not in the future, and shown whole.
    mutating func readDayWithoutYear(in context: ParsingContext) {
        guard Day.serviceFields.contains(focusedPlace.field), work.focus.isEdited,
            let day = Day(withoutYear: text, until: context.today)
        else { return }
        work.draft.type(day.description, at: focusedPlace, in: context)
        changed()
    }
}

extension Day {
    /// The fields of a date of service.
    static let serviceFields: Set<Field> = [.lineFrom, .lineTo]

    /// The latest day of a month and day: `11/10`, `11-10`, `1110`; `nil` for any other text, and where there is no such
    /// day.
    init?(withoutYear text: some StringProtocol, until today: Day) {
        let text = trimmed(text)
        let groups = text.split(omittingEmptySubsequences: false) { "/-.".contains($0) }.map(String.init)
        let parts: [String]
        switch groups.count {
        case 1 where text.count == 4: parts = [String(text.prefix(2)), String(text.dropFirst(2))]
        case 2: parts = groups
        default: return nil
        }
        guard parts.allSatisfy({ (1...2).contains($0.count) && $0.utf8.allSatisfy(\.isDigit) }),
            let month = Int(parts[0]), let day = Int(parts[1])
        else { return nil }
        // Eight years have a February 29 among them.
        let days = (0...8).lazy.compactMap { Day(year: today.year - $0, month: month, day: day) }
        guard let latest = days.first(where: { $0 <= today }) else { return nil }
        self = latest
    }
}
