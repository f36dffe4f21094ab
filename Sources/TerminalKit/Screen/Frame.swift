public import TextKit

/// A whole screen as a value: cells with roles, and the place of the hardware cursor.
///
/// Drawing clips at the edges, never splits a wide sign, and never stores a control character.
public struct Frame: Hashable, Sendable {
    public let size: Size
    public let glyphs: Glyphs
    /// Where the terminal's own cursor is shown; `nil`, or a place outside, hides it.
    public var cursor: Position?
    /// Row after row, `size.columns` cells each.
    private var packed: [PackedCell]
    /// The signs with marks, by their place in `packed`.
    private var marked: [Int: Character] = [:]
    /// How many cells belong to a wide sign: while there is none, nothing needs repair.
    private var wideCells = 0

    public init(_ size: Size, glyphs: Glyphs = .unicode) {
        self.size = size
        self.glyphs = glyphs
        packed = Array(repeating: .blank(.text), count: size.columns * size.rows)
    }

    /// The cell at a place, or `nil` outside of the frame.
    public subscript(position: Position) -> Cell? {
        guard (0..<size.rows).contains(position.row), (0..<size.columns).contains(position.column) else { return nil }
        return cell(position.row * size.columns + position.column)
    }

    /// The cells of one row; empty outside of the frame.
    public func row(_ row: Int) -> [Cell] {
        guard (0..<size.rows).contains(row) else { return [] }
        return (row * size.columns..<(row + 1) * size.columns).map(cell)
    }

    /// Visits, row after row, each cell that is not the same in an earlier frame; all of them where that is missing or
    /// of another size.
    public func visitChanges(since before: Frame?, _ visit: (Position, Cell) -> Void) {
        guard let before, before.size == size else {
            for place in packed.indices { visit(position(place), cell(place)) }
            return
        }
        for row in 0..<size.rows where marked != before.marked || !hasSameCells(row, as: before) {
            for place in (row * size.columns)..<((row + 1) * size.columns) {
                let isSame =
                    packed[place] == before.packed[place]
                    && (!packed[place].hasMarks || marked[place] == before.marked[place])
                if !isSame { visit(position(place), cell(place)) }
            }
        }
    }

    private func position(_ place: Int) -> Position {
        Position(column: place % size.columns, row: place / size.columns)
    }

    /// Whether a row has the bytes of another frame of the same size: a cell is eight.
    private func hasSameCells(_ row: Int, as other: Frame) -> Bool {
        packed.withUnsafeBytes { bytes in
            other.packed.withUnsafeBytes { others in
                let stride = MemoryLayout<PackedCell>.stride
                var offset = row * size.columns * stride
                let end = offset + size.columns * stride
                while offset < end,
                    bytes.load(fromByteOffset: offset, as: UInt64.self)
                        == others.load(fromByteOffset: offset, as: UInt64.self)
                {
                    offset += stride
                }
                return offset == end
            }
        }
    }

    /// Draws one line of text and returns the columns that it took, at most `maxColumns`.
    ///
    /// Text that does not fit is cut; `clipped(to:ellipsis:)` says by a sign that something is missing.
    @discardableResult
    public mutating func put(_ text: String, at position: Position, role: Role, maxColumns: Int? = nil) -> Int {
        let position = position.bounded
        guard (0..<size.rows).contains(position.row), position.column < size.columns else { return 0 }
        let limit = min(size.columns, position.column + min(max(maxColumns ?? size.columns * 2, 0), 200_000))
        let plain = text.plainStart
        var column = position.column + putPlain(plain.prefix(max(0, limit - position.column)), at: position, role)
        for character in text[plain.endIndex...] {
            guard column < limit else { break }
            for sign in character.drawnSigns {
                guard column + sign.columns <= limit else { return column - position.column }
                set(sign, role: role, column: column, row: position.row)
                column += sign.columns
            }
        }
        return column - position.column
    }

