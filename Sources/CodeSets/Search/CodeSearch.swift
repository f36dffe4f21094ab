public import ClaimModel

/// What a search found, and how much of the query it took.
public struct CodeAnswers: Hashable, Sendable {
    /// Best first.
    public var hits: [CodeHit]
    /// How many words the query had.
    public let wordsAsked: Int
    /// How many of them the hits answer.
    public let wordsFound: Int

    /// `2 of 3 words`; `nil` where the hits answer all of them.
    public var remark: String? {
        hits.isEmpty || wordsFound >= wordsAsked ? nil : "\(wordsFound) of \(wordsAsked) words"
    }
}

extension CodeBooks {
    /// Codes that answer a query, best first: by code or its beginning, by an NDC in any layout, by words in any order
    /// of which only the beginnings need be given, by the words of patients and the short forms of billers, with one typing
    /// error a word. Where no code answers all the words, the least telling are left out.
    ///
    /// - Parameters:
    ///   - sets: where to look.
    ///   - day: the service date, which picks the releases; the newest without one.
    ///   - limit: the most answers to give.
    ///   - preferred: diagnoses, or beginnings of them, that come before others which answer as well.
    ///   - recent: codes that were used last, which come before all others.
    public func answers(
        to query: String, in sets: Set<CodeSetName> = Set(CodeSetName.allCases), on day: Day? = nil, limit: Int = 20,
        preferring preferred: [String] = [], recent: [String] = []
    ) -> CodeAnswers {
        let query = String(query.prefix(500))
        let words = Folding.words(of: query)
        func found(_ hits: [CodeHit], _ count: Int) -> CodeAnswers {
            CodeAnswers(hits: hits, wordsAsked: words.count, wordsFound: count)
        }
        guard limit > 0 else { return found([], words.count) }
        let tables = CodeSetName.allCases.filter { sets.contains($0) && $0.isSearched }.compactMap {
            table($0, on: day)
        }
        let pass = SearchPass(
            tables: tables, terms: [.inclusionTerm, .synonym].compactMap { table($0, on: day) },
            preferred: preferred, recent: recent, limit: limit)
        var answers = Answers(limit: limit)
        for table in tables { answers.add(table.rows(coded: query, limit: limit, exactly: true)) }
        for table in tables { answers.add(table.rows(coded: query, limit: limit, exactly: false)) }
        if words.count == 1, words[0].contains(where: \.isNumber), answers.hasBillingCodes {
            return found(answers.hits, 1)
        }
        pass.add(words, to: &answers)
        guard answers.hits.isEmpty, words.count > 1 else { return found(answers.hits, words.count) }
        for fewer in pass.fewer(words) {
            pass.add(fewer, to: &answers)
            if !answers.hits.isEmpty { return found(answers.hits, fewer.count) }
        }
        return found([], words.count)
    }

    /// The codes of `answers(to:in:on:limit:preferring:recent:)`.
    public func find(
        _ query: String, in sets: Set<CodeSetName> = Set(CodeSetName.allCases), on day: Day? = nil, limit: Int = 20,
        preferring preferred: [String] = [], recent: [String] = []
    ) -> [CodeHit] {
        answers(to: query, in: sets, on: day, limit: limit, preferring: preferred, recent: recent).hits
    }
}
