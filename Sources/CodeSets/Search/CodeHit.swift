public import ClaimModel

/// One answer of a search over the code sets.
public struct CodeHit: Hashable, Sendable {
    /// The set that has the code.
    public let set: CodeSetName
    /// As it is shown: a diagnosis with its dot, an NDC in eleven digits.
    public let code: String
    /// The words it is listed with.
    public let description: String
    /// `false` for header codes, and for drug products that no claim may name (veterinary ones).
    public let isBillable: Bool
    /// The first day in force, included; `nil` where the table sets no limit.
    public let validFrom: Day?
    /// The last day in force, included; `nil` where the table sets no limit.
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
