import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The body of a screen of fields.
extension Workstation {
    func drawForm(
        _ layout: FormLayout, _ editor: ClaimEditor, _ shown: Shown, on frame: inout Frame, _ parts: FrameParts
    ) {
        let page = layout.page(with: editor.focusedPlace, rows: parts.bodyRows)
        var row = parts.bodyTop
        for line in page.lines {
            guard row < parts.bodyTop + parts.bodyRows else { break }
            draw(line, at: row, editor, shown, on: &frame)
            row += line.height
        }
        if page.count > 1 {
            let words = " page \(page.number) of \(page.count) "
            frame.put(
                words, at: Position(column: parts.bodyColumns - words.columns - 2, row: parts.bodyTop - 1),
                role: .muted)
        }
    }

    private func draw(_ line: FormLine, at row: Int, _ editor: ClaimEditor, _ shown: Shown, on frame: inout Frame) {
        for words in line.words {
            frame.put(words.text, at: Position(column: words.column, row: row), role: words.role)
        }
        for bar in line.graph {
            frame.put(
                String(repeating: frame.glyphs.bar, count: bar.length), at: Position(column: bar.column, row: row),
                role: .chart)
        }
        for slot in line.slots {
            if let column = slot.labelColumn {
                frame.put(slot.place.field.label, at: Position(column: column, row: row), role: .label)
            }
            FieldDrawing(slot: slot, draft: editor.draft, focus: editor.work.focus).draw(on: &frame, row: row)
            guard let worst = shown.worst(at: slot.place) else { continue }
            frame.put(
                String(worst.sign(frame.glyphs)), at: Position(column: slot.column + slot.columns, row: row),
                role: worst.markRole)
        }
    }
}

/// One field: its text, or as much of it as fits around the cursor.
private struct FieldDrawing {
    let slot: Slot
    let draft: ClaimDraft
    let focus: Focus

    private var isFocused: Bool { slot.place == focus.place }

    func draw(on frame: inout Frame, row: Int) {
        let role: Role = isFocused ? (focus.isSelected ? .fieldSelected : .fieldFocused) : .field
        for line in 0..<slot.rows {
            frame.fill(
                at: Position(column: slot.column, row: row + line), Size(columns: slot.columns, rows: 1), role: role,
                with: "_")
        }
        if slot.rows > 1 {
            drawText(on: &frame, row: row, role: role)
        } else if isFocused {
            drawLine(on: &frame, row: row, role: role)
        } else {
            let state = draft.state(at: slot.place)
            let text = shownText(state).clipped(to: slot.columns, ellipsis: frame.glyphs.ellipsis)
            frame.put(text, at: Position(column: slot.column, row: row), role: role)
        }
    }

    /// The canonical form where it fits the field, else what was typed; a label's dashes stay as typed.
    private func shownText(_ state: EntryState) -> String {
        guard slot.place.field != .lineNDC, let value = state.value, value.columns <= slot.columns else {
            return state.text
        }
        return value
    }

    private func drawLine(on frame: inout Frame, row: Int, role: Role) {
        let text = Array(draft.text(at: slot.place))
        let cursor = min(focus.cursor, text.count)
        var start = 0
        while String(text[start..<cursor]).columns > slot.columns, start < cursor { start += 1 }
        frame.put(
            String(text[start...]), at: Position(column: slot.column, row: row), role: role, maxColumns: slot.columns)
        // A selected text is replaced by the next character, which will stand at its start.
        let before = focus.isSelected ? 0 : String(text[start..<cursor]).columns
        frame.cursor = Position(column: slot.column + min(before, slot.columns), row: row)
    }

    /// A text of several lines, wrapped, with the lines around the cursor.
    private func drawText(on frame: inout Frame, row: Int, role: Role) {
        let text = draft.text(at: slot.place)
        let wrapped = WrappedText(text, columns: slot.columns)
        let cursor = isFocused ? wrapped.position(of: focus.cursor) : (line: 0, column: 0)
        let top = max(0, cursor.line - slot.rows + 1)
        for line in 0..<slot.rows where top + line < wrapped.lines.count {
            frame.put(
                String(wrapped.lines[top + line].text), at: Position(column: slot.column, row: row + line), role: role,
                maxColumns: slot.columns)
        }
        if isFocused {
            frame.cursor = Position(
                column: slot.column + min(cursor.column, slot.columns - 1), row: row + cursor.line - top)
        }
    }
}

/// A text broken into lines of a width, after a space where there is one; each with the place of its first character.
struct WrappedText {
    private(set) var lines: [(text: String, start: Int)] = []

    init(_ text: String, columns limit: Int) {
        var start = 0
        for paragraph in text.split(separator: "\n", omittingEmptySubsequences: false) {
            var line = ""
            var width = 0
            for character in paragraph {
                let own = character.columns
                if width + own > max(1, limit - 1) {
                    let kept = line.lastIndex(of: " ").map { line[...$0] } ?? line[...]
                    lines.append((String(kept), start))
                    start += kept.count
                    line = String(line[kept.endIndex...])
                    width = line.columns
                }
                line.append(character)
                width += own
            }
            lines.append((line, start))
            start += line.count + 1
        }
    }

    func position(of cursor: Int) -> (line: Int, column: Int) {
        let line = lines.lastIndex { $0.start <= cursor } ?? 0
        let before = lines[line].text.prefix(max(0, cursor - lines[line].start))
        return (line, String(before).columns)
    }
}

extension Severity {
    func sign(_ glyphs: Glyphs) -> Character {
        switch self {
        case .error: glyphs.error
        case .warning: glyphs.warning
        case .note: glyphs.note
        }
    }

    var role: Role {
        switch self {
        case .error: .findingError
        case .warning: .findingWarning
        case .note: .findingNote
        }
    }

    var markRole: Role {
        switch self {
        case .error: .markError
        case .warning: .markWarning
        case .note: .markNote
        }
    }
}
