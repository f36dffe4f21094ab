import ClaimModel
import TerminalKit
import TextKit

/// The inbox.
extension InboxScreen {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, parts, rows) = (view.size, view.parts, shown)
        let taken = rows.count { $0.state == .taken }
        let others = taken > 0 ? ", \(taken) taken" : ""
        frame.drawListHead("Inbox  \(counted(contents.rows.count, "file"))\(others)", state, view)
        let columns = ListColumns.inbox(width: size.columns)
        columns.drawTitles(on: &frame, row: parts.bodyTop)
        let selection = min(state.selection, max(0, rows.count - 1))
        let page = ListState(filter: "", selection: selection).page(of: rows.count, rows: parts.bodyRows - 1)
        for (offset, index) in page.enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == selection ? .selection : .text
            frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
            columns.draw(rows[index].texts, on: &frame, row: row, role: role)
        }
        if rows.isEmpty { drawEmpty(on: &frame, view) }
        frame.horizontalRule(row: parts.findingRow - 1)
        frame.drawMessage(message ?? details, role: message == nil ? .hint : .status, view)
        let labels: [Command: String] = chosen.map { [.confirm: $0.act] } ?? [:]
        frame.drawFooter(Footer(in: .inbox, labels: labels, applying: { applies($0, view) }), view)
    }

    private func drawEmpty(on frame: inout Frame, _ view: DeskView) {
        let text =
            !state.filter.isEmpty
            ? "Nothing matches the filter. Esc clears it."
            : contents.fault ?? "No files. The clearinghouse's program puts them into \(contents.folder)."
        for (offset, line) in text.wrapped(to: view.size.columns - 6).prefix(4).enumerated() {
            frame.put(line, at: Position(column: 3, row: view.parts.bodyTop + 2 + offset), role: .hint)
        }
    }

    /// What is shown below the list.
    private var details: String {
        guard let chosen else { return "" }
        return chosen.state == .taken ? "\(chosen.message) Enter shows all of it." : chosen.message
    }
}

extension InboxRow {
    fileprivate var texts: [String] { [name, kind, size.inBytes, came, standing, message] }

    private var standing: String {
        switch state {
        case .response: "new"
        case .claims: "claims"
        case .waiting: "waiting"
        case .repeated: "repeated"
        case .sameInterchange: "same ISA"
        case .unreadable: "unread"
        case .taken: "taken"
        }
    }

    /// What Enter does with it, for the footer.
    fileprivate var act: String {
        switch state {
        case .response: "Take"
        case .repeated: "Archive"
        case .sameInterchange: "Take again"
        case .claims, .waiting, .unreadable, .taken: "Show"
        }
    }
}

extension Int {
    /// `812 B`, `12 KB`, `2.1 GB`
    fileprivate var inBytes: String {
        var (number, unit) = (Double(self), "B")
        for next in ["KB", "MB", "GB"] where number >= 1000 { (number, unit) = (number / 1024, next) }
        guard unit != "B", number < 9.95 else { return "\(Int(number.rounded())) \(unit)" }
        let tenths = Int((number * 10).rounded())
        return "\(tenths / 10).\(tenths % 10) \(unit)"
    }
}

extension ListColumns {
    fileprivate static func inbox(width: Int) -> ListColumns {
        let free = max(30, width - 44)
        let name = min(40, free * 2 / 5)
        return ListColumns([
            .init("File", name), .init("Kind", 10), .init("Size", 7, isRight: true), .init("Came", 11),
            .init("State", 8), .init("Says", free - name - 1),
        ])
    }
}
