import TextKit

/// What is wrong with a file of comma-separated values, or with one row of it, in words without any text of a claim.
public struct CSVFault: Error, Hashable, Sendable, CustomStringConvertible {
    /// As a spreadsheet counts, the first row of the file being 1; `nil` for the file as a whole.
    public let row: Int?
    /// The column by its name in the header.
    public let column: String?
    /// What is wrong and what to do, without a full stop.
    public let message: String

    init(row: Int? = nil, column: String? = nil, _ message: String) {
        self.row = row
        self.column = column
        self.message = message
    }

    public var description: String {
        let places = [row.map { "row \($0)" }, column.map { "column \"\($0.clipped(to: 40).onPaper())\"" }]
            .compactMap(\.self)
        return places.isEmpty ? message : "\(places.joined(separator: ", ")): \(message)"
    }
}
