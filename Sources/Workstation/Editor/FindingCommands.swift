import ClaimModel
import ClaimRules

/// Commands on findings. None of them ever stops a key.
extension ClaimEditor {
    mutating func apply(_ fix: Fix, in context: ParsingContext) {
        step { work in
            work.draft.apply(fix, in: context)
            work.focus.isSelected = true
        }
        work.focus.cursor = text.count
    }

    mutating func ask(_ question: String, about finding: Finding, by person: String, on day: Day) {
        step { work in
            work.draft.queries.removeAll { $0.rule == finding.rule.id && $0.place == finding.place.key }
            work.draft.queries.append(
                ProviderQuery(
                    rule: finding.rule.id, place: finding.place.key, question: question, by: person, on: day))
        }
    }

    mutating func overrideWarning(_ finding: Finding, reason: String, by person: String, on day: Day) {
        step { $0.draft.override(finding, reason: reason, by: person, on: day) }
    }
}
