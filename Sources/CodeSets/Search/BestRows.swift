/// The rows of highest score, best first; of equal ones the earlier.
struct BestRows {
    struct Row {
        let score: Int
        let set: CodeSetName
        /// Where the row starts in its table.
        let start: Int
    }

    let limit: Int
    private(set) var rows: [Row] = []

    init(limit: Int) {
        self.limit = limit
    }

    mutating func offer(_ row: Row) {
        if rows.count >= limit {
            guard let worst = rows.last, row.score > worst.score else { return }
            rows.removeLast()
        }
        let place = rows.firstIndex { $0.score < row.score } ?? rows.count
        rows.insert(row, at: place)
    }
}

extension TableRows {
    /// Offers every row whose last column has all words of the query.
    func scan(for standing: Standing, in set: CodeSetName, into best: inout BestRows) {
        let query = standing.query
        var stem = WordMatch()
        var start = body
        while start < bytes.count {
            let end = end(of: start)
            let text = lastColumn(of: start, end: end)
            var match = WordMatch()
            if text < end, bytes[text] == TableRows.continuation {
                match = stem
                query.look(in: bytes, from: text + 1, to: end, into: &match)
            } else {
                query.look(in: bytes, from: text, to: end, into: &match)
                stem = match
            }
            if match.found == query.all {
                let code = String(decoding: key(at: start), as: UTF8.self)
                let isHeader = set == .diagnosis && text >= 2 && bytes[text - 2] == UInt8(ascii: "0")
                let score = standing.score(code: code, in: set, isBillable: !isHeader, match: match)
                best.offer(BestRows.Row(score: score, set: set, start: start))
            }
            start = end + 1
        }
    }
}
