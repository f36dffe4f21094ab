public import ClaimModel
import TextKit

/// The worklist as a table of texts: what a filter leaves, in an order, with some columns. A row is made when it is asked for.
public struct WorklistTable: Hashable, Sendable {
    private let rows: [WorklistRow]
    /// Those of the rows that are listed, in order.
    private let places: [Int]
    private let columns: [WorklistColumn]
    private let today: Day

    /// The titles of the columns.
    public var titles: [String] { columns.map(\.title) }

    /// How many rows it has.
    public var count: Int { places.count }

    /// A row as the worklist shows it.
    public func texts(_ row: Int) -> [String] { columns.map { $0.text(of: rows[places[row]], on: today).printable() } }

    /// A row with figures as a spreadsheet takes them.
    public func cells(_ row: Int) -> [String] {
        columns.map { $0.plainText(of: rows[places[row]], on: today).printable() }
    }

    /// Why the list cannot be made: the filter or a name cannot be read.
    public struct Fault: Error, Hashable, Sendable {
        public let message: String
    }

    /// - Parameters:
    ///   - filter: as it is typed on the worklist.
    ///   - sort: the name of a column; a `-` before it sorts the other way round.
    ///   - columns: their names; empty for those of a wide window.
    ///   - today: the day that ages and filters count from.
    public init(
        _ rows: ListedRows, filter: String, sort: String? = nil, columns: [String] = [], today: Day
    ) throws(Fault) {
        if let fault = WorklistFilter(filter, on: today).fault { throw Fault(message: fault) }
        var list = Worklist()
        list.state.filter = filter
        if let sort {
            list.order = Worklist.Order(
                column: try WorklistTable.column(sort.hasPrefix("-") ? String(sort.dropFirst()) : sort),
                isReversed: sort.hasPrefix("-"))
        }
        var chosen: [WorklistColumn] = []
        for name in columns { chosen.append(try WorklistTable.column(name)) }
        list.take(rows)
        list.refresh(on: today)
        self.init(list, chosen.isEmpty ? WorklistColumn.standard(at: .max) : chosen)
    }

    /// What is listed now.
    init(_ list: Worklist, _ columns: [WorklistColumn]) {
        (rows, places, self.columns, today) = (list.rows, list.shownPlaces, columns, list.today)
    }

    private static func column(_ name: String) throws(Fault) -> WorklistColumn {
        guard let column = WorklistColumn(rawValue: name) else {
            let known = WorklistColumn.allCases.map(\.rawValue).joined(separator: ", ")
            throw Fault(message: "There is no column \(name); the columns are \(known).")
        }
        return column
    }
}
