public import ClaimModel
public import CodeSets

/// A search of the code sets from a claim: on its service date, under its policy, with its diagnoses.
public struct CodeQuestion: Sendable {
    /// The tables that are searched.
    public let books: CodeBooks
    /// Which of them.
    public let sets: Set<CodeSetName>
    /// The service date; `nil` asks the newest releases.
    public let day: Day?
    /// Whose listed diagnoses come first; `nil` for no preference.
    public let policy: Policy?
    /// The diagnoses that the claim has already.
    public let diagnoses: [String]
    /// The codes that the office used last, the newest first.
    public let recent: [String]

    /// - Parameter day: the service date; `nil` asks the newest releases.
    public init(
        _ books: CodeBooks, in sets: Set<CodeSetName>, on day: Day? = nil, under policy: Policy? = nil,
        with diagnoses: [String] = [], recent: [String] = []
    ) {
        self.books = books
        self.sets = sets
        self.day = day
        self.policy = policy
        self.diagnoses = diagnoses
        self.recent = recent
    }

    /// The codes that answer, best first, and how much of the query they answer.
    public func answers(to query: String, limit: Int) -> CodeAnswers {
        var answers = books.answers(
            to: query, in: sets, on: day, limit: limit, preferring: policy?.listedDiagnoses ?? [], recent: recent)
        // A header that is typed in full is meant itself: none of its subcodes may be taken for it.
        if let named = answers.hits.firstIndex(where: { $0.isHeader && $0.plainCode == CodeHit.plain(query) }) {
            answers.hits.insert(answers.hits.remove(at: named), at: 0)
        }
        return answers
    }

    /// What is offered before anything is typed: the codes used last, then the policy's indications; not what the claim
    /// has already.
    public func suggestions(limit: Int) -> [CodeHit] {
        var hits: [CodeHit] = []
        let listed = sets.contains(.diagnosis) ? policy?.listedDiagnoses ?? [] : []
        for code in recent + listed where hits.count < limit {
            guard let hit = hit(code), !hits.contains(hit), !diagnoses.contains(hit.code) else { continue }
            hits.append(hit)
        }
        return hits
    }

    /// The billable codes below a header.
    public func codes(under header: CodeHit, limit: Int) -> [CodeHit] {
        guard header.set == .diagnosis else { return [] }
        return books.billableCodes(under: header.code, on: day, limit: limit).map { CodeHit($0) }
    }

    /// The entry of exactly this code.
    private func hit(_ code: String) -> CodeHit? {
        books.find(code, in: sets, on: day, limit: 4, recent: []).first { $0.plainCode == CodeHit.plain(code) }
    }
}

extension CodeHit {
    /// A header above billable codes, which no claim may carry.
    public var isHeader: Bool { self.set == .diagnosis && !isBillable }

    fileprivate var plainCode: String { CodeHit.plain(code) }

    fileprivate static func plain(_ code: String) -> String {
        code.uppercased().filter { $0 != "." && $0 != " " }
    }
}
