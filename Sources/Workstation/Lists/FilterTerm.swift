import ClaimModel
import ClaimRules

/// A condition of the worklist's filter on one thing of a claim.
enum FilterTerm: Hashable, Sendable {
    /// The text of a thing has this in it, in small letters.
    case text(Subject, String)
    case number(Subject, ClosedRange<Int>)
    case state(State)

    /// What a term is about. Its raw value is the word before the sign.
    enum Subject: String, CaseIterable, Sendable {
        case status, payer, patient, account, number, biller, tag, hold, rule, denial, cpt, comment, due
        case dos, age, days, amount, errors, warnings, follow

        /// What it is about, for the list of terms.
        var name: String {
            switch self {
            case .status: "status"
            case .payer: "payer"
            case .patient: "patient"
            case .account: "account number"
            case .number: "payer's claim number"
            case .biller: "biller"
            case .tag: "tag"
            case .hold: "hold reason"
            case .rule: "finding"
            case .denial: "denial code"
            case .cpt: "procedure code"
            case .comment: "comment"
            case .due: "what is to be done"
            case .dos: "date of service"
            case .age: "days since the last edit"
            case .days: "days to file"
            case .amount: "charge"
            case .errors: "errors"
            case .warnings: "warnings"
            case .follow: "follow-up date"
            }
        }

        fileprivate var isDay: Bool { self == .dos || self == .follow }

        fileprivate var isNumber: Bool {
            [.dos, .age, .days, .amount, .errors, .warnings, .follow].contains(self)
        }

        /// How such a term is written.
        fileprivate var example: String {
            switch self {
            case .dos: "dos:11/1-11/30, dos>10/15"
            case .follow: "follow<12/1"
            case .amount: "amount>500, amount:100-250.50"
            default: "\(rawValue)>30, \(rawValue):7-14"
            }
        }
    }

    /// What a claim is or is not.
    enum State: String, CaseIterable, Sendable {
        case flagged, waiting, due, held, unassigned, archived, deleted
    }
}

extension FilterTerm {
    /// Reads `status:denied` or `age>30`; `nil` for a word that is no term, or one without its value yet.
    init?(_ text: String, on today: Day) throws(FilterFault) {
        guard let sign = text.firstIndex(where: { ":<>=".contains($0) }) else { return nil }
        let key = text[..<sign].lowercased()
        var value = text[text.index(after: sign)...].filter { $0 != "\"" }[...]
        if key == "is" {
            guard let state = State.allCases.first(where: { $0.rawValue.hasPrefix(value.lowercased()) }) else {
                let known = State.allCases.map(\.rawValue).joined(separator: ", ")
                throw FilterFault(message: "is: takes \(known).")
            }
            self = .state(state)
            return
        }
        if key == "due", text[sign] == "<" {
            self = .number(.days, try FilterTerm.daysToFile(value))
            return
        }
        guard let subject = Subject(rawValue: key) else { return nil }
        let isInclusive = value.first == "="
        if isInclusive { value.removeFirst() }
        guard subject.isNumber else {
            guard text[sign] == ":" || text[sign] == "=" else {
                throw FilterFault(message: "\(key) takes a text: \(key):…")
            }
            self = .text(subject, value.lowercased())
            return
        }
        guard let range = subject.range(value, sign: text[sign], isInclusive: isInclusive, on: today) else {
            throw FilterFault(message: "\(key) is written as in \(subject.example).")
        }
        self = .number(subject, subject == .age ? range.days(before: today) : range)
    }

    /// `due<7`: the days to file of what is not overdue.
    private static func daysToFile(_ value: Substring) throws(FilterFault) -> ClosedRange<Int> {
        let digits = value.drop { $0 == "=" }
        guard !digits.isEmpty else { return 0...36_500 }
        guard let days = Int(digits), (1...36_500).contains(days) else {
            throw FilterFault(message: "due is written as in due<7, or due:next-payer.")
        }
        return 0...(value.first == "=" ? days : days - 1)
    }

