import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The Review list.
extension Workstation {
    func drawReview(on frame: inout Frame, _ parts: FrameParts) {
        guard let review else { return }
        let selected = selectedRow(of: review) ?? 0
        let page = ListState(filter: "", selection: selected).page(of: review.rows.count, rows: parts.bodyRows)
        for (offset, index) in page.enumerated() {
            let row = parts.bodyTop + offset
            let isSelected = index == selected
            if isSelected {
                frame.fill(
                    at: Position(column: 0, row: row), Size(columns: parts.bodyColumns, rows: 1), role: .selection)
                frame.cursor = Position(column: 1, row: row)
            }
            draw(review.rows[index], isSelected: isSelected, on: &frame, row: row, columns: parts.bodyColumns)
        }
    }

    private func draw(_ row: Review.Row, isSelected: Bool, on frame: inout Frame, row line: Int, columns limit: Int) {
        let role: Role = isSelected ? .selection : .text
        switch row {
        case .title(let title): frame.put(title, at: Position(column: 1, row: line), role: .title)
        case .words(let words):
            frame.put(
                words.shortened(to: limit - 4, ellipsis: frame.glyphs.ellipsis), at: Position(column: 3, row: line),
                role: role)
        case .answer, .segment, .code, .candidate:
            draw(answerRow: row, role: role, on: &frame, row: line, columns: limit)
        case .readSummary:
            frame.put("Read the summary as it will print", at: Position(column: 3, row: line), role: role)
        case .readQuery(let count):
            let words = "Read the query to the provider, \(counted(count, "question"))"
            frame.put(
                "\(words); \(keyName(.print)) prints it from there", at: Position(column: 3, row: line), role: role)
        case .readChanges:
            frame.put("Read what has changed since it was sent", at: Position(column: 3, row: line), role: role)
        case .sendAgain: frame.put("Make it the claim to send again", at: Position(column: 3, row: line), role: role)
        case .markReady: frame.put("Mark ready", at: Position(column: 3, row: line), role: role)
        case .forecast(let entry): draw(entry, role: role, on: &frame, row: line, columns: limit)
        case .finding(let finding, let isOverridden):
            let sign = String(isOverridden ? frame.glyphs.ok : finding.severity.sign(frame.glyphs))
            frame.put(sign, at: Position(column: 3, row: line), role: isSelected ? role : finding.severity.markRole)
            let label = finding.place.field.label + (finding.place.number.map { " \($0)" } ?? "")
            let words =
                "\(finding.rule.id) \(finding.severity.rawValue)\(isOverridden ? ", overridden" : ""): "
                + finding.message.behind(label)
            frame.put(
                words.shortened(to: limit - 7, ellipsis: frame.glyphs.ellipsis), at: Position(column: 5, row: line),
                role: role)
        }
    }

    private func draw(
        _ entry: DenialForecast.Entry, role: Role, on frame: inout Frame, row: Int, columns limit: Int
    ) {
        let isSelected = role == .selection
        let sign = String(entry.isOverridden ? frame.glyphs.ok : entry.severity.sign(frame.glyphs))
        frame.put(sign, at: Position(column: 3, row: row), role: isSelected ? role : entry.severity.markRole)
        let likelihood = entry.likelihood.rawValue.padded(to: 9, gap: 1)
        frame.put(
            (likelihood + entry.words(in: desk.books)).shortened(to: limit - 7, ellipsis: frame.glyphs.ellipsis),
            at: Position(column: 5, row: row), role: role)
    }

    /// What a line of the forecast rests on: its codes in words, then its rules with their fields.
    func words(of entry: DenialForecast.Entry) -> String {
        let causes = entry.findings.map { finding in
            let number = finding.place.number.map { " \($0)" } ?? ""
            return "\(finding.rule.id) at \(finding.place.field.label)\(number)"
        }
        let stage = entry.stage == .rejection ? "rejection in front" : "denial"
        let overridden = entry.isOverridden ? " All of it is overridden." : ""
        let meaning = entry.meaning(in: desk.books).map { ": \($0)" } ?? ""
        return "\(entry.likelihood == .likely ? "Likely" : "Possible") \(stage), \(entry.codes)\(meaning). "
            + "Rests on \(causes.uniqued.joined(separator: ", ")).\(overridden)"
    }
}
