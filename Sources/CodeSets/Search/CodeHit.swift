public import ClaimModel

/// One answer of a search over the code sets.
public struct CodeHit: Hashable, Sendable {
    public let set: CodeSetName
    /// As it is shown: a diagnosis with its dot, an NDC in eleven digits.
    public let code: String
    public let description: String
    /// `false` for header codes, and for drug products that no claim may name (veterinary ones).
    public let isBillable: Bool
    /// The first and the last day in force, both included; `nil` where the table sets no limit.
    public let validFrom: Day?
    public let validTo: Day?
}

extension CodeHit {
    init(_ row: TableRow) {
        let release = row.table.release
        set = release.set
        code = release.set == .diagnosis ? DiagnosisEntry.dotted(row.code) : row.code
        description = row.description
        isBillable = row.isBillable
        validFrom = row.firstDay
        validTo = row.lastDay
    }
}
