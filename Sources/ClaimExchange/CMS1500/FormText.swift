import ClaimModel
import TextKit

/// The ways in which values are written on the paper form (NUCC, CMS-1500 02/12).
struct FormText {
    let draft: ClaimDraft
    let glyphs: Glyphs
    let arrived: ArrivedBoxes

    init(draft: ClaimDraft, glyphs: Glyphs) {
        self.draft = draft
        self.glyphs = glyphs
        arrived = ArrivedBoxes(of: draft)
    }

    /// The value of a field in capitals, empty where it has none.
    func value(_ field: Field, row: Int = 0) -> String {
        (draft.state(at: Place(field, row: row)).value ?? "").uppercased().onPaper(glyphs)
    }

    /// `RIVERA, DANA, M`: last, first and middle name with commas between them, without points.
    func name(_ last: Field, _ first: Field, _ middle: Field? = nil) -> String {
        [last, first, middle].compactMap { $0 }.map { value($0).without(".") }.filter { !$0.isEmpty }
            .joined(separator: ", ")
    }

    /// Values side by side without points, commas and number signs, blank ones left out.
    func joined(_ fields: [Field]) -> String {
        fields.map { value($0).without(".,#") }.filter { !$0.isEmpty }.joined(separator: " ")
    }

    /// An address whose parts have places of their own.
    func address(_ fields: AddressFields, at slots: AddressSlots) -> [FormPart] {
        [
            FormPart(slots.street, joined(fields.streets)), FormPart(slots.city, joined([fields.city])),
            FormPart(slots.state, value(fields.state)), FormPart(slots.zip, joined([fields.zip, fields.country])),
        ]
    }

    /// An address on two lines.
    func address(_ fields: AddressFields, in block: AddressBlock) -> [FormPart] {
        [FormPart(block.street, joined(fields.streets)), cityPart(fields, in: block.city)]
    }

    /// Where there is no room, five digits of the ZIP code rather than a part of nine, and then a part of the city.
    private func cityPart(_ fields: AddressFields, in slot: FormSlot) -> FormPart {
        let whole = joined([fields.city, fields.state, fields.zip, fields.country])
        guard whole.columns > slot.width else { return FormPart(slot, whole) }
        let zip = String(value(fields.zip).prefix(5))
        let end = [joined([fields.state]), zip, joined([fields.country])].filter { !$0.isEmpty }.map { " " + $0 }
            .joined()
        let city = joined([fields.city])
        let room = slot.width - end.columns
        guard room > 0, city.columns > room else { return FormPart(slot, city + end) }
        return FormPart(slot, city.clipped(to: room).withoutBlanksAtEnd + end, isCut: true)
    }

    /// `MM DD YYYY`.
    func longDate(_ day: Day?) -> String {
        day.map { day in
            let (year, month, date) = day.parts
            return "\(Self.two(month)) \(Self.two(date)) \(year)"
        } ?? ""
    }

    /// `MM DD YY`.
    func shortDate(_ day: Day?) -> String {
        day.map { day in
            let (year, month, date) = day.parts
            return [month, date, year % 100].map(Self.two).joined(separator: " ")
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

    /// An X for yes or no, or nothing.
    func yesNo(_ answer: YesNo?, _ slots: YesNoSlots) -> FormPart? {
        answer.map { $0 == .yes ? .mark(slots.yes, "YES") : .mark(slots.no, "NO") }
    }

    private static func two(_ number: Int) -> String { number < 10 ? "0\(number)" : String(number) }
}

extension String {
    func without(_ signs: String) -> String { filter { !signs.contains($0) } }
}
