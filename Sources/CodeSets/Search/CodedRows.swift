import ClaimModel

extension CodeTable {
    /// The rows whose code is the query, or begins with it: what may be billed before headers.
    func rows(coded query: String, limit: Int, exactly: Bool) -> [TableRow] {
        if release.set == .ndc { return rows(ofNDC: query, exactly: exactly).map { TableRow(table: self, index: $0) } }
        guard let key = CodeTable.key(query, in: release.set) else { return [] }
        if exactly { return row(key).map { [TableRow(table: self, index: $0)] } ?? [] }
        let rows = rows(below: key)
        let billable = rows.lazy.filter(isBillable).prefix(limit)
        let headers = rows.lazy.filter { !self.isBillable($0) }.prefix(max(0, limit - billable.count))
        return (Array(billable) + Array(headers)).map { TableRow(table: self, index: $0) }
    }

    /// The query as a code of the set is stored, or `nil` where it can't be one.
    private static func key(_ query: String, in set: CodeSetName) -> CodeKey? {
        let text = query.drop { $0 == " " }
        let code = text.prefix { $0 != " " }
        guard text.dropFirst(code.count).allSatisfy({ $0 == " " }) else { return nil }
        guard set == .diagnosis else { return CodeKey(code).flatMap { $0.length <= 10 ? $0 : nil } }
        return DiagnosisEntry.key(code).flatMap { $0.high >> 56 > UInt64(UInt8(ascii: "9")) ? $0 : nil }
    }

    private func rows(ofNDC query: String, exactly: Bool) -> [Int] {
        guard let ndc = NDCQuery(query) else { return [] }
        return ndc.beginnings.flatMap { rows(below: $0) }.filter { row in
            let code = key(row).text
            return exactly ? ndc.isWhole(code) : ndc.matches(code, label: details(row).first ?? "")
        }
    }
}
