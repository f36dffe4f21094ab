public import ClaimModel

extension CodeBooks {
    /// The first codes of a set in their order, for the sets that are short enough to be read as a list.
    public func codes(of set: CodeSetName, on day: Day? = nil, limit: Int) -> [CodeHit] {
        guard let table = table(set, on: day) else { return [] }
        return (0..<min(table.count, max(0, limit))).map { CodeHit(TableRow(table: table, index: $0)) }
    }
}
