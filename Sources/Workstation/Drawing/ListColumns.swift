import TerminalKit
import TextKit

/// The columns of a list: their titles and how wide each is; one without width is left out.
struct ListColumns {
    struct Column {
        let title: String
        let width: Int
        let isRight: Bool

        init(_ title: String, _ width: Int, isRight: Bool = false) {
            self.title = title
            self.width = width
            self.isRight = isRight
        }
    }

    private let columns: [Column]

    init(_ columns: [Column]) {
        self.columns = columns
    }

    func drawTitles(on frame: inout Frame, row: Int) {
        draw(columns.map(\.title), on: &frame, row: row, role: .label)
    }

    /// - Parameter texts: one for each column.
    func draw(_ texts: [String], on frame: inout Frame, row: Int, role: Role) {
        var start = 1
        for (text, column) in zip(texts, columns) where column.width > 0 {
            let shown = text.clipped(to: column.width, ellipsis: frame.glyphs.ellipsis)
            let indent = column.isRight ? column.width - shown.columns : 0
            frame.put(shown, at: Position(column: start + indent, row: row), role: role)
            start += column.width + 1
        }
    }
}
