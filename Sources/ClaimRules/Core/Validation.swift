public import ClaimModel
public import CodeSets

/// Everything besides the claim that a rule may look at; it comes in as values, so the same claim always gets the same
/// findings.
public struct Context: Sendable {
    public let books: CodeBooks
    public let policy: Policy
    public let today: Day
    /// This patient's other claims, oldest first.
    public let history: [PriorClaim]

    public init(books: CodeBooks, policy: Policy, today: Day, history: [PriorClaim] = []) {
        self.books = books
        self.policy = policy
        self.today = today
        self.history = history
    }

    public var parsing: ParsingContext { ParsingContext(today: today) }
}

/// Another claim of the same patient, and how far it went.
public struct PriorClaim: Hashable, Sendable {
    public let draft: ClaimDraft
    public let status: ClaimStatus

    public init(draft: ClaimDraft, status: ClaimStatus) {
        self.draft = draft
        self.status = status
    }
}

/// Every finding on a claim, in the order of its screens; a pure function over the whole draft.
public func validate(_ draft: ClaimDraft, in context: Context) -> [Finding] {
    let facts = ClaimFacts(of: draft, in: context)
    var findings: [Finding] = []
    var hidden: Set<String> = []
    for rule in Rule.evaluated where facts.isJudged(by: rule.scope) {
        let problems = rule.check(facts)
        guard !problems.isEmpty else { continue }
        hidden.formUnion(rule.hides)
        findings.append(contentsOf: problems.map { Finding(rule: rule, problem: $0) })
    }
    if !hidden.isEmpty { findings.removeAll { hidden.contains($0.rule.id) } }
    findings.append(contentsOf: unreadableEntries(in: facts, besides: findings))
    return findings.inScreenOrder()
}

extension [Finding] {
    /// By field as the screens show them, by row within it, the gravest first.
    fileprivate func inScreenOrder() -> [Finding] {
        map { (position: $0.place.field.position, finding: $0) }.sorted {
            let (left, right) = ($0.finding, $1.finding)
            if $0.position != $1.position { return $0.position < $1.position }
            if left.place.row != right.place.row { return left.place.row < right.place.row }
            return left.severity != right.severity ? left.severity > right.severity : left.rule.id < right.rule.id
        }.map(\.finding)
    }
}
