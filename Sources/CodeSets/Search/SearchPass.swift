/// The search for words over the tables of one service date, and over the phrases that lead to their codes.
struct SearchPass {
    let tables: [CodeTable]
    /// Tables of phrases.
    let terms: [CodeTable]
    let preferred: [String]
    let recent: [String]
    let limit: Int

    /// Adds what has all the words, as they were typed or with their short forms spelled out.
    func add(_ words: [String], to answers: inout Answers) {
        var best = BestRows(limit: limit)
        for words in [Abbreviations.expanded(words), Abbreviations.typed(words)].compactMap(\.self)
        where !words.isEmpty {
            let words = words.map { word in
                var word = word
                word.mayBeMisspelled = !(tables + terms).contains { word.isKnown(to: $0.index) }
                return word
            }
            for table in tables { offer(words, of: table, to: &best) }
            for table in terms { offer(words, ofPhrases: table, to: &best) }
        }
        answers.add(best.rows)
    }

    /// The words without the one that tells least, then without the next, and so on; then without ever more of them. The
    /// one that tells most is never left out.
    func fewer(_ words: [String]) -> [[String]] {
        guard words.count <= SearchPass.mostWords else { return [] }
        let order = words.indices.sorted { reach(of: words[$0]) > reach(of: words[$1]) }
        let withoutOne = order.dropLast().map { [$0] }
        let withoutMore = (2..<max(2, words.count)).map { Array(order.prefix($0)) }
        return (withoutOne + withoutMore).map { left in
            words.indices.filter { !left.contains($0) }.map { words[$0] }
        }
    }

    private static let phrasesConsidered = 64

    /// A longer query is a sentence, of which leaving words out makes anything.
    private static let mostWords = 8

    /// How many bytes of positions answer a word: the more, the less it tells. A word that nothing has tells nothing.
    private func reach(of word: String) -> Int {
        let found = (tables + terms).reduce(0) { sum, table in
            sum + QueryWord(word).places(in: table.index).words.reduce(0) { $0 + table.index.cost(of: $1) }
        }
        return found == 0 ? .max : found
    }

    private func offer(_ words: [QueryWord], of table: CodeTable, to best: inout BestRows) {
        guard let search = WordSearch(words, in: table) else { return }
        let favorites = Favorites(of: table, preferred: preferred, recent: recent)
        let considered = max(64, limit)
        let first = favorites.all + search.fittingRows(beyond: considered)
        for (row, match) in search.rows(limit: considered, first: first) {
            let rank = CodeRank.rank(
                table.key(row), in: table.release.set, isBillable: table.isBillable(row), length: match.length)
            let score =
                rank + CodeRank.score(match, words: words.count, in: table.release.set) + favorites.score(of: row)
            best.offer(TableRow(table: table, index: row), score: score)
        }
    }

    /// Offers the codes that phrases with all the words lead to.
    private func offer(_ words: [QueryWord], ofPhrases phrases: CodeTable, to best: inout BestRows) {
        guard let search = WordSearch(words, in: phrases) else { return }
        var favorites: [Favorites?] = tables.map { _ in nil }
        let first = search.fittingRows(beyond: SearchPass.phrasesConsidered)
        for (row, match) in search.rows(limit: SearchPass.phrasesConsidered, first: first) {
            guard let term = CodeTerm(phrases.details(row)),
                let place = tables.firstIndex(where: { $0.release.set == term.set })
            else { continue }
            let table = tables[place]
            let own = favorites[place] ?? Favorites(of: table, preferred: preferred, recent: recent)
            favorites[place] = own
            let score =
                CodeRank.score(match, words: words.count, in: term.set)
                + CodeRank.bonus(of: phrases.release.set, match, words: words.count)
            for (number, code) in term.codes.enumerated() {
                for (row, penalty) in table.rows(meantBy: code, withThoseBelow: match.words == words.count) {
                    let rank = CodeRank.rank(
                        table.key(row), in: term.set, isBillable: table.isBillable(row), length: match.length)
                    best.offer(
                        TableRow(table: table, index: row),
                        score: rank + score + own.score(of: row) - penalty - number)
                }
            }
        }
    }
}

extension CodeTable {
    /// The most rows below a header that a phrase of the header leads to.
    private static let mostBelow = 24

    /// The row of a code and, where it is a header and just what was asked for, the billable ones below it, each with what
    /// it costs them; those that say more come after the unspecified one, which is all that the phrase supports.
    fileprivate func rows(meantBy code: CodeKey, withThoseBelow: Bool) -> [(row: Int, penalty: Int)] {
        guard let row = row(code) else { return [] }
        guard withThoseBelow, release.set == .diagnosis, !isBillable(row) else { return [(row, 0)] }
        let below = rows(below: code).lazy.filter(isBillable).prefix(CodeTable.mostBelow)
        return [(row, 0)]
            + below.map { row in
                let words = self.description(row).lowercased()
                return (row, words.contains("unspecified") || words.contains("without") ? 20 : 60)
            }
    }
}

/// The rows of a table that come before others: those used last, and those that the policy covers.
struct Favorites {
    private let recent: [Int]
    private let preferred: [Range<Int>]

    init(of table: CodeTable, preferred: [String], recent: [String]) {
        self.recent = recent.compactMap { DiagnosisEntry.key($0) ?? CodeKey($0) }.compactMap { table.row($0) }
        self.preferred =
            table.release.set == .diagnosis
            ? preferred.compactMap { DiagnosisEntry.key($0) }.map(table.rows(below:)) : []
    }

    var all: [Range<Int>] { recent.map { $0..<($0 + 1) } + preferred }

    func score(of row: Int) -> Int {
        (preferred.contains { $0.contains(row) } ? CodeRank.preferred : 0)
            + (recent.firstIndex(of: row).map { CodeRank.recent - $0 } ?? 0)
    }
}
