public import ClaimRules
public import TextKit

/// A table of figures with a bar chart of one of them: on a screen, on paper, and as CSV.
public struct ReportTable: Hashable, Sendable {
    /// The name of the report.
    public let title: String
    /// What is counted, and how.
    public let note: String
    /// The titles of the columns, and how they are set.
    public let columns: [Column]
    /// A text for each column.
    public let rows: [[String]]
    /// Below the rows; empty where nothing is summed.
    public let total: [String]
    /// The figure of each row that the bar shows; empty for a table without a chart.
    private let bars: [Int]

    /// A column of the table.
    public struct Column: Hashable, Sendable {
        let title: String
        let isRight: Bool

        /// Of words, which begin at one place.
        public static func words(_ title: String) -> Column { Column(title: title, isRight: false) }

        /// Of figures, which end at one place.
        public static func figures(_ title: String) -> Column { Column(title: title, isRight: true) }
    }

    /// - Parameters:
    ///   - total: a text for each column, or none.
    ///   - bars: a figure for each row, or none.
    ///   - more: a sentence after the explanation of the report.
    public init(
        _ report: OfficeReport, _ columns: [Column], _ rows: [[String]], total: [String] = [], bars: [Int] = [],
        more: String = ""
    ) {
        title = report.title
        note = [report.explanation, more].filter { !$0.isEmpty }.joined(separator: " ")
        self.columns = columns
        self.rows = rows
        self.total = total
        self.bars = bars
    }

    /// As comma-separated values (RFC 4180), the titles first and the total last.
    public var csv: String { CSVSheet.text([columns.map(\.title)] + rows + (total.isEmpty ? [] : [total])) }

    /// The table as lines of text.
    ///
    /// - Parameters:
    ///   - width: in columns, at least 80; the chart takes what the figures leave.
    ///   - period: what it is of, under the title.
    public func lines(width: Int, period: String, _ glyphs: Glyphs) -> [String] {
        let head = [title, period, ""] + note.wrapped(to: width) + [""]
        guard !rows.isEmpty else { return head + ["No claims to count."] }
        let all = [columns.map(\.title)] + rows + (total.isEmpty ? [] : [total])
        var widths = columns.indices.map { column in all.map { $0[column].columns }.max() ?? 0 }
        // Texts give way, figures do not.
        while widths.reduce(0, +) + 2 * widths.count > width,
            let widest = columns.indices.filter({ !columns[$0].isRight && widths[$0] > 8 }).max(by: {
                widths[$0] < widths[$1]
            })
        { widths[widest] -= 1 }
        let room = width - widths.reduce(0, +) - 2 * widths.count
        let most = max(1, bars.max() ?? 1)
        func line(_ texts: [String], bar: Int?) -> String {
            let cells = zip(zip(texts, widths), columns).map { cell, column in
                column.isRight
                    ? cell.0.aligned(to: cell.1)
                    : cell.0.clipped(to: cell.1, ellipsis: glyphs.ellipsis).padded(to: cell.1)
            }
            let length = bar.map { max(0, room) * max(0, $0) / most } ?? 0
            let text = cells.joined(separator: "  ") + "  " + String(repeating: glyphs.bar, count: length)
            return text.withoutBlanksAtEnd
        }
        let rule = String(repeating: glyphs.horizontal, count: min(width, widths.reduce(0, +) + 2 * (widths.count - 1)))
        let body = rows.enumerated().map { line($1, bar: bars.indices.contains($0) && room >= 8 ? bars[$0] : nil) }
        return head + [line(columns.map(\.title), bar: nil), rule] + body
            + (total.isEmpty ? [] : [rule, line(total, bar: nil)])
    }
}
