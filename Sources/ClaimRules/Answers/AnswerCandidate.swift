public import ClaimModel

/// A field that may have led to a payer's code, and why.
public struct AnswerCandidate: Hashable, Sendable {
    public let place: Place
    public let reason: String
    /// The rule that names the code; `nil` where no rule has it.
    public let rule: String?
    /// Whether that rule speaks of the claim as it stands.
    public let isFound: Bool
    let weight: Int
}

extension AnswerCode {
    /// The fields that may have led to the code, the likeliest first: those of which a rule that names the code speaks on
    /// this claim, then those that such rules read, blank ones before filled ones.
    ///
    /// - Parameters:
    ///   - line: the row of the service line that was answered, from 0; `nil` where the whole claim was.
    ///   - limit: how many at most.
    public func candidates(
        on draft: ClaimDraft, line: Int? = nil, findings: [Finding], in context: Context, limit: Int = 8
    ) -> [AnswerCandidate] {
        let facts = ClaimFacts(of: draft, in: context)
        var found: [AnswerCandidate] = []
        for rule in Rule.evaluated where rule.isAnswered(with: self) && facts.isJudged(by: rule.scope) {
            let spoken = findings.filter { $0.rule.id == rule.id && $0.place.isAnswered(onLine: line) }
            found += spoken.map { finding in
                AnswerCandidate(
                    place: finding.place, reason: finding.message, rule: rule.id, isFound: true,
                    weight: 100 + 10 * finding.severity.rank)
            }
            if spoken.isEmpty { found += rule.suspects(on: draft, line: line, for: self) }
        }
        found += ownSuspects(on: draft, line: line)
        var seen: Set<Place> = []
        let ranked = found.enumerated().sorted { ($1.element.weight, $0.offset) < ($0.element.weight, $1.offset) }
        return Array(ranked.map(\.element).filter { seen.insert($0.place).inserted }.prefix(limit))
    }

    /// What no rule says: payers answer M123, which speaks of the drug's name and strength, also where units are not 1.
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
    /// The fields that the rule reads, where it is silent: the payer knows something that the claim does not show.
    fileprivate func suspects(on draft: ClaimDraft, line: Int?, for code: AnswerCode) -> [AnswerCandidate] {
        // What a rule reads first is what it is about.
        reads.prefix(3).enumerated().flatMap { index, field in
            let rows = (0..<draft.rowCount(of: field.part)).map { Place(field, row: $0) }
            return rows.filter { $0.isAnswered(onLine: line) }.prefix(2).map { place in
                let isBlank = draft.text(at: place).isEmpty
                return AnswerCandidate(
                    place: place, reason: isBlank ? "Is blank. \(title)." : "Compare it with the record. \(title).",
                    rule: id, isFound: false, weight: (isBlank ? 40 : 30) - 5 * index - min(reads.count, 9))
            }
        }
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
