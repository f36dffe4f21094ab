import TextKit

/// The measure of a screen or of a part of it, in terminal columns and rows; never negative.
public struct Size: Hashable, Sendable {
    public let columns: Int
    public let rows: Int

    /// Values outside 0 to 2,000 are brought to the nearest of the two.
    public init(columns: Int, rows: Int) {
        self.columns = min(max(columns, 0), 2_000)
        self.rows = min(max(rows, 0), 2_000)
    }
}

/// A place on a screen, counted from 0 at the top left; it may lie outside of the screen.
public struct Position: Hashable, Sendable {
    public var column: Int
    public var row: Int

    public init(column: Int, row: Int) {
        self.column = column
        self.row = row
    }

    /// The place itself, or one as far outside of every frame that adding a size to it cannot overflow.
    var bounded: Position {
        Position(column: min(max(column, -100_000), 100_000), row: min(max(row, -100_000), 100_000))
    }
}
