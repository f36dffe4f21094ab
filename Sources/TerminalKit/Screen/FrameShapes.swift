import TextKit

extension Frame {
    /// A horizontal line over the given columns of a row; the whole row without them.
    public mutating func horizontalRule(row: Int, columns: Range<Int>? = nil, role: Role = .border) {
        let range = (columns ?? 0..<size.columns).clamped(to: 0..<size.columns)
        fill(
            at: Position(column: range.lowerBound, row: row), Size(columns: range.count, rows: 1), role: role,
            with: glyphs.horizontal)
    }

    /// A vertical line over the given rows of a column.
    public mutating func verticalRule(column: Int, rows: Range<Int>, role: Role = .border) {
        let rows = rows.clamped(to: 0..<size.rows)
        fill(
            at: Position(column: column, row: rows.lowerBound), Size(columns: 1, rows: rows.count), role: role,
            with: glyphs.vertical)
    }

    /// A box with an emptied inside and an optional title in its upper edge; nothing where it is under 2 by 2.
    public mutating func box(
        at position: Position, _ area: Size, title: String? = nil, role: Role = .border, inside: Role = .text
    ) {
        guard area.columns >= 2, area.rows >= 2 else { return }
        let position = position.bounded
        fill(at: position, area, role: inside)
        let right = position.column + area.columns - 1
        let bottom = position.row + area.rows - 1
        for (row, ends) in [
            (position.row, (glyphs.topLeft, glyphs.topRight)), (bottom, (glyphs.bottomLeft, glyphs.bottomRight)),
        ] {
            horizontalRule(row: row, columns: (position.column + 1)..<right, role: role)
            put(String(ends.0), at: Position(column: position.column, row: row), role: role)
            put(String(ends.1), at: Position(column: right, row: row), role: role)
        }
        verticalRule(column: position.column, rows: (position.row + 1)..<bottom, role: role)
        verticalRule(column: right, rows: (position.row + 1)..<bottom, role: role)
        if let title, area.columns > 6 {
            let text = " \(title.clipped(to: area.columns - 6, ellipsis: glyphs.ellipsis)) "
            put(text, at: Position(column: position.column + 2, row: position.row), role: .title)
        }
    }
}
