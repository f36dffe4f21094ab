extension CodeBooks {
    /// Codes that answer a query, best first: by code or its beginning, by an NDC in any layout, by words in any order
    /// of which only the beginnings need be given, by the short forms of billers.
    ///
    /// - Parameters:
    ///   - sets: where to look.
    ///   - limit: the most answers to give.
    ///   - preferring: diagnoses, or beginnings of them, that come before others which answer as well.
    public func find(
        _ query: String, in sets: Set<CodeSetName> = Set(CodeSetName.allCases), limit: Int = 20,
        preferring preferred: [String] = []
    ) -> [CodeHit] {
        guard limit > 0 else { return [] }
        let query = String(query.prefix(200))
        let sets = CodeSetName.allCases.filter(sets.contains)
        var hits = HitList(limit: limit)
        for set in sets { hits.add(hitsByCode(query, in: set, limit: limit, exactly: true)) }
        if sets.contains(.ndc) { hits.add(self.hits(byNDC: query)) }
        for set in sets { hits.add(hitsByCode(query, in: set, limit: limit, exactly: false)) }
        let words = Folding.words(of: query)
        if words.count == 1, words[0].contains(where: \.isNumber), hits.hasBillingCodes { return hits.hits }
        let preferred = preferred.compactMap { DiagnosisEntry.compact($0) }
        for words in [Abbreviations.expanded(words), words].compactMap(\.self) where !hits.isFull {
            let standing = Standing(query: WordQuery(words), preferred: preferred)
            hits.add(self.hits(byWords: standing, in: sets, limit: limit))
        }
        return hits.hits
    }

    private func hitsByCode(_ query: String, in set: CodeSetName, limit: Int, exactly: Bool) -> [CodeHit] {
        guard set != .ndc, let code = CodeBooks.code(query, in: set), let table = table(set) else { return [] }
        if exactly { return table.row(code).flatMap { CodeHit(columns: $0, set: set) }.map { [$0] } ?? [] }
        var (billable, headers): ([CodeHit], [CodeHit]) = ([], [])
        table.forEachRow(prefix: code) { columns in
            guard let hit = CodeHit(columns: columns, set: set) else { return true }
            if hit.isBillable {
                billable.append(hit)
            } else if headers.count < limit {
                headers.append(hit)
            }
            return billable.count < limit
        }
        return billable + headers
    }

    private func hits(byNDC query: String) -> [CodeHit] {
        guard let ndc = NDCQuery(query) else { return [] }
        return products.filter(ndc.matches).map(CodeHit.init)
    }

    private func hits(byWords standing: Standing, in sets: [CodeSetName], limit: Int) -> [CodeHit] {
        guard !standing.query.words.isEmpty else { return [] }
        var best = BestRows(limit: limit)
        for set in sets where set != .ndc {
            table(set)?.withRows { rows in rows.scan(for: standing, in: set, into: &best) }
        }
        let packages = products
        if sets.contains(.ndc) {
            for (index, product) in packages.enumerated() {
                guard let score = standing.score(product) else { continue }
                best.offer(BestRows.Row(score: score, set: .ndc, start: index))
            }
        }
        return best.rows.compactMap { row in
            row.set == .ndc
                ? CodeHit(packages[row.start])
                : table(row.set).flatMap { CodeHit(columns: $0.row(at: row.start), set: row.set) }
        }
    }

    /// The query as a code of the set is stored, or `nil` where it can't be one.
    private static func code(_ query: String, in set: CodeSetName) -> String? {
        let text = query.drop { $0 == " " }
        let code = text.prefix { $0 != " " }
        guard text.dropFirst(code.count).allSatisfy({ $0 == " " }) else { return nil }
        if set == .diagnosis {
            return DiagnosisEntry.compact(code).flatMap {
                $0.utf8.first.map { $0 > UInt8(ascii: "9") } == true ? $0 : nil
            }
        }
        guard (1...10).contains(code.utf8.count), code.utf8.allSatisfy(\.isLetterOrDigit) else { return nil }
        return code.uppercased()
    }
}

/// Answers in order, each code of a set once.
private struct HitList {
    private struct Identity: Hashable {
        let set: CodeSetName
        let code: String
    }

    private(set) var hits: [CodeHit] = []
    private var seen: Set<Identity> = []
    private let limit: Int

    init(limit: Int) {
        self.limit = limit
    }

    var isFull: Bool { hits.count >= limit }

    /// Whether an answer is a code that a claim bills or names a drug with.
    var hasBillingCodes: Bool { hits.contains { [.diagnosis, .cpt, .hcpcs, .ndc].contains($0.set) } }

    mutating func add(_ new: [CodeHit]) {
        for hit in new where !isFull && seen.insert(Identity(set: hit.set, code: hit.code)).inserted {
            hits.append(hit)
        }
    }
}
