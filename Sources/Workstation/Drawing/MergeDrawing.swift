import ClaimModel
import TerminalKit
import TextKit

extension Frame {
    /// The clashes of a merge on the whole screen, the selected one in view.
    mutating func drawMerge(_ choice: MergeChoice, message: String?, _ view: DeskView) {
        let size = view.size
        fill(at: Position(column: 0, row: 0), size, role: .text)
        horizontalRule(row: 0)
        let count = counted(choice.clashes.count, "value was changed", "values were changed")
        let elsewhere = choice.person.map { "by \($0)" } ?? "in another window"
        put(" Not saved: \(count) here and \(elsewhere) ", at: Position(column: 2, row: 0), role: .title)
        put(choice.help(view), at: Position(column: 1, row: 1), role: .hint)
        let (first, blocks) = (3, choice.blocks(columns: size.columns, glyphs))
        let rows = size.rows - 2 - first
        let lines = blocks.flatMap(\.self)
        let start = blocks.prefix(choice.selection).reduce(0) { $0 + $1.count }
        let top = max(0, start + blocks[choice.selection].count - rows)
        for offset in 0..<min(rows, lines.count - top) {
            let (line, row) = (lines[top + offset], first + offset)
            let role: Role = top + offset == start ? .selection : line.role
            fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
            put(line.text, at: Position(column: 1, row: row), role: role)
            if top + offset == start { cursor = Position(column: 1, row: row) }
        }
        horizontalRule(row: first + rows)
        guard let message else { return }
        let text = " \(message.clipped(to: size.columns - 6, ellipsis: glyphs.ellipsis)) "
        put(text, at: Position(column: 2, row: first + rows), role: .status)
    }
}

extension MergeChoice {
    fileprivate typealias Line = (text: String, role: Role)

    /// The lines of each clash and of each way, in the order of the selection.
    fileprivate func blocks(columns: Int, _ glyphs: Glyphs) -> [[Line]] {
        clashes.map { block(of: $0, columns: columns, glyphs) } + Way.allCases.map { [($0.label, .text)] }
    }

    private func block(of clash: DraftClash, columns: Int, _ glyphs: Glyphs) -> [Line] {
        func lines(_ mark: String, _ text: String, _ role: Role) -> [Line] {
            var wrapped = (text.isEmpty ? clash.isOfWholeRow ? "removed" : "blank" : text).wrapped(to: columns - 18)
            if wrapped.count > 4 { wrapped = wrapped.prefix(3) + [String(glyphs.ellipsis)] }
            return wrapped.enumerated().map { index, line in
                ((index == 0 ? mark : "").padded(to: 16, gap: 1) + line, role)
            }
        }
        func side(_ side: MergeSide, _ name: String) -> [Line] {
            lines("  [\(chosen[clash.id] == side ? "x" : " ")] \(name)", clash[side], .text)
        }
        let before = clash.base.isEmpty ? [] : lines("      Before", clash.base, .muted)
        return [(clash.title, .label)] + before + side(.mine, "M Mine") + side(.theirs, "T Theirs") + [("", .text)]
    }
}
