public import ClaimModel

/// A CPT or HCPCS code that the tables know, in the publisher's words or our own.
public struct ProcedureEntry: Hashable, Sendable {
    /// Five capital letters and digits.
    public let code: String
    /// `.cpt` or `.hcpcs`.
    public let set: CodeSetName
    private let row: TableRow
    /// The first day in force, included; `nil` where the table sets no limit.
    public let validFrom: Day?
    /// The last day in force, included; `nil` where the table sets no limit.
    public let validTo: Day?

    /// In the publisher's words for HCPCS, in our own for CPT, whose descriptions are under license.
    public var label: String { row.description }

    /// The publisher's short description, at most 28 characters; empty where the table has none.
    private var short: String { row.details.first ?? "" }

    /// The label where it is short enough for a line, else the publisher's short description.
    public var lineLabel: String {
        let (label, short) = (label, short)
        return label.utf8.count <= 90 || short.isEmpty ? label : short
    }

    /// What the code is by its number.
    public var kinds: ProcedureKinds { ProcedureKinds(of: code) }

    /// Whether the code is in force on this day.
    public func isValid(on day: Day) -> Bool {
        (validFrom.map { $0 <= day } ?? true) && (validTo.map { day <= $0 } ?? true)
    }

    init(_ row: TableRow, set: CodeSetName) {
        (self.row, self.set) = (row, set)
        code = row.code
        validFrom = row.firstDay
        validTo = row.lastDay
    }
}
