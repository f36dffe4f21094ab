public import ClaimModel

extension ClaimDraft {
    /// Enters the texts of a fix.
    public mutating func apply(_ fix: Fix, in context: ParsingContext) {
        for edit in fix.edits { type(edit.text, at: edit.place, in: context) }
    }

    /// Accepts a warning; an earlier override of it is replaced.
    public mutating func override(_ finding: Finding, reason: String, by person: String, on day: Day) {
        self.overrides.removeAll { $0.rule == finding.rule.id && $0.place == finding.place.key }
        self.overrides.append(
            Override(
                rule: finding.rule.id, place: finding.place.key, reason: reason, by: person, on: day,
                inputs: finding.inputs(in: self)))
    }
}
