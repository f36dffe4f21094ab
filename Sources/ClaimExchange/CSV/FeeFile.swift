public import ClaimModel
public import ClaimRules

extension FeeTable {
    /// Reads the office's fee table: CSV with the header `payer,code,modifier,fee,from,to`, of which `modifier`, `from` and
    /// `to` may be missing; fees in dollars for one unit, days as `2026-11-10` or `11/10/2026`.
    ///
    /// - Throws: the first mistake, with its row.
    public init(csv text: String, in context: ParsingContext) throws(CSVFault) {
        var records = CSVRecords(text, delimiter: ",")
        guard let head = try records.nextValues() else {
            self.init()
            return
        }
        let names = head.values.map { $0.trimmed.lowercased() }
        let missing = ["payer", "code", "fee"].filter { !names.contains($0) }
        guard missing.isEmpty else {
            throw CSVFault(row: head.row, "the header has no column \(missing.joined(separator: ", "))")
        }
        var fees: [Fee] = []
        while let record = try records.nextValues() {
            func value(_ name: String) -> String {
                guard let place = names.firstIndex(of: name), place < record.values.count else { return "" }
                return record.values[place].trimmed
            }
            func day(_ name: String) throws(CSVFault) -> Day? {
                let text = value(name)
                if text.isEmpty { return nil }
                if let day = Day(iso: text) ?? (try? Day(parsing: text, in: context)) { return day }
                throw CSVFault(row: record.row, "\(name) is not a date")
            }
            guard !value("code").isEmpty else { throw CSVFault(row: record.row, "the code is blank") }
            guard let fee = try? Money(parsing: value("fee"), in: context), fee.cents > 0 else {
                throw CSVFault(row: record.row, "the fee is not an amount above zero")
            }
            fees.append(
                Fee(
                    payer: value("payer"), code: value("code"), modifier: value("modifier"), cents: fee.cents,
                    from: try day("from"), to: try day("to")))
        }
        self.init(fees)
    }
}

extension CSVRecords {
    fileprivate mutating func nextValues() throws(CSVFault) -> (row: Int, values: [String])? {
        guard let record = next() else { return nil }
        switch record.values {
        case .success(let values): return (record.row, values)
        case .failure(let fault): throw CSVFault(row: record.row, fault.message)
        }
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
