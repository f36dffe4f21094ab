import TerminalKit
import TextKit

/// Where the texts and fields of a sign-in are: in the whole window, or next to a QR code, which at 24 rows begins in the
/// first one.
struct SignInColumn {
    let left: Int
    let columns: Int
    /// The row of the head; the QR code begins there, or below a head that is over both.
    let top: Int
    let headLeft: Int
    let messageTop: Int
    let messageRows: Int

    /// The columns that text and fields need next to a QR code.
    static let leastBesidePicture = 34
    private static let widestText = 76

    init(_ size: Size, beside picture: [String]) {
        let parts = FrameParts(size)
        guard let pictureColumns = picture.first?.columns else {
            (left, columns) = (2, min(size.columns - 4, SignInColumn.widestText))
            (top, headLeft) = (0, 0)
            (messageTop, messageRows) = (parts.findingRow, parts.findingRows)
            return
        }
        left = pictureColumns + 2
        columns = min(size.columns - pictureColumns - 3, SignInColumn.widestText)
        top = picture.count + 1 < parts.footerRow ? 1 : 0
        headLeft = top == 0 ? pictureColumns : 0
        messageRows = 5
        messageTop = parts.footerRow - messageRows
    }
}

extension Frame {
    mutating func draw(_ picture: [String], at position: Position) {
        for (offset, row) in picture.enumerated() {
            put(row, at: Position(column: position.column, row: position.row + offset), role: .qr)
        }
    }

    mutating func drawHead(_ title: String, in column: SignInColumn) {
        fill(
            at: Position(column: column.headLeft, row: 0), Size(columns: size.columns - column.headLeft, rows: 1),
            role: .header)
        let start = column.headLeft + 1
        let used = put("CleanClaim", at: Position(column: start, row: 0), role: .headerName)
        put(title, at: Position(column: start + used + 2, row: 0), role: .header)
    }

    mutating func draw(_ choice: SignInChoice, in column: SignInColumn) {
        var row = put(choice.introduction, role: .text, below: 2, column)
        for (index, option) in SignInChoice.Option.allCases.enumerated() {
            row += 1
            let role: Role = index == choice.selection ? .selection : .label
            fill(at: Position(column: column.left, row: row), Size(columns: column.columns, rows: 1), role: role)
            put(" \(index + 1)  \(option.title)", at: Position(column: column.left, row: row), role: role)
            if index == choice.selection { cursor = Position(column: column.left + 1, row: row) }
            row = put(option.text, role: .text, below: row + 1, column, indent: 4)
        }
    }

    mutating func draw(_ form: SignInForm, showsPicture: Bool, in column: SignInColumn) {
        var row = 2
        for paragraph in form.step.paragraphs(showsPicture: showsPicture) {
            row = put(paragraph.text, role: paragraph.role, below: row, column) + 1
        }
        let labelColumns = (form.fields.map(\.label.columns).max() ?? 0) + 2
        for (index, field) in form.fields.enumerated() {
            put(field.label, at: Position(column: column.left, row: row), role: .label)
            let width = min(40, column.columns - labelColumns)
            let place = Position(column: column.left + labelColumns, row: row)
            draw(field, at: place, columns: width, isFocused: index == form.focus)
            row += 1
        }
    }

    mutating func drawMessage(_ text: String, role: Role, in column: SignInColumn) {
        for (offset, line) in text.wrapped(to: column.columns).prefix(column.messageRows).enumerated() {
            put(line, at: Position(column: column.left, row: column.messageTop + offset), role: role)
        }
    }

    /// As much of the field as fits around the cursor.
    private mutating func draw(_ field: TypedField, at position: Position, columns: Int, isFocused: Bool) {
        let role: Role = isFocused ? .fieldFocused : .field
        fill(at: position, Size(columns: columns, rows: 1), role: role, with: glyphs.fieldFill)
        let text = Array(field.shown(glyphs))
        let cursor = isFocused ? field.cursor : 0
        var start = 0
        while String(text[start..<cursor]).columns >= columns, start < cursor { start += 1 }
        put(String(text[start...]), at: position, role: role, maxColumns: columns)
        guard isFocused else { return }
        self.cursor = Position(column: position.column + String(text[start..<cursor]).columns, row: position.row)
    }

    /// Draws a wrapped text from a row on and returns the row below it.
    private mutating func put(
        _ text: String, role: Role, below row: Int, _ column: SignInColumn, indent: Int = 0
    ) -> Int {
        let lines = text.wrapped(to: column.columns - indent)
        for (offset, line) in lines.enumerated() {
            put(line, at: Position(column: column.left + indent, row: row + offset), role: role)
        }
        return row + lines.count
    }
}