    /// What the texts that words are looked for in have where it holds; `nil` where they do not say.
    var folded: String? {
        guard case .text(let subject, let value) = self, !value.isEmpty,
            ![.biller, .cpt, .due, .denial].contains(subject)
        else { return nil }
        return value
    }

    /// Whether it leaves none that another one leaves out.
    func narrows(_ other: FilterTerm) -> Bool {
        switch (self, other) {
        // A code is meant as a whole.
        case (.text(.denial, _), .text(.denial, "")): true
        case (.text(.denial, _), _), (_, .text(.denial, _)): self == other
        case (.text(let subject, let value), .text(let same, let before)) where subject == same: value.hasPrefix(before)
        case (.number(let subject, let range), .number(let same, let before)) where subject == same:
            before.lowerBound <= range.lowerBound && range.upperBound <= before.upperBound
        default: self == other
        }
    }

    func holds(_ row: WorklistRow) -> Bool {
        switch self {
        case .number(let subject, let range): subject.number(RowFigures(row)).map(range.contains) ?? false
        case .state(let state): state.holds(row)
        case .text(_, ""): true
        case .text(let subject, let value): subject.texts(row).contains { subject.holds(value, in: $0) }
        }
    }

    /// Those of the rows that it holds for, all of them looked at together.
    func rows(
        _ listed: [Int32], of rows: [WorklistRow], _ figures: [RowFigures], _ facets: RowFacets
    ) -> [Int32] {
        switch self {
        case .text(_, ""): return listed
        case .number(let subject, let range):
            return listed.filter { subject.number(figures[Int($0)]).map(range.contains) ?? false }
        case .state(let state): return facets.rows(listed, having: .state) { $0 == state.rawValue }
        case .text(let subject, let value):
            if let facet = subject.facet { return facets.rows(listed, having: facet) { subject.holds(value, in: $0) } }
            let word = FoldedTexts.Word(value)
            return listed.filter { word.isIn(subject.text(rows[Int($0)])) }
        }
    }
}

extension FilterTerm.Subject {
    private static let ends = -1_000_000_000...1_000_000_000_000

    /// The numbers that a term leaves: of a day its number, of an amount its cents. All of them while nothing is typed yet.
    fileprivate func range(
        _ text: Substring, sign: Character, isInclusive: Bool, on today: Day
    ) -> ClosedRange<Int>? {
        let ends = FilterTerm.Subject.ends
        guard !text.isEmpty else { return ends }
        let latest = self == .follow ? today + 182 : today
        let whole = span(text, until: latest, today)
        switch sign {
        case "<": return whole.map { ends.lowerBound...($0.lowerBound - (isInclusive ? 0 : 1)) }
        case ">": return whole.map { ($0.lowerBound + (isInclusive ? 0 : 1))...ends.upperBound }
        default: break
        }
        if let whole { return whole }
        let separator = text.contains("..") ? ".." : "-"
        guard let middle = text.firstRange(of: separator),
            let from = span(text[..<middle.lowerBound], until: latest, today)
        else { return nil }
        let rest = text[middle.upperBound...]
        guard !rest.isEmpty else { return from.lowerBound...ends.upperBound }
        // The end of a span of days is in the year of its start, or in the next.
        let start = from.lowerBound
        guard let end = span(rest, until: isDay ? Day(number: start) + 364 : latest, today), start <= end.upperBound
        else { return nil }
        return start...end.upperBound
    }

    /// One number, or the cents of an amount that are meant.
    ///
    /// - Parameter latest: the last day that a day without its year may be.
    private func span(_ text: Substring, until latest: Day, _ today: Day) -> ClosedRange<Int>? {
        let context = ParsingContext(today: today)
        if isDay {
            let day = Day(withoutYear: text, until: latest) ?? (try? Day(parsing: text, in: context))
            return day.map { $0.number...$0.number }
        }
        guard self == .amount else { return Int(text).flatMap { $0.magnitude < 1_000_000 ? $0...$0 : nil } }
        guard let cents = (try? Money(parsing: text, in: context))?.cents else { return nil }
        return cents...(text.contains(".") ? cents : cents + 99)
    }

