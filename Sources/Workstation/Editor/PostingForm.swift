import ClaimModel
import ClaimRules

/// The fields of a paper EOB: those of the check, then three for each line of the claim.
struct PostingForm: Sendable {
    enum Head: Int, CaseIterable, Sendable {
        case payment, date, amount, payerNumber, remarks

        var label: String {
            switch self {
            case .payment: "Check or EFT no."
            case .date: "EOB date"
            case .amount: "Check amount"
            case .payerNumber: "Payer's claim no."
            case .remarks: "Remark codes"
            }
        }
    }

    enum Column: Int, CaseIterable, Sendable {
        case allowed, paid, adjustments
    }

    /// Why it cannot be posted, and the field that says it.
    struct Refusal: Error {
        let message: String
        let place: Int
    }

    let draft: ClaimDraft
    let status: ClaimStatus
    private let last: PaperEOB?
    private var texts: [String]
    var index = 0
    /// Whether nothing was typed in the field since it was entered: the first character replaces its text.
    private(set) var isUntouched = true
    private var before: [[String]] = []

    init(_ offer: PostingOffer) {
        (draft, status, last) = (offer.draft, offer.status, offer.last)
        texts = Array(repeating: "", count: Head.allCases.count + Column.allCases.count * offer.draft.lines.count)
        if let kept = offer.kept { take(kept) }
    }

    var count: Int { texts.count }
    var isKeyed: Bool { texts.contains { !$0.isEmpty } }

    func text(_ head: Head) -> String { texts[head.rawValue] }
    func text(_ row: Int, _ column: Column) -> String { texts[PostingForm.place(row, column)] }

    static func place(_ row: Int, _ column: Column) -> Int {
        Head.allCases.count + row * Column.allCases.count + column.rawValue
    }

    /// The line and the column that have the cursor; `nil` in the fields of the check.
    var cell: (row: Int, column: Column)? {
        let place = index - Head.allCases.count
        guard place >= 0 else { return nil }
        return (place / Column.allCases.count, Column(rawValue: place % Column.allCases.count) ?? .paid)
    }

    mutating func go(to place: Int) { (index, isUntouched) = (min(max(0, place), count - 1), true) }
}

/// Leaving and coming back.
extension PostingForm {
    private var lines: [KeyedEOB.Line] {
        draft.lines.map { KeyedEOB.Line(procedure: $0.procedure.text, charge: $0.charge.text) }
    }

    /// What is keyed so far; `nil` for nothing.
    var keyed: KeyedEOB? {
        isKeyed ? KeyedEOB(texts: texts, index: index, isBegun: !isUntouched, lines: lines) : nil
    }

    private mutating func take(_ kept: KeyedEOB) {
        for (place, text) in zip(texts.indices, kept.texts) { texts[place] = text }
        go(to: kept.index)
        isUntouched = !kept.isBegun
        if kept.isBegun { before = [texts] }
    }

    /// Whether the claim has the lines that the EOB was keyed on.
    func hasLines(of kept: KeyedEOB) -> Bool { lines == kept.lines }

    /// Empties every field, as one step.
    mutating func discard() {
        before.append(texts)
        texts = texts.map { _ in "" }
        go(to: 0)
    }
}

/// Keying.
extension PostingForm {
    private static let longest = 200

    /// - Returns: whether it fits.
    mutating func type(_ typed: some Sequence<Character>) -> Bool {
        keep()
        var text = isUntouched ? "" : texts[index]
        isUntouched = false
        let fits = text.append(typed, most: PostingForm.longest)
        texts[index] = text
        return fits
    }

    mutating func backspace() {
        keep()
        isUntouched = false
        if !texts[index].isEmpty { texts[index].removeLast() }
    }

    mutating func clear() {
        keep()
        texts[index] = ""
    }

    /// One step is one field's edit.
    private mutating func keep() { if isUntouched { before.append(texts) } }

    mutating func undo() -> Bool {
        guard let last = before.popLast() else { return false }
        (texts, isUntouched) = (last, true)
        return true
    }

    /// Shows what was typed as it is read: `80` as 80.00, `co45 16` as CO-45 16.00.
    ///
    /// - Returns: why it does not read.
    mutating func leave(_ view: DeskView) -> String? {
        let text = texts[index]
        guard !text.isEmpty else { return nil }
        do throws(Unreadable) {
            texts[index] = try read(text, view)
            guard index == Head.date.rawValue, let day = view.day(texts[index], until: view.inputs.today) else {
                return nil
            }
            return PaperEOB.fault(ofDate: day, on: draft, today: view.inputs.today)
        } catch {
            return error.message
        }
    }

    private func read(_ text: String, _ view: DeskView) throws(Unreadable) -> String {
        switch (Head(rawValue: index), cell?.column) {
        case (.date, _):
            guard let day = view.day(text, until: view.inputs.today) else {
                return try Day(parsing: text, in: view.parsing).description
            }
            return day.description
        case (.amount, _), (_, .allowed), (_, .paid): return try Money(parsing: text, in: view.parsing).description
        case (_, .adjustments): return try Adjustments(parsing: text, in: view.parsing).description
        default: return text
        }
    }

