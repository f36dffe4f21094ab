import ClaimModel
import ClaimRules

/// Commands on findings. They move, mend and explain; none of them ever stops a key.
extension ClaimEditor {
    /// The visible finding after (`1`) or before (`-1`) the cursor, around the end.
    func neighbour(_ step: Int, in findings: [Finding]) -> Finding? {
        guard !findings.isEmpty else { return nil }
        let here = ScreenOrder(work.screen, focusedPlace)
        let ordered = findings.sorted { ScreenOrder($0.place) < ScreenOrder($1.place) }
        if step > 0 { return ordered.first { here < ScreenOrder($0.place) } ?? ordered.first }
        return ordered.last { ScreenOrder($0.place) < here } ?? ordered.last
    }

    mutating func apply(_ fix: Fix, in context: ParsingContext) {
        step { work in
            for edit in fix.edits { work.draft.type(edit.text, at: edit.place, in: context) }
            work.focus.isSelected = true
        }
        work.focus.cursor = text.count
    }

    mutating func overrideWarning(_ finding: Finding, reason: String, by person: String, on day: Day) {
        step { work in
            work.draft.overrides.removeAll { $0.rule == finding.rule.id && $0.place == finding.place.key }
            work.draft.overrides.append(
                Override(
                    rule: finding.rule.id, place: finding.place.key, reason: reason, by: person, on: day,
                    inputs: finding.inputs(in: work.draft)))
        }
    }
}

/// Screens first, then rows, then fields: the way the eye goes from finding to finding.
private struct ScreenOrder: Comparable {
    private let key: (Int, Int, Int)

    init(_ screen: Screen, _ place: Place) { key = (screen.rawValue, place.row, place.field.position) }

    init(_ place: Place) { self.init(Screen(of: place.field), place) }

    static func < (left: ScreenOrder, right: ScreenOrder) -> Bool { left.key < right.key }

    static func == (left: ScreenOrder, right: ScreenOrder) -> Bool { left.key == right.key }
}
