import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The worklist, and the pane with all findings.
extension Workstation {
    func drawWorklist(on frame: inout Frame, _ parts: FrameParts) {
        let lines = worklist.lines(today: desk.today)
        let count = lines.count { $0.claim != nil }
        drawListHead(
            "Worklist  \(counted(count, "claim"))  sorted by \(worklist.order.rawValue)", worklist.state, on: &frame)
        let columnsOfList = WorklistColumns(width: size.columns)
        columnsOfList.drawTitles(on: &frame, row: parts.bodyTop)
        let page = ListState(filter: "", selection: min(worklist.state.selection, max(0, lines.count - 1)))
            .page(of: lines.count, rows: parts.bodyRows - 1)
        for (offset, index) in page.enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == worklist.state.selection ? .selection : .text
            switch lines[index] {
            case .title(let title):
                frame.put(title.clipped(to: size.columns - 2), at: Position(column: 1, row: row), role: .title)
            case .claim(let claim):
                frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
                columnsOfList.draw(claim, on: &frame, row: row, role: role, today: desk.today)
            }
        }
        if lines.isEmpty {
            let words =
                worklist.rows.isEmpty
                ? "No claim yet. \(keyName(.nextLine)) opens the first one."
                : "No claim fits the filter. Esc clears it."
            frame.put(words, at: Position(column: 3, row: parts.bodyTop + 2), role: .hint)
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        let chosen = lines.indices.contains(worklist.state.selection) ? lines[worklist.state.selection].claim : nil
        let hint = chosen.map { $0.comment.isEmpty ? $0.answerHint : $0.comment }
        draw(words: message ?? hint ?? "", role: message == nil ? .hint : .status, on: &frame, parts)
        drawFooter(.worklist, on: &frame, parts)
    }

    /// From 120 columns on: every finding that shows, beside the fields, the gravest first.
    func drawPane(_ shown: Shown, on frame: inout Frame, _ parts: FrameParts) {
        let left = parts.bodyColumns
        frame.verticalRule(column: left, rows: parts.bodyTop..<(parts.bodyTop + parts.bodyRows))
        var row = parts.bodyTop
        let width = parts.paneColumns - 3
        for finding in shown.gravestFirst {
            let words = "\(finding.severity.sign(frame.glyphs)) \(finding.rule.id) \(finding.message)"
            let lines = words.wrapped(to: width)
            for (index, line) in lines.prefix(3).enumerated() {
                guard row < parts.bodyTop + parts.bodyRows else { return }
                let isCut = index == 2 && lines.count > 3
                frame.put(
                    isCut ? (line + " " + lines[3]).clipped(to: width, ellipsis: frame.glyphs.ellipsis) : line,
                    at: Position(column: left + 2, row: row), role: index == 0 ? finding.severity.role : .text)
                row += 1
            }
        }
    }
}

extension WorklistRow {
    /// What Enter shows of a claim that came back.
    fileprivate var answerHint: String {
        [.rejected, .denied, .partlyPaid].contains(status)
            ? "Enter shows what was answered and the fields that may have led to it." : ""
    }
}

/// The columns of the worklist at a width.
struct WorklistColumns {
    private let columns: ListColumns

    init(width: Int) {
        let free = max(20, width - 48)
        columns = ListColumns([
            .init("Status", 11), .init("Patient", free / 2), .init("DOS", 11), .init("Payer", free - free / 2),
            .init("Err", 4), .init("Wrn", 4), .init("Left", 5), .init("Age", 4),
        ])
    }

    func drawTitles(on frame: inout Frame, row: Int) { columns.drawTitles(on: &frame, row: row) }

    func draw(_ claim: WorklistRow, on frame: inout Frame, row: Int, role: Role, today: Day) {
        let held = claim.heldBy.isEmpty ? "" : " (\(claim.heldBy))"
        columns.draw(
            [
                claim.status.rawValue,
                claim.patient.isEmpty ? claim.account : claim.patient,
                claim.serviceDay?.description ?? "", claim.payer + held, claim.errors > 0 ? "\(claim.errors)" : "",
                claim.warnings > 0 ? "\(claim.warnings)" : "", claim.daysLeft.map(String.init) ?? "",
                "\(max(0, today - claim.changedOn))d",
            ], on: &frame, row: row, role: role)
    }
}