    fileprivate func number(_ figures: RowFigures) -> Int? {
        switch self {
        case .dos: figures.serviceDay
        case .age: Int(figures.changedOn)
        case .follow: figures.followUp
        case .days: figures.daysLeft
        case .amount: figures.charge
        case .errors: Int(figures.errors)
        case .warnings: Int(figures.warnings)
        case .status, .payer, .patient, .account, .number, .biller, .tag, .hold, .rule, .denial, .cpt, .comment, .due:
            nil
        }
    }

    /// What a row says of it; one of these has to have the text of a term.
    fileprivate func texts(_ row: WorklistRow) -> [String] {
        switch self {
        case .tag: row.tags
        case .rule: row.rules
        case .denial: row.denialReasons
        case .cpt: row.procedures
        case .due: row.queues.map(\.rawValue)
        default: [text(row)]
        }
    }

    /// The one text of a row that it is about; blank where there are several, or figures.
    fileprivate func text(_ row: WorklistRow) -> String {
        switch self {
        case .status: row.status.rawValue
        case .payer: row.payer
        case .patient: row.patient
        case .account: row.account
        case .number: row.payerNumber
        case .biller: row.biller
        case .hold: row.heldBy
        case .comment: row.comment
        case .tag, .rule, .denial, .cpt, .due, .dos, .age, .days, .amount, .errors, .warnings, .follow: ""
        }
    }

    /// What rows have in common of it; `nil` for texts of which each row has its own.
    fileprivate var facet: RowFacets.Facet? {
        switch self {
        case .status: .status
        case .payer: .payer
        case .biller: .biller
        case .tag: .tag
        case .rule: .rule
        case .denial: .denial
        case .cpt: .code
        case .due: .queue
        case .patient, .account, .number, .hold, .comment, .dos, .age, .days, .amount, .errors, .warnings, .follow: nil
        }
    }

    /// Whether a text has it in it. Statuses, codes, tags and rules are meant from their beginning, denial codes as a whole.
    fileprivate func holds(_ value: String, in text: String) -> Bool {
        switch self {
        case .status, .tag, .rule, .cpt, .due: text.lowercased().hasPrefix(value)
        case .denial: text.isDenial(value)
        case .payer, .patient, .account, .number, .biller, .hold, .comment: FoldedTexts.Word(value).isIn(text)
        case .dos, .age, .days, .amount, .errors, .warnings, .follow: false
        }
    }
}

extension String {
    /// Whether a code such as `CO-50` is meant by `co-50`, `co50`, `50` or `carc 50`.
    fileprivate func isDenial(_ value: String) -> Bool {
        let code = lowercased()
        let wanted = value.split(separator: " ").last ?? ""
        return code == wanted || code.filter { $0 != "-" } == wanted || code.split(separator: "-").last == wanted
    }
}

extension FilterTerm.State {
    func holds(_ row: WorklistRow) -> Bool {
        switch self {
        case .archived: row.isArchived
        case .deleted: row.status == .deleted
        case .held: row.status == .held
        case .flagged: row.isFlagged
        case .waiting: [.submitted, .accepted, .pending, .appealed].contains(row.status)
        case .unassigned: row.assignee.isEmpty
        case .due: row.isDueSoon
        }
    }
}

extension ClosedRange<Int> {
    /// The days, by their numbers, that lie so many days before one.
    fileprivate func days(before today: Day) -> ClosedRange<Int> {
        today.number - upperBound...today.number - lowerBound
    }
}

extension WorklistRow {
    /// Whether it has to be filed within two weeks, and can be.
    var isDueSoon: Bool { daysLeft.map { (0...14).contains($0) } ?? false }
}
