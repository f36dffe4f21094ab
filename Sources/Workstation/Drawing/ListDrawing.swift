import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The worklist.
extension Worklist {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, parts, today) = (view.size, view.parts, view.inputs.today)
        frame.drawListHead("Worklist  \(head)", state, view)
        drawNotice(on: &frame, view)
        let columns = WorklistColumns(self.columns, width: size.columns)
        columns.drawTitles(on: &frame, row: parts.bodyTop)
        let selection = min(state.selection, max(0, lineCount - 1))
        let page = ListState(filter: "", selection: selection).page(of: lineCount, rows: parts.bodyRows - 1)
        for (offset, index) in page.enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == selection ? .selection : .text
            switch line(index) {
            case .title(let title):
                frame.draw(title, row: row, isSelected: index == selection)
            case .claim(let claim):
                frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
                if marked.contains(claim.id) {
                    frame.put(String(frame.glyphs.bullet), at: Position(column: 0, row: row), role: role)
                }
                columns.draw(
                    claim, isUnsaved: view.unsaved.failed.contains(claim.id), on: &frame, row: row, role: role,
                    today: today)
            case nil: break
            }
        }
        if lineCount == 0 {
            let text =
                rows.isEmpty
                ? "No claims yet. \(view.key(.nextLine)) starts one."
                : isPartial
                    ? "Reading the other claims …"
                    : state.filter.isEmpty
                        ? "No claims to list. \(view.key(.nextLine)) starts one; is:archived: those put away."
                        : "No claim matches the filter. Esc clears it; is:archived: those put away."
            frame.put(text, at: Position(column: 3, row: parts.bodyTop + 2), role: .hint)
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        frame.drawMessage(
            message ?? filterFault ?? line(selection)?.claim?.hint(on: today) ?? "",
            role: message == nil ? .hint : .status, view)
        frame.drawFooter(Footer(in: .worklist), view)
    }

    /// At the end of the filter's line: that files wait, else what the list is sorted by.
    private func drawNotice(on frame: inout Frame, _ view: DeskView) {
        let notice = view.inputs.inbox.notice(view.key(.inbox))
        let text = notice ?? "by \(order.name)" + (isGrouped ? ", grouped" : "")
        let column = view.size.columns - text.columns - 1
        guard column > (frame.cursor?.column ?? 0) + 2 else { return }
        frame.put(text, at: Position(column: column, row: 1), role: notice == nil ? .hint : .status)
    }

    /// `412 claims, $86,310 · 31 due in 14 days`
    private var head: String {
        if isPartial { return "first \(counted(shownCount, "claim")), reading the others" }
        let dollars = Money(cents: sums.charges).currency.dropLast(3)
        let due = sums.due > 0 ? " \u{00B7} \(sums.due) due in 14 days" : ""
        let marks = marked.isEmpty ? "" : " \u{00B7} \(marked.count) marked"
        return "\(counted(shownCount, "claim")), \(dollars)\(due)\(marks)"
    }

    private var filterFault: String? { WorklistFilter(state.filter, on: today).fault }
}

extension Frame {
    /// The title of a group, with the sign of its severity.
    fileprivate mutating func draw(_ title: WorklistLines.Title, row: Int, isSelected: Bool) {
        let role: Role = isSelected ? .selection : .title
        if isSelected { fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role) }
        let sign: (Character, Role) =
            switch title.severity {
            case .error: (glyphs.error, .markError)
            case .warning: (glyphs.warning, .markWarning)
            case .note: (glyphs.note, .markNote)
            case nil: (glyphs.ok, .markOK)
            }
        put(String(sign.0), at: Position(column: 1, row: row), role: isSelected ? role : sign.1)
        let folded = title.isFolded ? "  (folded: Enter shows them)" : ""
        put("\(title.text)\(folded)".clipped(to: size.columns - 4), at: Position(column: 3, row: row), role: role)
    }
}

extension WorklistRow {
    /// What is said of the claim that has the cursor: the comment, what Enter shows of one that came back, how long its
    /// authorization holds.
    fileprivate func hint(on today: Day) -> String {
        if case .days(let days) = appeal {
            let left = days < 0 ? "The time to appeal has ended" : "\(counted(days, "day")) left to appeal"
            return [left + ".", comment].filter { !$0.isEmpty }.joined(separator: " ")
        }
        if !comment.isEmpty { return comment }
        if appeal == .unknown {
            return "Time to appeal unknown: see the denial letter. Enter shows the payer response."
        }
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
}

/// The columns of the worklist at a width.
struct WorklistColumns {
    /// Those that there is room for.
    let shown: [WorklistColumn]
    private let columns: ListColumns

    /// - Parameter chosen: `nil` for the columns of the window.
    init(_ chosen: [WorklistColumn]?, width: Int) {
        var shown = chosen ?? WorklistColumn.standard(at: width)
        func room(_ shown: [WorklistColumn]) -> Int { width - 1 - shown.reduce(0) { $0 + $1.width + 1 } }
        while shown.count > 1, room(shown) < 0 { shown.removeLast() }
        let (free, shares) = (max(0, room(shown)), shown.reduce(0) { $0 + $1.share })
        self.shown = shown
        columns = ListColumns(
            shown.map { column in
                let more = shares > 0 ? free * column.share / shares : 0
                return ListColumns.Column(column.title, column.width + more, isRight: column.isRight)
            })
    }

    func drawTitles(on frame: inout Frame, row: Int) { columns.drawTitles(on: &frame, row: row) }

    /// - Parameter isUnsaved: shown in place of the status.
    func draw(_ claim: WorklistRow, isUnsaved: Bool, on frame: inout Frame, row: Int, role: Role, today: Day) {
        let texts = shown.map { $0 == .status && isUnsaved ? "NOT SAVED" : $0.text(of: claim, on: today) }
        columns.draw(texts, on: &frame, row: row, role: role)
    }
}
