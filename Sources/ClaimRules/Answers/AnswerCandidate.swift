public import ClaimModel

/// A field that may have led to a payer's code, and why.
public struct AnswerCandidate: Hashable, Sendable {
    /// The field, and the row of the claim's line if the field repeats.
    public let place: Place
    /// Why, in a sentence: a finding's message, or that the field is blank.
    public let reason: String
    /// The rule that names the code; `nil` where no rule has it.
    public let rule: String?
    /// Whether that rule has a finding on the claim as it is.
    public let isFound: Bool
    let weight: Int
}

extension AnswerCode {
    /// The fields that may have led to the code, the likeliest first: those with a finding of a rule that names the code,
    /// then those that the code's table and such rules name; among these what has changed or is blank comes first. Only
    /// those of the entity that a claim status names, if any is.
    ///
    /// - Parameters:
    ///   - line: the row of the service line that was answered, from 0; `nil` where the whole claim was.
    ///   - limit: how many at most.
    func candidates(
        on facts: ClaimFacts, line: Int? = nil, findings: [Finding], limit: Int = 4
    ) -> [AnswerCandidate] {
        var found: [AnswerCandidate] = []
        for rule in Rule.evaluated where rule.isAnswered(with: self) && facts.isJudged(by: rule.scope) {
            let own = findings.filter { $0.rule.id == rule.id && $0.place.isAnswered(onLine: line) }
            found += own.map { finding in
                AnswerCandidate(
                    place: finding.place, reason: finding.message, rule: rule.id, isFound: true,
                    weight: 100 + 10 * finding.severity.rank)
            }
            if own.isEmpty { found += rule.suspects(on: facts, line: line) }
        }
        found += unitSuspects(on: facts.draft, line: line) + bundlingSuspects(on: facts, line: line)
        found += listedSuspects(on: facts, line: line)
        if let party = AnsweredParty.named(entity, on: facts.draft) {
            let fitting = found.filter { party.fields.contains($0.place.field) }
            found = fitting.isEmpty ? facts.suspects(party.fields.inOrder, line: line, weight: 60) : fitting
        }
        var seen: Set<Place> = []
        let ranked = found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return Array(ranked.map(\.element).filter { seen.insert($0.place).inserted }.prefix(limit))
    }

    /// What the table of the code names.
    private func listedSuspects(on facts: ClaimFacts, line: Int?) -> [AnswerCandidate] {
        let fields = fields(in: facts.books).compactMap(LikelyField.init)
            .flatMap { $0.fields(of: entity, on: facts.draft) }
        return facts.suspects(fields, line: line, weight: 60)
    }

    /// What no rule covers: payers answer M123, which is about the drug's name and strength, also where units are not 1.
    private func unitSuspects(on draft: ClaimDraft, line: Int?) -> [AnswerCandidate] {
        guard self == .denial(.rarc("M123")) else { return [] }
        return draft.lines.indices.compactMap { row in
            let units = draft.lines[row].units.text
            guard line ?? row == row, !draft.lines[row].ndc.isEmpty, !units.isEmpty, units != "1" else { return nil }
            return AnswerCandidate(
                place: Place(.lineUnits, row: row),
                reason: "An unclassified drug is billed with 1 unit; this line has \(units).", rule: nil, isFound: true,
                weight: 115)
        }
    }
}

extension Rule {
    /// The fields that the rule reads, where it has no finding: the payer knows something that the claim does not show.
    fileprivate func suspects(on facts: ClaimFacts, line: Int?) -> [AnswerCandidate] {
        // The field that a rule reads first is what it is about.
        facts.suspects(Array(reads.prefix(3)), line: line, weight: 40 - min(reads.count, 9), rule: self)
    }
}

extension ClaimFacts {
    /// Fields that may have led to an answer, though nothing on the claim is known to be wrong with them.
    ///
    /// - Parameters:
    ///   - fields: the likeliest first.
    ///   - weight: of the first of them, if it is blank.
    ///   - rule: that reads them.
    fileprivate func suspects(
        _ fields: [Field], line: Int?, weight: Int, rule: Rule? = nil
    ) -> [AnswerCandidate] {
        let title = rule.map { " \($0.title)." } ?? ""
        return fields.enumerated().flatMap { index, field in
            let named = rows(of: field, onLine: line).map { Place(field, row: $0) }.filter { mayBeAsked(of: $0) }
            return named.filter { $0.isAnswered(onLine: line) }.prefix(2).map { place in
                let isBlank = draft.text(at: place).isEmpty
                let change = isBlank ? nil : change(at: place)
                return AnswerCandidate(
                    place: place, reason: (change ?? (isBlank ? "Blank." : "Check the record.")) + title,
                    rule: rule?.id, isFound: false,
                    weight: weight - field.innocence(isBlank: isBlank, isChanged: change != nil) - 5 * index)
            }
        }
    }

    /// The diagnoses that a line points to; else every row of the field's part.
    private func rows(of field: Field, onLine line: Int?) -> [Int] {
        if field.part == .diagnosis, let line, lines.indices.contains(line),
            let pointed = lines[line].line.pointers.value?.rows, !pointed.isEmpty
        {
            return pointed
        }
        return Array(0..<draft.rowCount(of: field.part))
    }

    /// What has changed there since the claim was submitted, or since the last of the patient's claims that the payer paid.
    private func change(at place: Place) -> String? {
        let text = draft.text(at: place)
        if let sent = context.sent.last?.draft, sent.text(at: place) != text {
            return "Changed since it was submitted."
        }
        guard place.field.part == .claim, place.field.onCopy == .kept,
            let paid = context.history.last(where: {
                $0.status == .paid && $0.draft.payer.name.text == draft.payer.name.text
            }),
            paid.draft.text(at: place) != text
        else { return nil }
        return "Not as on the claim paid before, \(paid.draft.identity.account.text)."
    }

    /// Whether somebody could key the place: what only files bring in is written by itself while it is blank, and a line
    /// without a drug has no NDC.
    fileprivate func mayBeAsked(of place: Place) -> Bool {
        if !draft.text(at: place).isEmpty { return true }
        let isOfDrug = Field.ofDrug.contains(place.field) && lines.indices.contains(place.row)
        return !place.field.isCarried && (!isOfDrug || lines[place.row].isDrugLine)
    }
}

extension Field {
    fileprivate static let mostlyBlank = Set(
        Field.lineModifiers + [.lineRenderingNPI, .lineRenderingLastName, .lineRenderingFirstName, .billingFirstName])
    fileprivate static let ofDrug = Set(FieldGroup.drug.fields + FieldGroup.ndc.fields)

    /// How much less likely than a blank: what is filled in, unless it has changed, and what is blank on most claims.
    fileprivate func innocence(isBlank: Bool, isChanged: Bool) -> Int {
        if isBlank { return Field.mostlyBlank.contains(self) || asked == .seldom ? 20 : 0 }
        return isChanged ? 0 : 10
    }
}

extension Place {
    /// Whether an answer to this service line, or to the whole claim, may concern the place.
    fileprivate func isAnswered(onLine line: Int?) -> Bool { field.part != .line || line == nil || row == line }
}

extension Severity {
    fileprivate var rank: Int {
        switch self {
        case .note: 0
        case .warning: 1
        case .error: 2
        }
    }
}

extension Set<Field> {
    /// As the screens show them.
    fileprivate var inOrder: [Field] { sorted { $0.position < $1.position } }
}
