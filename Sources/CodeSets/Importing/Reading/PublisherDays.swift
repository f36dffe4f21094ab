import ClaimModel

extension Day {
    /// A day as publishers write it: `20260101`, `2026-01-01`, `1/1/2026`, `01-01-2026`.
    init?(published text: some StringProtocol) {
        let numbers = text.split { !$0.isASCII || !$0.isNumber }
        if text.utf8.count == 8, let whole = numbers.first, whole.count == 8 {
            self.init(year: Int(whole.prefix(4)), month: Int(whole.dropFirst(4).prefix(2)), day: Int(whole.suffix(2)))
        } else if numbers.count == 3, numbers[0].count == 4 {
            self.init(year: Int(numbers[0]), month: Int(numbers[1]), day: Int(numbers[2]))
        } else if numbers.count == 3, numbers[2].count == 4 {
            self.init(year: Int(numbers[2]), month: Int(numbers[0]), day: Int(numbers[1]))
        } else {
            return nil
        }
    }

    private init?(year: Int?, month: Int?, day: Int?) {
        guard let year, let month, let day else { return nil }
        self.init(year: year, month: month, day: day)
    }
}

extension Day {
    /// The last day of the calendar quarter.
    var lastOfQuarter: Day? {
        let month = (parts.month + 2) / 3 * 3
        return Day(year: year, month: month, day: Day.length(ofMonth: month, year: year))
    }

    /// `January 2026`.
    var monthInWords: String { "\(Day.months[parts.month - 1]) \(year)" }

    /// `April 1 2026`.
    var spelled: String { "\(Day.months[parts.month - 1]) \(parts.day) \(year)" }

    private static let months = [
        "January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November",
        "December",
    ]
}
