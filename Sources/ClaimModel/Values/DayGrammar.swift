/// How a month, a day and a year are written, and which years they may have.
struct DayGrammar {
    let years: ClosedRange<Int>
    /// Whether the year 9999 is taken, with which payers write "no end".
    let takesNoEnd: Bool

    /// Years that a claim can have.
    static let anyYear = DayGrammar(years: 1900...2199, takesNoEnd: true)

    private static let noEnd = 9999
    private static let good = "A date is month, day and year, such as 11/10/2026"

    func calendar(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        guard let separator = bytes.first(where: { !$0.isDigit }) else { return try undivided(bytes) }
        guard separator == .slash || separator == .dash || separator == .point else {
            throw .malformed(DayGrammar.good)
        }
        let groups = bytes.split(separator: separator, omittingEmptySubsequences: false)
        guard groups.count <= 3, groups.joined().allSatisfy(\.isDigit) else { throw .malformed(DayGrammar.good) }
        let third = groups.count == 3 ? groups[2] : nil
        return groups[0].count == 4
            ? try yearFirst(groups[0], groups[1], third) : try monthFirst(groups[0], groups[1], third)
    }

    /// Whether a year that has this month and day begins with these digits.
    private func mayBegin(_ digits: ArraySlice<UInt8>, month: Int = 1, day: Int = 1) -> Bool {
        guard let number = digits.number, digits.count <= 4 else { return false }
        let span = [1000, 100, 10, 1][digits.count - 1]
        let first = number * span
        return (first..<first + span).contains { year in
            (years.contains(year) || (takesNoEnd && year == DayGrammar.noEnd))
                && day <= Day.length(ofMonth: month, year: year)
        }
    }

    // MARK: The orders of month, day and year

    /// Digits only: MMDDYY or MMDDYYYY, or the beginning of `2026-11-10`.
    private func undivided(_ digits: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        if digits.count == 1 || (digits.count <= 4 && mayBegin(digits)) { throw .incomplete(DayGrammar.good) }
        let month = try month(digits.prefix(2))
        let day = digits.dropFirst(2).prefix(2)
        if let tens = day.first, tens.digitValue > (month == 2 ? 2 : 3) {
            throw .malformed("Month \(month) has no such day. \(DayGrammar.good)")
        }
        guard day.count == 2 else { throw .incomplete(DayGrammar.good) }
        return try finished(month: month, day: self.day(day, inMonth: month), year: digits.dropFirst(4))
    }

    private func monthFirst(
        _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>, _ year: ArraySlice<UInt8>?
    ) throws(Unreadable) -> WrittenDay {
        let month = try self.month(month)
        if year == nil, day.count <= 1 { throw .incomplete(DayGrammar.good) }
        let day = try self.day(day, inMonth: month)
        guard let year else { throw .incomplete(DayGrammar.good) }
        return try finished(month: month, day: day, year: year)
    }

    private func yearFirst(
        _ digits: ArraySlice<UInt8>, _ month: ArraySlice<UInt8>, _ day: ArraySlice<UInt8>?
    ) throws(Unreadable) -> WrittenDay {
        guard let year = digits.number, mayBegin(digits) else { throw .malformed(DayGrammar.good) }
        if day == nil, month.count <= 1 { throw .incomplete(DayGrammar.good) }
        let month = try self.month(month)
        guard let day, day != [UInt8(ascii: "0")], !day.isEmpty else { throw .incomplete(DayGrammar.good) }
        let number = try self.day(day, inMonth: month)
        let length = Day.length(ofMonth: month, year: year)
        guard number <= length else { throw .malformed("February has \(length) days in \(year)") }
        return WrittenDay(
            .calendar(year: year, month: month, day: number), mayGrow: day.count == 1 && number * 10 <= length)
    }

    // MARK: The parts

    private func month(_ digits: ArraySlice<UInt8>) throws(Unreadable) -> Int {
        guard digits.count <= 2, let number = digits.number else { throw .malformed(DayGrammar.good) }
        guard (1...12).contains(number) else {
            throw .malformed("There is no month \(number). \(DayGrammar.good)")
        }
        return number
    }

    private func day(_ digits: ArraySlice<UInt8>, inMonth month: Int) throws(Unreadable) -> Int {
        guard digits.count <= 2, let number = digits.number else { throw .malformed(DayGrammar.good) }
        guard (1...Day.length(ofMonth: month, year: 2000)).contains(number) else {
            throw .malformed("Month \(month) has no day \(number). \(DayGrammar.good)")
        }
        return number
    }

    private func finished(month: Int, day: Int, year: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        guard year.count <= 4 else { throw .malformed("A year has four digits. \(DayGrammar.good)") }
        guard year.count >= 2, let number = year.number else { throw .incomplete(DayGrammar.good) }
        let isBeginning = mayBegin(year, month: month, day: day)
        if year.count == 2 {
            return WrittenDay(.shortYear(number, month: month, day: day), mayGrow: isBeginning)
        }
        guard isBeginning else {
            throw mayBegin(year)
                ? .malformed("February has 28 days in \(number)")
                : .malformed("The year must be \(years.lowerBound) to \(years.upperBound). \(DayGrammar.good)")
        }
        guard year.count == 4 else { throw .incomplete(DayGrammar.good) }
        return WrittenDay(.calendar(year: number, month: month, day: day))
    }
}
