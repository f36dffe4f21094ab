import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// The three lines above the footer: what is wrong at the cursor, or what the last key did, or what the field takes.
extension Workstation {
    func drawFindingLine(
        _ editor: ClaimEditor, _ findings: [Finding], isOnField: Bool, on frame: inout Frame, _ parts: FrameParts
    ) {
        if let message { return draw(words: message, role: .status, on: &frame, parts) }
        if editor.work.screen == .review, let words = selectedAnswerWords() ?? selectedForecast().map({ words(of: $0) })
        {
            return draw(words: words, role: .text, on: &frame, parts)
        }
        guard let finding = findings.first else {
            let hint = editor.work.screen == .review ? "" : hint(for: editor, isOnField)
            return draw(words: hint, role: .hint, on: &frame, parts)
        }
        draw(finding, of: findings.count, in: editor.draft, on: &frame, parts)
    }

    private func hint(for editor: ClaimEditor, _ isOnField: Bool) -> String {
        let place = editor.focusedPlace
        guard isOnField else { return "PgDn goes to the next screen, PgUp to the one before." }
        let standing =
            editor.draft.standing.contains(place.field.id)
            ? place.field.saidBy == .primary
                ? "From the primary's remittance. " : "From the practice set-up. "
            : ""
        let state = editor.draft.state(at: place)
        let read = state.value.flatMap { $0 == state.text ? nil : "Read as \($0). " } ?? ""
        if place.field == .diagnosisCode, let code = state.value, let entry = desk.diagnosis(code, of: editor.draft) {
            return "\(state.text) \(entry.description)"
        }
        let offer = editor.mayTakePatientAddress ? " \(keyName(.same)) takes the patient's." : ""
        return standing + read + place.field.help + offer
    }

    /// Two lines for what is wrong and how to mend it, one for what it leads to and who says so.
    private func draw(
        _ finding: Finding, of count: Int, in draft: ClaimDraft, on frame: inout Frame, _ parts: FrameParts
    ) {
        let sign = finding.severity.sign(frame.glyphs)
        let more = count > 1 ? " (1 of \(count))" : ""
        let overridden = finding.override(in: draft) != nil ? ", overridden" : ""
        let head = "\(sign) \(finding.rule.id) \(finding.severity.rawValue)\(overridden)\(more)  "
        let width = size.columns - 2
        let start = frame.put(head, at: Position(column: 1, row: parts.findingRow), role: finding.severity.role)
        let lines = "\(finding.message) \(finding.remedy)".wrapped(to: width, startingAt: start)
        for (offset, line) in lines.prefix(2).enumerated() {
            let isCut = offset == 1 && lines.count > 2
            let words = isCut ? (line + " " + lines[2]).clipped(to: width, ellipsis: frame.glyphs.ellipsis) : line
            let column = offset == 0 ? 1 + start : 1
            frame.put(words, at: Position(column: column, row: parts.findingRow + offset), role: .text)
        }
        let leads = finding.rule.prevents.prefix(2).map(\.text).joined(separator: ", ")
        let source = (leads.isEmpty ? "" : "Leads to \(leads). ") + "Source: \(finding.citation.source)"
        frame.put(
            (finding.overrideWords(in: draft) ?? source).clipped(to: width, ellipsis: frame.glyphs.ellipsis),
            at: Position(column: 1, row: parts.findingRow + 2), role: .muted)
    }

    func draw(words: String, role: Role, on frame: inout Frame, _ parts: FrameParts) {
        for (offset, line) in words.wrapped(to: size.columns - 2).prefix(parts.findingRows).enumerated() {
            frame.put(line, at: Position(column: 1, row: parts.findingRow + offset), role: role)
        }
    }
}

extension Finding {
    /// Who let the warning stand and why, or what has changed since somebody did.
    fileprivate func overrideWords(in draft: ClaimDraft) -> String? {
        if let override = override(in: draft) {
            return "Overridden by \(override.by) on \(override.on): \(override.reason)"
        }
        guard let (override, changes) = lapsedOverride(in: draft) else { return nil }
        return "The override by \(override.by) on \(override.on) has lapsed: \(changes.inWords) changed since."
    }
}
