import ClaimModel
import TerminalKit
import TextKit

/// The second page of the practice's setup.
extension ClearinghouseScreen {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let parts = view.parts
        frame.drawTitle("Practice setup: Clearinghouse", view)
        let use = typedUsage.uppercased()
        frame.put(
            ["TEST", "PRODUCTION"].contains(use) ? "Files go out as \(use)." : "Claims cannot be submitted yet.",
            at: Position(column: 1, row: 1), role: .hint)
        frame.horizontalRule(row: 2)
        // A form that is higher than the screen follows the cursor.
        let lines = Self.lines
        let rows = parts.findingRow - 1 - parts.bodyTop
        let line = lines.firstIndex { $0.contains(focus) } ?? 0
        let top = max(0, min(line - rows + 2, lines.count - rows))
        for (offset, entries) in lines.dropFirst(top).prefix(rows).enumerated() {
            let row = parts.bodyTop + offset
            guard !entries.isEmpty else { continue }
            for (place, index) in entries.enumerated() {
                draw(index, column: place == 0 ? 2 : 46, isWide: entries.count == 1, row: row, on: &frame, view)
            }
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        let entry = entries[focus]
        let fault = fault(of: entry, isFocused: true, view) ?? firstFault(view)
        frame.drawMessage(
            message ?? fault ?? help(of: entry),
            role: message != nil ? .status : fault != nil ? .findingError : .hint, view)
        frame.drawFooter(Footer(in: area), view)
    }

    private func draw(
        _ index: Int, column: Int, isWide: Bool, row: Int, on frame: inout Frame, _ view: DeskView
    ) {
        let entry = entries[index]
        let isFocused = index == focus
        let start = column + (column == 2 ? 20 : 13)
        let end = isWide ? view.size.columns - 4 : column == 2 ? 43 : view.size.columns - 4
        let width = max(4, min(end - start, 80))
        frame.put(entry.field.label, at: Position(column: column, row: row), role: .label, maxColumns: 19)
        let role: Role = isFocused ? .fieldFocused : .field
        frame.fill(
            at: Position(column: start, row: row), Size(columns: width, rows: 1), role: role,
            with: frame.glyphs.fieldFill)
        let text = entry.field.text
        let cursor = String(text.prefix(entry.field.cursor)).columns
        let shown = isFocused ? text.scrolled(to: cursor, within: width) : (text: text, cursor: cursor)
        frame.put(shown.text.clipped(to: width), at: Position(column: start, row: row), role: role)
        if isFocused { frame.cursor = Position(column: start + shown.cursor, row: row) }
        if fault(of: entry, isFocused: isFocused, view) != nil {
            frame.put(String(frame.glyphs.error), at: Position(column: start + width, row: row), role: .markError)
        }
    }

    /// The fields of each line, by their numbers; an empty line parts the groups.
    private static let lines: [[Int]] = [
        [0], [1], [2], [3], [], [4, 5], [6], [7, 8], [9], [], [10], [11], [12], [13], [14], [15],
    ]

    /// Of the other fields one that is typed wrong; the blank ones have their signs.
    private func firstFault(_ view: DeskView) -> String? {
        for (index, entry) in entries.enumerated() where index != focus && !entry.field.text.isEmpty {
            if let fault = fault(of: entry, isFocused: false, view) { return "\(entry.field.label): \(fault)" }
        }
        return nil
    }

    private func help(of entry: Entry) -> String {
        switch entry.source {
        case .practice(let field): field.help
        case .setup(let item): item.help
        }
    }

    private var typedUsage: String {
        entries.first { $0.source == .setup(.usage) }?.field.text ?? ""
    }
}
