extension CodeBooks {
    /// The first codes of a set in their order, for the sets that are short enough to be read as a list.
    public func codes(of set: CodeSetName, limit: Int) -> [CodeHit] {
        if set == .ndc { return Array(products.prefix(max(0, limit)).map(CodeHit.init)) }
        var hits: [CodeHit] = []
        guard limit > 0, let table = table(set) else { return [] }
        table.forEachRow(prefix: "") { columns in
            if let hit = CodeHit(columns: columns, set: set) { hits.append(hit) }
            return hits.count < limit
        }
        return hits
    }
}
