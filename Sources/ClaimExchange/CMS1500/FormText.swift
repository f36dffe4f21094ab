import ClaimModel

/// The ways in which values are written on the paper form (NUCC, CMS-1500 02/12).
struct FormText {
    let draft: ClaimDraft

    /// The value of a field in capitals, empty where it has none.
    func value(_ field: Field, row: Int = 0) -> String {
        (draft.state(at: Place(field, row: row)).value ?? "").printable().uppercased()
    }

    /// `RIVERA, DANA, M`: last, first and middle name with commas between them, without points.
    func name(_ last: Field, _ first: Field, _ middle: Field? = nil) -> String {
        [last, first, middle].compactMap { $0 }.map { value($0).without(".") }.filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// A street, city, state and ZIP without points and commas, the parts apart.
    func address(_ fields: [Field]) -> String {
        fields.map { value($0).without(".,#") }.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// `MM DD YYYY`.
    func longDate(_ day: Day?) -> String {
        day.map { day in
            let (year, month, date) = day.parts
            return "\(Self.two(month)) \(Self.two(date)) \(year)"
        } ?? ""
    }

    /// `MMDDYY`.
    func shortDate(_ day: Day?) -> String {
        day.map { day in
            let (year, month, date) = day.parts
            return Self.two(month) + Self.two(date) + Self.two(year % 100)
        } ?? ""
    }

    /// `210 00`: dollars and cents apart, without a sign.
    func amount(_ money: Money?) -> String {
        money.map { "\($0.cents / 100) \(Self.two($0.cents % 100))" } ?? ""
    }

    /// `216 5550100`: the area code apart, without dashes.
    func phone(_ number: PhoneNumber?) -> String {
        number.map { "\($0.digits.prefix(3)) \($0.digits.dropFirst(3))" } ?? ""
    }

    /// `X YES`, `X NO`, or nothing.
    func yesNo(_ answer: YesNo?) -> String {
        answer.map { $0 == .yes ? "X YES" : "X NO" } ?? ""
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension String {
    func without(_ signs: String) -> String { filter { !signs.contains($0) } }
}
