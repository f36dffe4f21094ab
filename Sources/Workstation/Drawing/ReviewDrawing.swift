import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// The Review list.
extension ClaimScreen {
    func drawReview(on frame: inout Frame, _ view: DeskView) {
        guard let review = editor.review else { return }
        let parts = view.parts
        let selected = review.selected(editor.visits.reviewRow) ?? 0
        let page = ListState(filter: "", selection: selected).page(of: review.rows.count, rows: parts.bodyRows)
        for (offset, index) in page.enumerated() {
            let row = parts.bodyTop + offset
            let isSelected = index == selected
            if isSelected {
                frame.fill(
                    at: Position(column: 0, row: row), Size(columns: parts.bodyColumns, rows: 1), role: .selection)
                frame.cursor = Position(column: 1, row: row)
            }
            draw(review.rows[index], isSelected: isSelected, on: &frame, row: row, view)
        }
    }

    private func draw(
        _ row: Review.Row, isSelected: Bool, on frame: inout Frame, row line: Int, _ view: DeskView
    ) {
        let role: Role = isSelected ? .selection : .text
        let limit = view.parts.bodyColumns
        switch row {
        case .title(let title): frame.put(title, at: Position(column: 1, row: line), role: .title)
        case .answer, .segment, .code, .candidate:
            draw(answerRow: row, role: role, on: &frame, row: line, columns: limit, view.inputs.books)
        case .forecast(let entry): draw(entry, role: role, on: &frame, row: line, columns: limit, view.inputs.books)
        case .finding(let finding, let isOverridden):
            draw(finding, isOverridden, isSelected: isSelected, on: &frame, row: line, columns: limit)
        case .refusal(let refusal):
            frame.put(
                String(Severity.error.sign(frame.glyphs)), at: Position(column: 3, row: line),
                role: isSelected ? role : Severity.error.markRole)
            frame.put(
                refusal.message.shortened(to: limit - 7, ellipsis: frame.glyphs.ellipsis),
                at: Position(column: 5, row: line), role: role)
        case .text, .paidBefore, .moreNotes, .readSummary, .readQuery, .readChanges, .readArrived, .resubmit,
            .markReady:
            let text = row.label(print: view.key(.print))
            frame.put(
                text.shortened(to: limit - 4, ellipsis: frame.glyphs.ellipsis), at: Position(column: 3, row: line),
                role: role)
        }
    }

    private func draw(
        _ finding: Finding, _ isOverridden: Bool, isSelected: Bool, on frame: inout Frame, row line: Int,
        columns limit: Int
    ) {
        let role: Role = isSelected ? .selection : .text
        let sign = String(isOverridden ? frame.glyphs.ok : finding.severity.sign(frame.glyphs))
        frame.put(sign, at: Position(column: 3, row: line), role: isSelected ? role : finding.severity.markRole)
        let text =
            "\(finding.rule.id) \(finding.severity.rawValue)\(isOverridden ? ", overridden" : ""): "
            + finding.message.behind(finding.place)
        frame.put(
            text.shortened(to: limit - 7, ellipsis: frame.glyphs.ellipsis), at: Position(column: 5, row: line),
            role: role)
    }

    private func draw(
        _ entry: DenialForecast.Entry, role: Role, on frame: inout Frame, row: Int, columns limit: Int,
        _ books: CodeBooks
    ) {
        let isSelected = role == .selection
        let sign = String(entry.isOverridden ? frame.glyphs.ok : entry.severity.sign(frame.glyphs))
        frame.put(sign, at: Position(column: 3, row: row), role: isSelected ? role : entry.severity.markRole)
        let likelihood = entry.likelihood.rawValue.padded(to: 9, gap: 1)
        frame.put(
            (likelihood + entry.text(in: books)).shortened(to: limit - 7, ellipsis: frame.glyphs.ellipsis),
            at: Position(column: 5, row: row), role: role)
    }
}

extension Review.Row {
    /// - Parameter key: the key that prints.
    fileprivate func label(print key: String) -> String {
        switch self {
        case .text(let text): text
        case .paidBefore(let paid): paid.text
        case .moreNotes(let count): "\(counted(count, "more note")): Enter shows all notes"
        case .readSummary: "Preview the summary"
        case .readQuery(let count):
            "Preview the provider query, \(counted(count, "question")) (\(key) prints it)"
        case .readChanges: "Show changes since submission"
        case .readArrived(let count): "Show what came with the file: \(counted(count, "segment")) that no field holds"
        case .resubmit: "Resubmit this claim: corrected (7), void (8) or new (1)"
        case .markReady(let missing): missing.map { "Not ready: \($0)" } ?? "Mark ready to submit"
        case .title, .answer, .segment, .code, .candidate, .forecast, .finding, .refusal: ""
        }
    }
}

extension DenialForecast.Entry {
    /// What a line of the forecast rests on: its codes in words, then its rules with their fields.
    func message(in books: CodeBooks) -> String {
        let causes = findings.map { finding in
            let number = finding.place.number.map { " \($0)" } ?? ""
            return "\(finding.rule.id) at \(finding.place.field.label)\(number)"
        }
        let kind = stage == .rejection ? "front-end rejection" : "denial"
        let overridden = isOverridden ? " All of it is overridden." : ""
        let meaning = meaning(in: books).map { ": \($0)" } ?? ""
        return "\(likelihood == .likely ? "Likely" : "Possible") \(kind), \(codes)\(meaning). "
            + "Caused by \(causes.uniqued.joined(separator: ", ")).\(overridden)"
            + (learned.map { " \($0)" } ?? "")
    }
}
