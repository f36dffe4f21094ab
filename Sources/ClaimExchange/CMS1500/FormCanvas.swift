/// A sheet of cells that texts are put on.
struct FormCanvas {
    /// One sign each; a cell behind a wide sign is empty.
    private var cells = [[String]](
        repeating: [String](repeating: " ", count: FormFrame.columns.count), count: Paper.lines)

    /// Puts a text over whatever is there; a blank one changes nothing.
    mutating func put(_ text: String, line: Int, column: Int) {
        var (column, last) = (column, column)
        for scalar in text.unicodeScalars {
            let width = scalar.columns
            guard width > 0 else {
                cells[line - 1][last].unicodeScalars.append(scalar)
                continue
            }
            guard column + width <= cells[line - 1].count else { return }
            cells[line - 1][column] = String(scalar)
            if width == 2 { cells[line - 1][column + 1] = "" }
            last = column
            column += width
        }
    }

    /// The lines from a column on, without blanks at their ends.
    func lines(from column: Int) -> [String] {
        cells.map { $0.dropFirst(column).joined().withoutBlanksAtEnd }
    }

    private subscript(line: Int, column: Int) -> String {
        get { cells[line - 1][column] }
        set { cells[line - 1][column] = newValue }
    }
}

/// The signs that boxes are drawn with.
struct GridLook {
    let across: String
    let down: String
    /// By the edges that meet: up 1, down 2, left 4, right 8.
    private let joints: [Int: String]

    init(_ lettering: Lettering) {
        guard lettering == .unicode else {
            (across, down, joints) = ("-", "|", [:])
            return
        }
        (across, down) = ("─", "│")
        joints = [
            10: "┌", 6: "┐", 9: "└", 5: "┘", 11: "├", 7: "┤", 14: "┬", 13: "┴", 15: "┼", 12: "─", 3: "│",
        ]
    }

    func joint(up: Bool, down: Bool, left: Bool, right: Bool) -> String {
        joints[(up ? 1 : 0) + (down ? 2 : 0) + (left ? 4 : 0) + (right ? 8 : 0)] ?? "+"
    }
}

extension FormCanvas {
    /// Draws the boxes of the form.
    mutating func draw(_ look: GridLook) {
        for row in FormFrame.rows {
            for line in row.line + 1..<row.line + row.height { drawBars(of: row, on: line, look) }
        }
        for line in FormFrame.edges { drawEdge(line, look) }
        for row in FormFrame.rows {
            for cell in row.cells { put(cell.title, line: row.line, column: cell.column + 1) }
        }
        for caption in FormFrame.captions { put(caption.text, line: caption.line, column: caption.column) }
        for square in FormFrame.squares {
            if self[square.line, square.column - 1] == " " { self[square.line, square.column - 1] = "[" }
            if self[square.line, square.column + 1] == " " { self[square.line, square.column + 1] = "]" }
        }
    }

    private mutating func drawBars(of row: FormFrame.Row, on line: Int, _ look: GridLook) {
        for column in FormFrame.bars(of: row, on: line) { self[line, column] = look.down }
    }

    private mutating func drawEdge(_ line: Int, _ look: GridLook) {
        let columns = FormFrame.edge(on: line)
        for column in columns {
            let up = FormFrame.hasBar(at: column, on: line - 1)
            let down = FormFrame.hasBar(at: column, on: line + 1)
            self[line, column] =
                up || down
                ? look.joint(
                    up: up, down: down, left: column > columns.lowerBound, right: column < columns.upperBound)
                : look.across
        }
        for column in FormFrame.columns where !columns.contains(column) && FormFrame.hasBar(at: column, on: line - 1) {
            self[line, column] = look.down
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
