/// The rows of one table that have all words of a query.
struct WordSearch {
    private let table: CodeTable
    let query: WordQuery
    private let positions: PositionSet
    /// The words, one bit each, that are looked for in the text of each row: sooner done for few rows than reading where
    /// the words are.
    private let lookedUp: UInt64

    /// `nil` where a word is in no row, not even with a typing error.
    init?(_ words: [QueryWord], in table: CodeTable) {
        var places: [(words: [Range<Int>], cost: Int, isBeginning: Bool, bit: UInt64)] = []
        for (number, word) in words.prefix(WordQuery.limit).enumerated() {
            let (meant, isBeginning) = word.places(in: table.index)
            guard !meant.isEmpty else { return nil }
            let cost = meant.reduce(0) { $0 + table.index.cost(of: $1) }
            places.append((meant, cost, isBeginning, 1 << UInt64(number)))
        }
        guard let first = places.indices.min(by: { places[$0].cost < places[$1].cost }) else { return nil }
        places.swapAt(0, first)
        var positions = PositionSet(rows: table.index.rows)
        places[0].words.forEach { table.index.collect($0, into: &positions) }
        var (count, lookedUp) = (positions.count, UInt64(0))
        for place in places.dropFirst().sorted(by: { $0.cost < $1.cost }) {
            if place.isBeginning, count * WordSearch.costOfLooking < place.cost {
                lookedUp |= place.bit
            } else {
                var others = PositionSet(rows: table.index.rows)
                place.words.forEach { table.index.collect($0, into: &others) }
                positions.keep(only: others)
                count = positions.count
            }
        }
        self.table = table
        self.positions = positions
        self.lookedUp = lookedUp
        query = WordQuery(words.map(\.letters))
    }

    /// How many bytes of positions are read in the time that one row's text takes.
    private static let costOfLooking = 60

    /// Rows whose text is hardly longer than the query, which may be all that it says: headers among them, which are
    /// behind everything below them.
    ///
    /// - Parameter limit: how many rows are looked at anyway.
    func fittingRows(beyond limit: Int) -> [Range<Int>] {
        guard positions.count > limit, positions.count <= WordSearch.mostRowsToCompare else { return [] }
        let length = query.words.reduce(query.words.count - 1) { $0 + $1.count }
        let fitting = length...(length + 2 * query.words.count)
        var rows: [Range<Int>] = []
        positions.forEach { position in
            let row = table.index.row(at: position)
            let (stem, own) = table.textParts(row)
            if fitting.contains(stem.count + own.count) { rows.append(row..<(row + 1)) }
            return true
        }
        return rows
    }

    /// With more rows than this, a query says too little to be anyone's whole description.
    private static let mostRowsToCompare = 25_000

    /// The best rows by their rank, with what they have of the query; those of `first` before all others.
    func rows(limit: Int, first: [Range<Int>]) -> [(row: Int, match: WordMatch)] {
        query.scanning(table.allTexts) { scanner in
            var found: [(row: Int, match: WordMatch)] = []
            func offer(_ row: Int) {
                let (stem, own) = table.textParts(row)
                var match = WordMatch()
                scanner.look(from: stem.lowerBound, to: stem.upperBound, into: &match)
                scanner.look(from: own.lowerBound, to: own.upperBound, into: &match)
                if match.found & lookedUp == lookedUp { found.append((row, match)) }
            }
            for rows in first {
                for row in rows where positions.contains(table.index.position(of: row)) { offer(row) }
            }
            positions.forEach { position in
                let row = table.index.row(at: position)
                if !first.contains(where: { $0.contains(row) }) { offer(row) }
                return found.count < limit
            }
            return found
        }
    }
}