    /// Gives the cells of a rectangle a role and, unless asked otherwise, empties them.
    public mutating func fill(at position: Position, _ area: Size, role: Role, with character: Character = " ") {
        let sign =
            character.isPlain
            ? DrawnSign(character: character, columns: 1)
            : character.drawnSigns.first { $0.columns == 1 } ?? DrawnSign(character: " ", columns: 1)
        let origin = position.bounded
        let rows = (origin.row..<(origin.row + area.rows)).clamped(to: 0..<size.rows)
        let columns = (origin.column..<(origin.column + area.columns)).clamped(to: 0..<size.columns)
        for row in rows {
            if let cell = simpleCell(sign, role) {
                for column in columns { packed[row * size.columns + column] = cell }
            } else {
                for column in columns { set(sign, role: role, column: column, row: row) }
            }
        }
    }

    /// The cell of a sign that may be put anywhere without repairing its neighbors, while there is no other kind.
    private func simpleCell(_ sign: DrawnSign, _ role: Role) -> PackedCell? {
        let scalars = sign.character.unicodeScalars
        guard wideCells == 0, marked.isEmpty, sign.columns == 1, let scalar = scalars.first, scalars.count == 1,
            glyphs.drawsUnicode || sign.character.isPlain
        else { return nil }
        return PackedCell(scalar.value, role, columns: 1)
    }

    private mutating func putPlain(_ bytes: Substring.UTF8View, at position: Position, _ role: Role) -> Int {
        var column = position.column
        guard wideCells == 0, marked.isEmpty, column >= 0 else {
            for byte in bytes {
                set(PackedCell(UInt32(byte), role, columns: 1), column: column, row: position.row)
                column += 1
            }
            return column - position.column
        }
        let start = position.row * size.columns + column
        let count = bytes.count
        packed.withUnsafeMutableBufferPointer { cells in
            var place = start
            for byte in bytes {
                cells[place] = PackedCell(UInt32(byte), role, columns: 1)
                place += 1
            }
        }
        return count
    }

    private func cell(_ place: Int) -> Cell {
        let packed = packed[place]
        let character = packed.hasMarks ? marked[place] : Unicode.Scalar(packed.scalar).map(Character.init)
        return Cell(character: character ?? " ", role: packed.role, columns: Int(packed.columns))
    }

    private mutating func set(_ sign: DrawnSign, role: Role, column: Int, row: Int) {
        let scalars = sign.character.unicodeScalars
        guard let first = scalars.first else { return }
        if !glyphs.drawsUnicode, !sign.character.isPlain {
            let unknown = PackedCell(glyphs.unknown.unicodeScalars.first?.value ?? 0x3F, role, columns: 1)
            for place in column..<(column + sign.columns) { set(unknown, column: place, row: row) }
            return
        }
        let hasMarks = scalars.count > 1
        let cell = PackedCell(first.value, role, columns: UInt8(clamping: sign.columns), hasMarks: hasMarks)
        set(cell, column: column, row: row)
        if hasMarks, column >= 0, column + sign.columns <= size.columns {
            marked[row * size.columns + column] = sign.character
        }
    }

    private mutating func set(_ cell: PackedCell, column: Int, row: Int) {
        let width = Int(cell.columns)
        guard column >= 0, column + width <= size.columns else { return }
        let place = row * size.columns + column
        if packed[place].columns != 1 || width == 2 { mendWideNeighbours(of: place, columns: width, column: column) }
        replace(place, with: cell)
        if width == 2 { replace(place + 1, with: PackedCell(0x20, cell.role, columns: 0)) }
    }

    private mutating func replace(_ place: Int, with cell: PackedCell) {
        if packed[place].hasMarks { marked[place] = nil }
        wideCells += (cell.columns == 1 ? 0 : 1) - (packed[place].columns == 1 ? 0 : 1)
        packed[place] = cell
    }

    /// Blanks the other half of every wide sign that is about to lose one.
    private mutating func mendWideNeighbours(of place: Int, columns: Int, column: Int) {
        if packed[place].columns == 0, column > 0 { replace(place - 1, with: .blank(packed[place - 1].role)) }
        let last = place + columns - 1
        if packed[last].columns == 2, column + columns < size.columns {
            replace(last + 1, with: .blank(packed[last + 1].role))
        }
    }
}
