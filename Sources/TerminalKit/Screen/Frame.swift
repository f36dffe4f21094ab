/// A whole screen as a value: cells with roles, and the place of the hardware cursor.
///
/// Drawing clips at the edges, never splits a wide sign, and never stores a control character.
public struct Frame: Hashable, Sendable {
    public let size: Size
    public let glyphs: Glyphs
    /// Where the terminal's own cursor is shown; `nil`, or a place outside, hides it.
    public var cursor: Position?
    /// Row after row, `size.columns` cells each.
    public private(set) var cells: [Cell]

    public init(_ size: Size, glyphs: Glyphs = .unicode) {
        self.size = size
        self.glyphs = glyphs
        cells = Array(repeating: .blank(.text), count: size.columns * size.rows)
    }

    /// The cell at a place, or `nil` outside of the frame.
    public subscript(position: Position) -> Cell? {
        index(of: position).map { cells[$0] }
    }

    /// The cells of one row; empty outside of the frame.
    public func row(_ row: Int) -> ArraySlice<Cell> {
        guard row >= 0, row < size.rows else { return [] }
        return cells[(row * size.columns)..<((row + 1) * size.columns)]
    }

    /// Draws one line of text and returns the columns that it took, at most `maxColumns`.
    ///
    /// Text that does not fit is cut; ask `clip(_:to:ellipsis:)` for a sign that something is missing.
    @discardableResult
    public mutating func put(_ text: String, at position: Position, role: Role, maxColumns: Int? = nil) -> Int {
        let position = position.bounded
        guard position.row >= 0, position.row < size.rows, position.column < size.columns else { return 0 }
        let (end, overflow) = position.column.addingReportingOverflow(maxColumns ?? size.columns)
        let limit = maxColumns == nil || overflow ? size.columns : min(end, size.columns)
        var column = position.column
        for character in text {
            guard column < limit else { break }
            if isPlain(character) {
                set(Cell(character: character, role: role, columns: 1), column: column, row: position.row)
                column += 1
                continue
            }
            for sign in drawnSigns(of: character) {
                guard column + sign.columns <= limit else { return column - position.column }
                set(sign, role: role, column: column, row: position.row)
                column += sign.columns
            }
        }
        return column - position.column
    }

    /// Gives the cells of a rectangle a role and, unless told otherwise, empties them.
    public mutating func fill(at position: Position, _ area: Size, role: Role, with character: Character = " ") {
        let sign = drawnSigns(of: character).first.flatMap { $0.columns == 1 ? $0.character : nil } ?? " "
        let origin = position.bounded
        let rows = (origin.row..<(origin.row + area.rows)).clamped(to: 0..<size.rows)
        let columns = (origin.column..<(origin.column + area.columns)).clamped(to: 0..<size.columns)
        for row in rows {
            for column in columns {
                set(DrawnSign(character: sign, columns: 1), role: role, column: column, row: row)
            }
        }
    }

    private func index(of position: Position) -> Int? {
        guard position.row >= 0, position.row < size.rows, position.column >= 0, position.column < size.columns
        else { return nil }
        return position.row * size.columns + position.column
    }

    private mutating func set(_ sign: DrawnSign, role: Role, column: Int, row: Int) {
        if !glyphs.drawsUnicode, !isPlain(sign.character) {
            for place in column..<(column + sign.columns) {
                set(Cell(character: glyphs.unknown, role: role, columns: 1), column: place, row: row)
            }
        } else {
            set(Cell(character: sign.character, role: role, columns: sign.columns), column: column, row: row)
        }
    }

    private mutating func set(_ cell: Cell, column: Int, row: Int) {
        guard column >= 0, column + cell.columns <= size.columns else { return }
        let place = row * size.columns + column
        mendWideNeighbours(of: place, columns: cell.columns, column: column)
        cells[place] = cell
        if cell.columns == 2 { cells[place + 1] = Cell(character: " ", role: cell.role, columns: 0) }
    }

    /// Blanks the other half of every wide sign that is about to lose one.
    private mutating func mendWideNeighbours(of place: Int, columns: Int, column: Int) {
        if cells[place].columns == 0, column > 0 {
            cells[place - 1] = .blank(cells[place - 1].role)
        }
        let last = place + columns - 1
        if cells[last].columns == 2, column + columns < size.columns {
            cells[last + 1] = .blank(cells[last + 1].role)
        }
    }
}
