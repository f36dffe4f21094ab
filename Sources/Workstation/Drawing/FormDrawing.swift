import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// A claim, or the practice's setup, as it is drawn.
struct EditorDrawing {
    let editor: ClaimEditor
    let view: DeskView
    let shown: Shown
    let layout: FormLayout

    init(_ editor: ClaimEditor, _ view: DeskView) {
        self.editor = editor
        self.view = view
        shown = editor.shown ?? Shown(of: editor, findings: editor.findings ?? [], books: view.inputs.books)
        layout = editor.layout ?? editor.layout(of: editor.work.screen, openAt: editor.focusedPlace, view)
    }

    /// A form that is no claim's: Practice setup, an entry of a reference file.
    func draw(in area: Area, on frame: inout Frame, message: String?) {
        drawHead(on: &frame)
        drawForm(on: &frame)
        drawPane(on: &frame)
        drawFindingLine(message: message, on: &frame)
        let label = editor.shownFindingsAtCursor.isEmpty ? "Help" : "Why"
        frame.drawFooter(
            Footer(in: area, labels: [.explain: label], applying: { editor.applies($0, view) }), view)
    }

    /// The body of a screen of fields.
    func drawForm(on frame: inout Frame) {
        let parts = view.parts
        let page = layout.page(with: editor.focusedPlace, rows: parts.bodyRows)
        var row = parts.bodyTop
        for line in page.lines {
            guard row < parts.bodyTop + parts.bodyRows else { break }
            draw(line, at: row, on: &frame)
            row += line.height
        }
        guard page.count > 1 else { return }
        let text = " page \(page.number) of \(page.count) "
        frame.put(
            text, at: Position(column: parts.bodyColumns - text.columns - 2, row: parts.bodyTop - 1),
            role: .muted)
    }

    private func draw(_ line: FormLine, at row: Int, on frame: inout Frame) {
        for piece in line.texts {
            frame.put(piece.text, at: Position(column: piece.column, row: row), role: piece.role)
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
            let behind = Position(column: slot.column + slot.columns, row: row)
            if let worst = shown.worst(at: slot.place) {
                frame.put(String(worst.sign(frame.glyphs)), at: behind, role: worst.markRole)
            } else if LookUpSource(of: slot.place.field) != .nothing {
                frame.put(String(frame.glyphs.lookUp), at: behind, role: .hint)
            }
        }
    }

    /// From 120 columns on: every finding that shows, next to the fields, the gravest first.
    func drawPane(on frame: inout Frame) {
        let parts = view.parts
        guard parts.paneColumns > 0 else { return }
        let left = parts.bodyColumns
        frame.verticalRule(column: left, rows: parts.bodyTop..<(parts.bodyTop + parts.bodyRows))
        var row = parts.bodyTop
        let width = parts.paneColumns - 3
        for finding in shown.gravestFirst {
            let text = "\(finding.severity.sign(frame.glyphs)) \(finding.rule.id) \(finding.message)"
            let lines = text.wrapped(to: width)
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
                with: frame.glyphs.fieldFill)
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
        // A selected text is replaced by the next character, which goes to its start.
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
