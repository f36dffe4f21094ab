public import ClaimModel

/// The findings on a claim while it is keyed: after a change only the rules that read what has changed are asked anew.
///
/// Whatever it was asked before, its answer is that of `validate`.
public struct Judgement: Sendable {
    private var facts: ClaimFacts?
    /// What each rule said last, in the order of `Rule.evaluated`.
    private var problems: [[Problem]] = []

    public init() {}

    /// Every finding on the claim as it stands now, in the order of its screens.
    public mutating func findings(on draft: ClaimDraft, in context: Context) -> [Finding] {
        let facts = ClaimFacts(of: draft, in: context, after: self.facts)
        if let changed = self.facts.flatMap(facts.changedFields) {
            for rule in Set(changed.flatMap { Rule.readers[$0] ?? [] }) {
                problems[rule] = Rule.evaluated[rule].problems(with: facts)
            }
        } else {
            problems = Rule.evaluated.map { $0.problems(with: facts) }
        }
        self.facts = facts
        return findings(on: facts)
    }

    /// What the rules said, without those that have nothing to add, and what no rule speaks of.
    private func findings(on facts: ClaimFacts) -> [Finding] {
        var findings: [Finding] = []
        var hidden: Set<String> = []
        for (rule, problems) in zip(Rule.evaluated, problems) where !problems.isEmpty {
            // What the policy turns off hides nothing either.
            let found = problems.compactMap { Finding(rule: rule, problem: $0).adjusted(by: facts.policy) }
            guard !found.isEmpty else { continue }
            hidden.formUnion(rule.hides)
            findings.append(contentsOf: found)
        }
        if !hidden.isEmpty { findings.removeAll { hidden.contains($0.rule.id) } }
        findings.append(contentsOf: unreadableEntries(in: facts, besides: findings))
        return findings.inScreenOrder()
    }
}

extension Rule {
    /// The rules that read a field, by their place in `evaluated`.
    fileprivate static let readers: [Field: [Int]] = {
        var readers: [Field: [Int]] = [:]
        for (index, rule) in evaluated.enumerated() {
            for field in rule.reads { readers[field, default: []].append(index) }
        }
        return readers
    }()

    fileprivate func problems(with facts: ClaimFacts) -> [Problem] { facts.isJudged(by: scope) ? check(facts) : [] }
}

extension ClaimFacts {
    /// The fields that have changed; `nil` where more than texts has: what the claim is judged by, what it is a claim of,
    /// which of its lines are drug lines or administer them. On all that every rule may rest without saying so.
    fileprivate func changedFields(since earlier: ClaimFacts) -> [Field]? {
        guard today == earlier.today, books == earlier.books, policy == earlier.policy,
            context.history == earlier.context.history, context.sent == earlier.context.sent, hasSameScope(as: earlier)
        else { return nil }
        return draft.changedFields(since: earlier.draft)
    }

    /// Whether rules that name no field for it see the same claim.
    func hasSameScope(as other: ClaimFacts) -> Bool {
        Scope.allCases.allSatisfy { isJudged(by: $0) == other.isJudged(by: $0) }
            && lines.elementsEqual(other.lines) {
                $0.isKetamineLine == $1.isKetamineLine && $0.isDrugLine == $1.isDrugLine
            }
            && administeringRows == other.administeringRows
    }
}

extension ClaimFacts {
    /// By drug line the line that administers it.
    private var administeringRows: [Int?] { lines.filter(\.isDrugLine).map { administration(of: $0)?.row } }
}

extension [Finding] {
    /// By field as the screens show them, by row within it, the gravest first.
    fileprivate func inScreenOrder() -> [Finding] {
        enumerated().map { (index: $0, place: $1.place.field.position << 16 | $1.place.row, severity: $1.severity) }
            .sorted {
                if $0.place != $1.place { return $0.place < $1.place }
                if $0.severity != $1.severity { return $0.severity > $1.severity }
                return self[$0.index].rule.id < self[$1.index].rule.id
            }
            .map { self[$0.index] }
    }
}