    /// What the field had on the EOB that was posted last.
    mutating func copyLast() -> String {
        guard let last, let head = Head(rawValue: index) else { return "Nothing to copy from the last EOB." }
        let text: String? =
            switch head {
            case .payment: last.payment
            case .date: last.date.description
            case .amount: last.amount.map { Money(cents: $0).description }
            case .payerNumber, .remarks: nil
            }
        guard let text else { return "Nothing to copy from the last EOB." }
        keep()
        texts[index] = text
        isUntouched = true
        return "Copied from the EOB posted last."
    }

    /// Of the adjustments of a line whose allowed amount is keyed: what the contract takes off.
    var suggestion: String? {
        guard let cell, cell.column == .adjustments, text(cell.row, .adjustments).isEmpty,
            let allowed = cents(text(cell.row, .allowed)), let charge = charge(cell.row), allowed < charge
        else { return nil }
        return "CO-45 \(Money(cents: charge - allowed).description)"
    }

    mutating func takeSuggestion() -> String? {
        guard let suggestion else { return nil }
        keep()
        (texts[index], isUntouched) = (suggestion, false)
        return "Entered \(suggestion): charge less allowed. Type on for the rest, as: pr2 20"
    }
}

/// Balancing.
extension PostingForm {
    func charge(_ row: Int) -> Int? { draft.lines[row].charge.value?.cents }

    private func cents(_ text: String) -> Int? {
        (try? Money(parsing: text, in: ParsingContext(today: Day(number: 0))))?.cents
    }

    private func adjustments(_ row: Int) -> [Adjustment] {
        let context = ParsingContext(today: Day(number: 0))
        return (try? Adjustments(parsing: text(row, .adjustments), in: context))?.all ?? []
    }

    /// What is left of the line's charge, in cents.
    func left(_ row: Int) -> Int {
        PaperEOB.Line(paid: cents(text(row, .paid)) ?? 0, adjustments: adjustments(row)).left(of: charge(row) ?? 0)
    }

    /// What falls to the patient, in cents.
    func patients(_ row: Int) -> Int { adjustments(row).patientsShare }

    var paid: Int { draft.lines.indices.reduce(0) { $0 + (cents(text($1, .paid)) ?? 0) } }

    /// What is left of all charges, in cents.
    var left: Int { draft.lines.indices.reduce(0) { $0 + left($1) } }

    /// - Throws: what is missing, unreadable or does not balance.
    func eob(_ view: DeskView) throws(Refusal) -> PaperEOB {
        func refuse(_ message: String, _ head: Head) -> Refusal { Refusal(message: message, place: head.rawValue) }
        guard text(.payment).contains(where: { !$0.isWhitespace }) else {
            throw refuse("Enter the number of the check or EFT.", .payment)
        }
        guard let day = view.day(text(.date), until: view.inputs.today) else {
            throw refuse("Enter the date of the EOB.", .date)
        }
        if let fault = PaperEOB.fault(ofDate: day, on: draft, today: view.inputs.today) { throw refuse(fault, .date) }
        let amount = cents(text(.amount))
        guard amount != nil || text(.amount).isEmpty else { throw refuse("The check amount does not read.", .amount) }
        let remarks = AnswerCode.codes(in: text(.remarks))
        guard remarks.unknown.isEmpty else {
            throw refuse("Not a payer's code: \(remarks.unknown.joined(separator: ", ")).", .remarks)
        }
        var lines: [PaperEOB.Line] = []
        for row in draft.lines.indices { lines.append(try line(row)) }
        return PaperEOB(
            payment: text(.payment), date: day, amount: amount, payerNumber: text(.payerNumber), remarks: remarks.codes,
            lines: lines)
    }

    private func line(_ row: Int) throws(Refusal) -> PaperEOB.Line {
        let (paid, typed) = (text(row, .paid), text(row, .adjustments))
        guard let cents = cents(paid.isEmpty ? "0" : paid) else {
            throw Refusal(message: "Line \(row + 1): paid does not read.", place: PostingForm.place(row, .paid))
        }
        let adjustments = adjustments(row)
        guard !adjustments.isEmpty || typed.isEmpty else {
            throw Refusal(
                message: "Line \(row + 1): \(Adjustments.example).", place: PostingForm.place(row, .adjustments))
        }
        let line = PaperEOB.Line(paid: cents, adjustments: adjustments)
        if let message = line.imbalance(at: row, on: draft) {
            throw Refusal(message: message, place: PostingForm.place(row, .adjustments))
        }
        return line
    }
}

extension Adjustments {
    fileprivate static let example = "an adjustment is group, reason and amount, such as co45 40"
}
