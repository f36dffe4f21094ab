import TextKit

/// A sheet of cells that texts are put on.
struct FormCanvas {
    /// One sign each; a cell behind a wide sign is empty.
    private var cells = [[String]](
        repeating: [String](repeating: " ", count: FormFrame.columns.count), count: Paper.lines)

    /// Puts a text over whatever is there; blanks at its beginning change nothing.
    mutating func put(_ text: String, line: Int, column: Int) {
        let blanks = text.prefix { $0 == " " }.count
        var column = column + blanks
        for sign in text.dropFirst(blanks).flatMap(\.drawnSigns) {
            guard column + sign.columns <= cells[line - 1].count else { return }
            cells[line - 1][column] = String(sign.character)
            if sign.columns == 2 { cells[line - 1][column + 1] = "" }
            column += sign.columns
        }
    }

    /// The lines of the sheet, moved, without blanks at their ends. Without boxes, the column of their left edge is left out.
    func lines(movedBy style: FormImage.Style) -> [String] {
        let first = (style.hasGrid ? 0 : 1) - style.across
        let left = String(repeating: " ", count: max(0, -first))
        let texts = cells.map { cells -> String in
            let text = cells.dropFirst(max(0, first)).joined()
            return (left + text).clipped(to: 84).withoutBlanksAtEnd
        }
        let blanks = [String](repeating: "", count: max(0, style.down))
        let moved = blanks + texts.dropFirst(max(0, -style.down))
        return Array((moved + [String](repeating: "", count: Paper.lines)).prefix(Paper.lines))
    }

    private subscript(line: Int, column: Int) -> String {
        get { cells[line - 1][column] }
        set { cells[line - 1][column] = newValue }
    }
}

extension FormCanvas {
    /// Draws the boxes of the form.
    mutating func draw(_ glyphs: Glyphs) {
        for row in FormFrame.rows {
            for line in row.line + 1..<row.line + row.height { drawBars(of: row, on: line, glyphs) }
        }
        for line in FormFrame.edges { drawEdge(line, glyphs) }
        for row in FormFrame.rows {
            for cell in row.cells { put(cell.title, line: row.line, column: cell.column + 1) }
        }
        for caption in FormFrame.captions { put(caption.text, line: caption.line, column: caption.column) }
        for square in FormFrame.squares {
            self[square.line, square.column - 1] = "["
            self[square.line, square.column + 1] = "]"
        }
    }

    private mutating func drawBars(of row: FormFrame.Row, on line: Int, _ glyphs: Glyphs) {
        for column in FormFrame.bars(of: row, on: line) { self[line, column] = String(glyphs.vertical) }
    }

    private mutating func drawEdge(_ line: Int, _ glyphs: Glyphs) {
        let columns = FormFrame.edge(on: line)
        for column in columns {
            let up = FormFrame.hasBar(at: column, on: line - 1)
            let down = FormFrame.hasBar(at: column, on: line + 1)
            self[line, column] =
                up || down
                ? String(
                    glyphs.joint(
                        up: up, down: down, left: column > columns.lowerBound, right: column < columns.upperBound))
                : String(glyphs.horizontal)
        }
        for column in FormFrame.columns where !columns.contains(column) && FormFrame.hasBar(at: column, on: line - 1) {
            self[line, column] = String(glyphs.vertical)
        }
    }
}

extension FormFrame {
    /// The lines with a top edge, and the last one.
    static let edges = rows.map(\.line) + [lastEdge]

    /// The columns that the edge on a line goes over.
    static func edge(on line: Int) -> ClosedRange<Int> {
        let first = rows.first { $0.line == line }?.cells.first?.column ?? columns.lowerBound
        return first...columns.upperBound
    }

    /// The upright edges of a row's cells on one of its lines; those of the shaded half are few.
    static func bars(of row: Row, on line: Int) -> [Int] {
        let all = row.cells.map(\.column) + [columns.lowerBound, columns.upperBound]
        return shadedLines.contains(line) ? all.filter { $0 == 0 || $0 >= 62 } : all
    }

    static func hasBar(at column: Int, on line: Int) -> Bool {
        rows.contains { $0.line < line && line < $0.line + $0.height && bars(of: $0, on: line).contains(column) }
    }
}
