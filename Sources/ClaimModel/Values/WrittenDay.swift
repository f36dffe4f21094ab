/// What a text says of a day before today's date is asked: `11/10/26`, `t-1`, `2026-11-10`.
struct WrittenDay {
    enum Form {
        case days(Int)
        case months(Int)
        case calendar(year: Int, month: Int, day: Int)
        case shortYear(Int, month: Int, day: Int)
    }

    let form: Form
    let mayGrow: Bool

    static let good = "A date is month, day and year, such as 11/10/2026. Type t for today, t-1 for yesterday"

    /// Whether the meaning of the text depends on the day it was typed.
    var dependsOnToday: Bool {
        if case .calendar = form { false } else { true }
    }

    init(_ text: some StringProtocol, years: DayGrammar = .anyYear) throws(Unreadable) {
        let bytes = try typedBytes(text).map(\.lowercased)
        self =
            bytes[0].isDigit
            ? try years.calendar(bytes[...])
            : try WrittenDay.relative(bytes[...])
    }

    init(_ form: Form, mayGrow: Bool = false) {
        self.form = form
        self.mayGrow = mayGrow
    }

    private static func relative(_ bytes: ArraySlice<UInt8>) throws(Unreadable) -> WrittenDay {
        var rest = bytes
        if rest.first == UInt8(ascii: "t") {
            rest = rest.dropFirst()
            if rest.isEmpty { return WrittenDay(.days(0), mayGrow: true) }
        }
        guard let sign = rest.first, sign == .plus || sign == .dash else { throw .malformed(good) }
        let digits = rest.dropFirst().prefix(while: \.isDigit)
        let unit = rest.dropFirst(1 + digits.count)
        guard digits.count <= 4, unit.count <= 1 else { throw .malformed(good) }
        guard let count = digits.number else { throw unit.isEmpty ? .incomplete(good) : .malformed(good) }
        let signed = sign == .dash ? -count : count
        switch unit.first {
        case nil: return WrittenDay(.days(signed), mayGrow: true)
        case UInt8(ascii: "d"): return WrittenDay(.days(signed))
        case UInt8(ascii: "w"): return WrittenDay(.days(signed * 7))
        case UInt8(ascii: "m"): return WrittenDay(.months(signed))
        case UInt8(ascii: "y"): return WrittenDay(.months(signed * 12))
        default: throw .malformed("After the number type d, w, m or y. For example +1w is one week later")
        }
    }
}
