import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// The lines above the footer: what the last key did, what is wrong at the cursor, or what the field takes.
extension EditorDrawing {
    func drawFindingLine(message: String?, on frame: inout Frame) {
        frame.horizontalRule(row: view.parts.findingRow - 1)
        if let message { return frame.drawMessage(message, role: .status, view) }
        if let text = editor.selectedReviewRow?.message(on: editor.draft, view.inputs.books) {
            return frame.drawMessage(text, role: .text, view)
        }
        let findings = editor.shownFindingsAtCursor
        if let finding = findings.first { return draw(finding, of: findings.count, on: &frame) }
        guard editor.work.screen != .review else { return }
        if let refusal = editor.refused?.first(where: { $0.place == editor.focusedPlace }) {
            let sign = Severity.error.sign(frame.glyphs)
            return frame.drawMessage("\(sign) \(refusal.message)", role: .findingError, view)
        }
        if let place = editor.justLeft, let finding = shown.findings(at: place).first, finding.severity != .note {
            return frame.drawMessage(
                "\(finding.severity.sign(frame.glyphs)) \(finding.message.behind(place.field.label))", role: .text, view
            )
        }
        if let suggestion = editor.suggestion(view.inputs) {
            let verb = suggestion.isAnotherPatient ? "empties them" : "enters it"
            let key =
                suggestion.isNote
                ? "" : suggestion.fix == nil ? " \(view.key(.lookUp)) lists them." : " \(view.key(.takeFix)) \(verb)."
            return frame.drawMessage(suggestion.text + key, role: .computed, view)
        }
        frame.drawMessage(hint, role: .hint, view)
    }

    private var hint: String {
        let place = editor.focusedPlace
        guard layout.shows(place) else { return "PgDn: next screen. PgUp: previous screen." }
        let source =
            !editor.draft.defaulted.contains(place.field.id)
            ? ""
            : place.field.saidBy == .office
                ? "From Practice setup. " : "From the \(place.field.saidBy)'s remittance. "
        let state = editor.draft.state(at: place)
        let isText = place.field.shape.isMultiline
        let read = isText ? "" : state.value.flatMap { $0 == state.text ? nil : "Read as \($0). " } ?? ""
        let way = isText ? "\(view.key(.nextField)): next field. " : ""
        if place.field == .diagnosisCode, let code = state.value,
            let entry = view.inputs.diagnosis(code, of: editor.draft)
        {
            return "\(state.text) \(entry.description)"
        }
        let offer = editor.mayTakePatientAddress ? " \(view.key(.same)) copies the patient's." : ""
        let short = Day.serviceFields.contains(place.field) ? " MMDD: the latest such day." : ""
        return way + source + read + place.field.help + short + offer
    }

    /// The problem and the fix, then what they leave room for: the override, else the denial it leads to and the source.
    private func draw(_ finding: Finding, of count: Int, on frame: inout Frame) {
        let row = view.parts.findingRow
        let width = view.size.columns - 2
        let start = frame.put(
            head(of: finding, of: count, frame.glyphs), at: Position(column: 1, row: row), role: finding.severity.role)
        let lines = "\(finding.message) \(finding.remedy)\(finding.learned.map { " \($0)" } ?? "")".wrapped(
            to: width, startingAt: start)
        for (offset, line) in lines.prefix(view.parts.findingRows).enumerated() {
            let isCut = offset == view.parts.findingRows - 1 && lines.count > view.parts.findingRows
            let text = isCut ? cut(line + " " + lines[offset + 1], to: width, frame.glyphs) : line
            frame.put(text, at: Position(column: offset == 0 ? 1 + start : 1, row: row + offset), role: .text)
        }
        guard lines.count < view.parts.findingRows else { return }
        frame.put(
            (finding.overrideText(in: editor.draft) ?? finding.grounds(within: width))
                .clipped(to: width, ellipsis: frame.glyphs.ellipsis),
            at: Position(column: 1, row: row + lines.count), role: .muted)
    }

    private func head(of finding: Finding, of count: Int, _ glyphs: Glyphs) -> String {
        let more = count > 1 ? " (1 of \(count))" : ""
        let overridden = finding.override(in: editor.draft) != nil ? ", overridden" : ""
        return "\(finding.severity.sign(glyphs)) \(finding.rule.id) \(finding.severity.rawValue)\(overridden)\(more)  "
    }

    /// What does not fit is read with the key that ends the line.
    private func cut(_ text: String, to width: Int, _ glyphs: Glyphs) -> String {
        let key = " \(view.key(.explain))"
        return text.clipped(to: width - key.columns, ellipsis: glyphs.ellipsis) + key
    }
}

extension Finding {
    /// What it leads to and who says so; without the source where that does not fit whole, since F1 and paper name it.
    fileprivate func grounds(within width: Int) -> String {
        let leads = rule.prevents.prefix(2).map(\.text).joined(separator: ", ")
        let denial = leads.isEmpty ? "" : "Denial risk: \(leads). "
        let whole = denial + "Source: \(citation.source)"
        return whole.columns <= width ? whole : denial
    }
}

extension Finding {
    /// Who overrode the warning and why, or what has changed since.
    fileprivate func overrideText(in draft: ClaimDraft) -> String? {
        if let override = override(in: draft) {
            return "Overridden by \(override.by) on \(override.on): \(override.reason)"
        }
        guard let (override, changes) = lapsedOverride(in: draft) else { return nil }
        return "The override by \(override.by) on \(override.on) ended: \(changes.listed) changed since."
    }
}
