import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The worklist.
extension Worklist {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, parts, today) = (view.size, view.parts, view.inputs.today)
        let count =
            total.map { "first \(shownCount) of \(counted($0, "claim")), reading the others" }
            ?? counted(shownCount, "claim")
        frame.drawListHead("Worklist  \(count)  sorted by \(order.rawValue)", state, view)
        if let notice = view.inputs.inbox.notice(view.key(.inbox)) {
            let column = size.columns - notice.columns - 1
            if column > (frame.cursor?.column ?? 0) + 2 {
                frame.put(notice, at: Position(column: column, row: 1), role: .status)
            }
        }
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
        frame.drawMessage(
            message ?? line(selection)?.claim?.hint(on: today) ?? "", role: message == nil ? .hint : .status, view)
        frame.drawFooter(Footer(in: .worklist), view)
    }
}

extension WorklistRow {
    /// What is said of the claim that has the cursor: the comment, what Enter shows of one that came back, how long its
    /// authorization holds.
    fileprivate func hint(on today: Day) -> String {
        if !comment.isEmpty { return comment }
        if [.rejected, .denied, .partlyPaid].contains(status) {
            return "Enter shows the payer response and the fields that may have led to it."
        }
        return authorization.map { "Authorization: session \($0.text)." + $0.warning(on: today) } ?? ""
    }
}

extension AuthorizationLeft {
    /// What keeps the next session from being authorized, as a sentence after a blank; empty where nothing does.
    fileprivate func warning(on today: Day) -> String {
        if isExceeded { return " More than authorized." }
        if let end, end < today { return " It has ended: request a new one." }
        return approved == session ? " This is the last: request more before the next visit." : ""
    }

    /// `4 of 8, 12/15`, for a column.
    fileprivate var short: String {
        let count = approved.map { "\(session) of \($0)" } ?? "\(session)"
        return end.map { "\(count), \($0.description.prefix(5))" } ?? count
    }
}

/// The columns of the worklist at a width.
struct WorklistColumns {
    private let columns: ListColumns

    init(width: Int) {
        // Where there is room; in a narrower window the line below the list says it of one claim.
        let authorization = width < 110 ? 0 : 15
        let free = max(20, width - 49 - (authorization > 0 ? authorization + 1 : 0))
        columns = ListColumns([
            .init("Status", 13), .init("Patient", free / 2), .init("DOS", 10), .init("Payer", free - free / 2),
            .init("Auth", authorization), .init("Err", 4), .init("Wrn", 4), .init("Days", 5), .init("Age", 4),
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
                claim.serviceDay?.description ?? "", claim.payer + held, claim.authorization?.short ?? "",
                claim.errors > 0 ? "\(claim.errors)" : "",
                claim.warnings > 0 ? "\(claim.warnings)" : "", claim.daysLeft.map(String.init) ?? "",
                "\(max(0, today - claim.changedOn))d",
            ], on: &frame, row: row, role: role)
    }
}
