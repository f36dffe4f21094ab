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
        standing.query.scanning(bytes) { scanner in
            var stem = WordMatch()
            var start = body
            while start < bytes.count {
                let end = end(of: start)
                let text = lastColumn(of: start, end: end)
                let continues = text < end && bytes[text] == TableRows.continuation
                var match = continues ? stem : WordMatch()
                scanner.look(from: continues ? text + 1 : text, to: end, into: &match)
                if !continues { stem = match }
                if match.found == scanner.all {
                    let code = self.text(key(at: start))
                    let score = standing.score(code: code, in: set, isBillable: isBillable(text, set), match)
                    best.offer(BestRows.Row(score: score, set: set, start: start))
                }
                start = end + 1
            }
        }
    }

    /// Of diagnoses only, the column before the description tells headers.
    private func isBillable(_ description: Int, _ set: CodeSetName) -> Bool {
        set != .diagnosis || description < body + 2 || bytes[description - 2] != UInt8(ascii: "0")
    }
}
