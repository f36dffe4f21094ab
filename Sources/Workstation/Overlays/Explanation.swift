import ClaimModel
import ClaimRules
import CodeSets

/// What F1 says: why this finding, or what this field takes.
struct Explanation {
    let lines: [String]

    /// The rule, what it read on this claim, and what would satisfy it.
    init(of finding: Finding, in draft: ClaimDraft, inputs: Inputs, fixKey: String) {
        let rule = finding.rule
        let description = RuleDescription(
            of: rule, books: inputs.books, citing: finding.citation, silenced: inputs.policies.silenced[rule.id])
        var lines = [
            "\(finding.severity.rawValue.uppercased())  \(description.heading)", "",
            finding.message, "", "How to fix: \(finding.remedy)",
        ]
        if let learned = finding.learned { lines += ["", "Learned: \(learned)"] }
        lines += finding.fixes.map { "  \(fixKey): \($0.label)" }
        // The fields follow with their texts.
        let rows = description.rows.filter { $0.label != .reads }
        lines += [""] + rows.map { "\($0.label.rawValue): \($0.text)" } + ["", "Fields checked:"]
        let read =
            finding.places
            + rule.reads.map { Place($0, row: $0.part == finding.place.field.part ? finding.place.row : 0) }
        var seen: Set<Place> = []
        for place in read.prefix(24) where seen.insert(place).inserted {
            let text = draft.text(at: place)
            lines.append("  \(place.field.label): \(text.isEmpty ? "(blank)" : text)")
        }
        lines += finding.evidence.map { "  \($0.name): \($0.value)" }
        if let override = finding.override(in: draft) {
            lines += [
                "", "Overridden by \(override.by) on \(override.on): \(override.reason)",
                "It ends if these fields change.",
            ]
        } else if let (override, changes) = finding.lapsedOverride(in: draft) {
            lines += [
                "", "Overridden by \(override.by) on \(override.on): \(override.reason)",
                "Ended: \(changes.listed) changed since.",
            ]
        }
        self.lines = lines
    }

    /// What the field is for, where it goes, what is chosen from.
    ///
    /// - Parameter silenced: the rules whose notes the office does not want to see, by id.
    init(of place: Place, in draft: ClaimDraft, silenced: [String: SilencedNote]) {
        let field = place.field
        let state = draft.state(at: place)
        var lines = [field.label + (place.number.map { ", line \($0)" } ?? ""), "", field.help, ""]
        if let box = field.box { lines.append("CMS-1500 box \(box)") }
        if let element = field.element { lines.append("837P \(element)") }
        if let value = state.value, value != state.text { lines.append("\(state.text) is read as \(value)") }
        if let reason = state.unreadable, reason.kind != .empty { lines.append(reason.message + ".") }
        if draft.defaulted.contains(field.id) {
            lines.append("From Practice setup: a default for new claims.")
        }
        lines += silenced.sorted { $0.key < $1.key }
            .filter { Rule.named($0.key)?.reads.contains(field) == true }.map { "\($0.key): \($0.value.text)" }
        if !field.shape.choices.isEmpty {
            lines += ["", "Choices:"] + field.shape.choices.map { "  \($0.code)  \($0.label)" }
        }
        self.lines = lines
    }
}
