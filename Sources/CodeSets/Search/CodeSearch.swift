public import ClaimModel

extension CodeBooks {
    /// Codes that answer a query, best first: by code or its beginning, by an NDC in any layout, by words in any order
    /// of which only the beginnings need be given, by the short forms of billers, with one typing error a word.
    ///
    /// - Parameters:
    ///   - sets: where to look.
    ///   - day: the service date, which picks the releases; the newest without one.
    ///   - limit: the most answers to give.
    ///   - preferred: diagnoses, or beginnings of them, that come before others which answer as well.
    ///   - recent: codes that were used last, which come before all others.
    public func find(
        _ query: String, in sets: Set<CodeSetName> = Set(CodeSetName.allCases), on day: Day? = nil, limit: Int = 20,
        preferring preferred: [String] = [], recent: [String] = []
    ) -> [CodeHit] {
        guard limit > 0 else { return [] }
        let query = String(query.prefix(500))
        let tables = CodeSetName.allCases.filter { sets.contains($0) && $0.isSearched }.compactMap {
            table($0, on: day)
        }
        var answers = Answers(limit: limit)
        for table in tables { answers.add(table.rows(coded: query, limit: limit, exactly: true)) }
        for table in tables { answers.add(table.rows(coded: query, limit: limit, exactly: false)) }
        let words = Folding.words(of: query)
        if words.count == 1, words[0].contains(where: \.isNumber), answers.hasBillingCodes { return answers.hits }
        for words in [Abbreviations.expanded(words), words].compactMap(\.self) where !answers.isFull && !words.isEmpty {
            var best = BestRows(limit: limit)
            for table in tables {
                table.offer(words, preferring: preferred, recent: recent, limit: limit, to: &best)
            }
            answers.add(best.rows)
        }
        return answers.hits
    }
}

extension CodeTable {
    /// The rows whose code is the query, or begins with it: what may be billed before headers.
    fileprivate func rows(coded query: String, limit: Int, exactly: Bool) -> [TableRow] {
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

    /// Offers the rows that have all the words.
    fileprivate func offer(
        _ words: [String], preferring preferred: [String], recent: [String], limit: Int, to best: inout BestRows
    ) {
        guard let search = WordSearch(words, in: self) else { return }
        let recentRows = recent.compactMap { DiagnosisEntry.key($0) ?? CodeKey($0) }.compactMap { row($0) }
        let preferredRows =
            release.set == .diagnosis ? preferred.compactMap { DiagnosisEntry.key($0) }.map(rows(below:)) : []
        let considered = max(64, limit)
        let first = recentRows.map { $0..<($0 + 1) } + preferredRows + search.fittingRows(beyond: considered)
        for (row, match) in search.rows(limit: considered, first: first) {
            var score = Standing.rank(
                key(row), in: release.set, isBillable: isBillable(row), length: match.length)
            score += Standing.score(match, words: search.query.words.count, in: release.set)
            if preferredRows.contains(where: { $0.contains(row) }) { score += Standing.preferred }
            if let place = recentRows.firstIndex(of: row) { score += Standing.recent - place }
            best.offer(TableRow(table: self, index: row), score: score)
        }
    }
}

/// The rows of highest score, best first; of equal ones the earlier.
private struct BestRows {
    private var scored: [(row: TableRow, score: Int)] = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var rows: [TableRow] { scored.map(\.row) }

    mutating func offer(_ row: TableRow, score: Int) {
        if scored.count >= limit {
            guard let worst = scored.last, score > worst.score else { return }
            scored.removeLast()
        }
        scored.insert((row, score), at: scored.firstIndex { $0.score < score } ?? scored.count)
    }
}

/// Answers in order, each code of a set once.
private struct Answers {
    private(set) var hits: [CodeHit] = []
    private var seen: Set<Identity> = []
    private let limit: Int

    private struct Identity: Hashable {
        let set: CodeSetName
        let row: Int
    }

    init(limit: Int) {
        self.limit = limit
    }

    var isFull: Bool { hits.count >= limit }

    /// Whether an answer is a code that a claim bills or names a drug with.
    var hasBillingCodes: Bool { hits.contains { [.diagnosis, .cpt, .hcpcs, .ndc].contains($0.set) } }

    mutating func add(_ rows: [TableRow]) {
        for row in rows
        where !isFull && seen.insert(Identity(set: row.table.release.set, row: row.index)).inserted {
            hits.append(CodeHit(row))
        }
    }
}
