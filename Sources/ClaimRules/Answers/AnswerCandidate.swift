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
    /// then those that such rules read, blank ones before filled ones.
    ///
    /// - Parameters:
    ///   - line: the row of the service line that was answered, from 0; `nil` where the whole claim was.
    ///   - limit: how many at most.
    func candidates(
        on facts: ClaimFacts, line: Int? = nil, findings: [Finding], limit: Int = 8
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
        found += ownSuspects(on: facts.draft, line: line)
        var seen: Set<Place> = []
        let ranked = found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return Array(ranked.map(\.element).filter { seen.insert($0.place).inserted }.prefix(limit))
    }

    /// What no rule covers: payers answer M123, which is about the drug's name and strength, also where units are not 1.
    private func ownSuspects(on draft: ClaimDraft, line: Int?) -> [AnswerCandidate] {
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
        let draft = facts.draft
        // The field that a rule reads first is what it is about.
        return reads.prefix(3).enumerated().flatMap { index, field in
            let rows = (0..<draft.rowCount(of: field.part)).map { Place(field, row: $0) }
            let named = rows.filter { facts.mayBeAsked(of: $0) }
            return named.filter { $0.isAnswered(onLine: line) }.prefix(2).map { place in
                let isBlank = draft.text(at: place).isEmpty
                return AnswerCandidate(
                    place: place, reason: isBlank ? "Blank. \(title)." : "Check the record. \(title).",
                    rule: id, isFound: false,
                    weight: field.suspicion(isBlank: isBlank) - 5 * index - min(reads.count, 9))
            }
        }
    }
}

extension ClaimFacts {
    /// Whether somebody could key the place: what only files bring in is written by itself while it is blank, and a line
    /// without a drug has no NDC.
    fileprivate func mayBeAsked(of place: Place) -> Bool {
        if !draft.text(at: place).isEmpty { return true }
        let isOfDrug = Field.ofDrug.contains(place.field) && lines.indices.contains(place.row)
        return !place.field.isCarried && (!isOfDrug || lines[place.row].isDrugLine)
    }
}

extension Field {
    fileprivate static let ofDrug = Set(FieldGroup.drug.fields + FieldGroup.ndc.fields)

    /// A blank is the likelier cause, except of a modifier, which most lines have none of.
    fileprivate func suspicion(isBlank: Bool) -> Int {
        guard isBlank else { return 30 }
        return Field.lineModifiers.contains(self) ? 20 : 40
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
