import ClaimModel

/// Which column of a file goes into which field of a claim, as a person has written it down.
public struct ColumnMap: Sendable {
    /// The column whose value rows of one claim share; each row is a service line then. `nil`: each row is a claim.
    let groupBy: String?
    /// `nil`: the sign under which the header has most of the columns.
    let delimiter: Character?
    /// Without one the columns are called 1, 2, 3, …
    let hasHeader: Bool
    let columns: [Column]
    /// The columns that the map names and takes nothing from.
    let passedOver: [String]
    let constants: [Constant]

    struct Column: Sendable {
        let name: String
        /// More than one where the value is split.
        let targets: [Target]
        let split: Character?
        let dates: DatePattern?
        /// What represents a value of the file, in small letters.
        let values: [String: String]
    }

    /// What the map says for every claim, or for each of its lines.
    struct Constant: Sendable {
        let target: Target
        let text: String
    }

    /// A field, and the row where the map numbers it.
    struct Target: Hashable, Sendable {
        let field: Field
        /// Counted from 0; `nil` is the line that a row of the file represents.
        let row: Int?

        var key: String { row.map { Place(field, row: $0).key } ?? field.id }
    }

    /// Everything that the file has to have a column for.
    var names: [String] { columns.map(\.name) + (groupBy.map { [$0] } ?? []) }
}

/// An error in a column map, as its author reads it.
public struct ColumnMapFault: Hashable, Sendable, CustomStringConvertible {
    /// Counted from 1; `nil` where it is the file as a whole.
    public let line: Int?
    /// What is wrong and what to do, without a final period.
    public let message: String

    /// `line 8: "patient.name" is no field of a claim`.
    public var description: String { (line.map { "line \($0): " } ?? "") + message }
}

/// Everything that is wrong with a map.
public struct ColumnMapFaults: Error, Hashable, Sendable {
    /// In the order of the lines.
    public let faults: [ColumnMapFault]
}
