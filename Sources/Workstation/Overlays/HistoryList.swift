import TerminalKit
import TextKit

/// All that happened to a claim, one line an event, the latest last.
struct HistoryList: Overlay, Hashable, Sendable {
    let account: String
    private let lines: [HistoryLine]
    private var selection: Int

    init(_ account: String, _ lines: [HistoryLine]) {
        (self.account, self.lines) = (account, lines)
        selection = max(0, lines.count - 1)
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        if command == .back || command == .history { return .close() }
        guard !lines.isEmpty else { return .stay("Nothing is recorded of it yet.") }
        if command == .confirm || command == .explain { return .become(details(columns: view.size.columns)) }
        guard let step = command?.step(inListOf: lines.count) else {
            return .stay("Arrows move, Enter shows the details, Esc closes.")
        }
        var state = ListState(filter: "", selection: selection)
        let moved = state.move(step, count: lines.count)
        selection = state.selection
        return .stay(moved ? nil : ListState.limit(of: step))
    }

    /// What is known of the chosen event; it closes to the list.
    private func details(columns: Int) -> Pager {
        let line = lines[selection]
        let head = ["\(line.moment)  \(line.text)", line.who.isEmpty ? "" : "by \(line.who)", line.amount]
        return Pager(
            .event(self), title: "\(account): \(line.text)", lines: head.filter { !$0.isEmpty } + [""] + line.details,
            columns: columns)
    }

    /// Every line but the first is text.
    func noticeRow(_ parts: FrameParts) -> Int { 0 }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, columns) = (view.size, HistoryList.columns(width: view.size.columns))
        frame.fill(at: Position(column: 0, row: 0), size, role: .text)
        frame.horizontalRule(row: 0)
        frame.put(" History of \(account) ", at: Position(column: 2, row: 0), role: .title)
        columns.drawTitles(on: &frame, row: 1)
        let rows = size.rows - 4
        let state = ListState(filter: "", selection: selection)
        for (offset, index) in state.page(of: lines.count, rows: rows).enumerated() {
            let (line, row) = (lines[index], 2 + offset)
            let role: Role = index == selection ? .selection : .text
            frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
            columns.draw([line.moment, line.text, line.amount, line.who], on: &frame, row: row, role: role)
            if index == selection { frame.cursor = Position(column: 1, row: row) }
        }
        frame.horizontalRule(row: size.rows - 2)
        let count = " \(lines.isEmpty ? 0 : selection + 1) of \(lines.count) "
        frame.put(count, at: Position(column: size.columns - count.columns - 2, row: size.rows - 2), role: .muted)
        if let message {
            frame.put(
                " \(message.clipped(to: size.columns - 30, ellipsis: frame.glyphs.ellipsis)) ",
                at: Position(column: 2, row: size.rows - 2), role: .status)
        }
        frame.drawFooter(Footer([(.confirm, "Details"), (.up, "Previous"), (.down, "Next"), (.back, "Back")]), view)
    }

    private static func columns(width: Int) -> ListColumns {
        ListColumns([
            .init("When", 16), .init("What", width - 47), .init("Amount", 11, isRight: true), .init("Who", 14),
        ])
    }
}
