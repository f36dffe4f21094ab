import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The worklist.
extension Worklist {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, parts, today) = (view.size, view.parts, view.inputs.today)
        frame.drawListHead("Worklist  \(counted(shownCount, "claim"))  sorted by \(order.rawValue)", state)
        let columns = WorklistColumns(width: size.columns)
        columns.drawTitles(on: &frame, row: parts.bodyTop)
        let selection = min(state.selection, max(0, lineCount - 1))
        let page = ListState(filter: "", selection: selection).page(of: lineCount, rows: parts.bodyRows - 1)
        for (offset, index) in page.enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == selection ? .selection : .text
            switch line(index) {
            case .title(let title):
                frame.put(title.clipped(to: size.columns - 2), at: Position(column: 1, row: row), role: .title)
            case .claim(let claim):
                frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
                columns.draw(
                    claim, isUnsaved: view.unsaved.failed.contains(claim.id), on: &frame, row: row, role: role,
                    today: today)
            case nil: break
            }
        }
        if lineCount == 0 {
            let text =
                rows.isEmpty
                ? "No claims yet. \(view.key(.nextLine)) starts one." : "No claim matches the filter. Esc clears it."
            frame.put(text, at: Position(column: 3, row: parts.bodyTop + 2), role: .hint)
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        let hint = line(selection)?.claim.map { $0.comment.isEmpty ? $0.answerHint : $0.comment }
        frame.drawMessage(message ?? hint ?? "", role: message == nil ? .hint : .status, view)
        frame.drawFooter(Footer(in: .worklist), view)
    }
}

extension WorklistRow {
    /// What Enter shows of a claim that came back.
    fileprivate var answerHint: String {
        [.rejected, .denied, .partlyPaid].contains(status)
            ? "Enter shows the payer response and the fields that may have led to it." : ""
    }
}

/// The columns of the worklist at a width.
struct WorklistColumns {
    private let columns: ListColumns

    init(width: Int) {
        let free = max(20, width - 49)
        columns = ListColumns([
            .init("Status", 13), .init("Patient", free / 2), .init("DOS", 10), .init("Payer", free - free / 2),
            .init("Err", 4), .init("Wrn", 4), .init("Days", 5), .init("Age", 4),
        ])
    }

    func drawTitles(on frame: inout Frame, row: Int) { columns.drawTitles(on: &frame, row: row) }

    /// - Parameter isUnsaved: shown in place of the status.
    func draw(_ claim: WorklistRow, isUnsaved: Bool, on frame: inout Frame, row: Int, role: Role, today: Day) {
        let held = claim.heldBy.isEmpty ? "" : " (\(claim.heldBy))"
        columns.draw(
            [
                isUnsaved ? "NOT SAVED" : claim.status.rawValue,
                claim.patient.isEmpty ? claim.account : claim.patient,
                claim.serviceDay?.description ?? "", claim.payer + held, claim.errors > 0 ? "\(claim.errors)" : "",
                claim.warnings > 0 ? "\(claim.warnings)" : "", claim.daysLeft.map(String.init) ?? "",
                "\(max(0, today - claim.changedOn))d",
            ], on: &frame, row: row, role: role)
    }
}
