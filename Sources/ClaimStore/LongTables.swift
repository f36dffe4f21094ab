extension ClaimStore {
    /// Reads rows of a table that may be long, in the order of their numbers: some at a time, so that others read on
    /// meanwhile, and also while these are unsealed.
    ///
    /// - Parameters:
    ///   - columns: what `take` reads, the number first.
    ///   - condition: which rows, with `values`; an index of its own has no part in it.
    ///   - atOnce: how many are read in moments.
    func readLong(
        _ columns: String, of table: String, where condition: String? = nil, _ values: Database.Values = [],
        atOnce: Int = 2000, _ take: (Row) throws -> Void
    ) throws(StoreFault) {
        let sql = """
            SELECT \(columns) FROM \(table) WHERE number >= ? \(condition.map { "AND \($0)" } ?? "")
            ORDER BY number LIMIT \(atOnce)
            """
        var next: Int64? = .min
        while let first = next {
            let rows = try reading { try $0.rows(sql, [first] + values) }
            do {
                for row in rows { try take(row) }
                let last: Int64? = rows.count < atOnce ? nil : try rows.last?.value(at: 0)
                next = last.flatMap { $0 < .max ? $0 + 1 : nil }
            } catch {
                throw engine.fault(error)
            }
        }
    }
}
