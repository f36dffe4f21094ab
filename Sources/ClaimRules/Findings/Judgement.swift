public import ClaimModel

/// The findings on one claim after another: only the rules that would see something else than they saw last are asked.
///
/// The next claim may be the same after a key, or another one of a batch, which has its practice, its payer and most blanks
/// in common with the one before. Whatever a judgement was asked before, its answer is that of `validate`.
public struct Judgement: Sendable {
    private var facts: ClaimFacts?
    /// What each rule said last, in the order of `Rule.evaluated`.
    private var problems: [[Problem]] = []

    /// A judgement that has seen no claim yet.
    public init() {}

    /// Every finding on the claim as it is now, in the order of its screens.
    public mutating func findings(on draft: ClaimDraft, in context: Context) -> [Finding] {
        let facts = ClaimFacts(of: draft, in: context, after: self.facts)
        if let concerned = self.facts.flatMap(facts.rulesConcerned) {
            let inquiries = Inquiry.all
            concerned.forEach { problems[$0] = inquiries[$0].problems(with: facts) }
        } else {
            problems = Inquiry.all.map { $0.problems(with: facts) }
        }
        self.facts = facts
        return findings(on: facts)
    }

    /// What the rules said, without those that have nothing to add, and what no rule reports.
    private func findings(on facts: ClaimFacts) -> [Finding] {
        var findings: [Finding] = []
        var hidden: Set<String> = []
        for (index, problems) in problems.enumerated() where !problems.isEmpty {
            let rule = Rule.evaluated[index]
            // What the policy turns off or the office silences hides nothing either.
            let isSilenced = facts.context.silenced[rule.id] != nil
            let found =
                problems
                .compactMap { facts.finding($0, of: rule).adjusted(by: facts.policy) }
                .filter { !isSilenced || $0.severity != .note }
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
    /// By the position of a field the rules that read it themselves or by their scope.
    private static let readers: [RuleSet] = {
        var readers = [RuleSet](repeating: RuleSet(), count: Field.all.count)
        for (index, rule) in evaluated.enumerated() {
            for field in rule.reads + rule.scope.reads { readers[field.position].insert(index) }
        }
        return readers
    }()

    private static let byScope = Dictionary(grouping: evaluated.indices) { evaluated[$0].scope }
        .mapValues { RuleSet($0) }

    /// The rules that read one of the fields at these positions or are of one of these scopes.
    fileprivate static func concerned(by positions: [Int], _ scopes: [Scope]) -> RuleSet {
        var concerned = RuleSet()
        let readers = readers
        for position in positions { concerned.formUnion(readers[position]) }
        for scope in scopes { concerned.formUnion(byScope[scope] ?? RuleSet()) }
        return concerned
    }
}

/// What every claim is asked of a rule; asking it counts no reference to the rule, which all threads would count at once.
private struct Inquiry {
    let scope: Scope
    let check: @Sendable (ClaimFacts) -> [Problem]

    /// In the order of `Rule.evaluated`.
    static let all = Rule.evaluated.map { Inquiry(scope: $0.scope, check: $0.check) }

    func problems(with facts: ClaimFacts) -> [Problem] { facts.isJudged(by: scope) ? check(facts) : [] }
}

extension ClaimFacts {
    fileprivate func finding(_ problem: Problem, of rule: Rule) -> Finding {
        Finding(
            rule: rule, problem: problem, under: policy,
            learned: context.learned.sentence(of: rule, at: problem.place, on: draft))
    }

    /// The rules that see something else than they saw on an earlier claim; `nil` where that may be all, since what the
    /// claim is judged with has changed.
    fileprivate func rulesConcerned(since earlier: ClaimFacts) -> RuleSet? {
        guard today == earlier.today, books == earlier.books, policy == earlier.policy,
            context.payerIDOwner == earlier.context.payerIDOwner,
            context.isRepeated == earlier.context.isRepeated, context.corrected == earlier.context.corrected,
            context.history == earlier.context.history, context.sent == earlier.context.sent,
            draft.id == earlier.draft.id || isFirstOfItsKind, carriesLike(earlier)
        else { return nil }
        var positions = draft.changedPositions(since: earlier.draft)
        // What a line is a line of rests on several of its fields, which not every rule names that asks for it.
        if !hasSameLineKinds(as: earlier) { positions += ClaimFacts.linePositions }
        let scopes = Scope.allCases.filter { isJudged(by: $0) != earlier.isJudged(by: $0) }
        return Rule.concerned(by: positions, scopes)
    }

    private static let linePositions = Field.all.filter { $0.part == .line }.map(\.position)

    private func hasSameLineKinds(as other: ClaimFacts) -> Bool {
        lines.elementsEqual(other.lines) {
            $0.isKetamineLine == $1.isKetamineLine && $0.isDrugLine == $1.isDrugLine && $0.isWritten == $1.isWritten
        } && administeringRows == other.administeringRows
    }

    /// Whether a file brought the same outside the fields, which no rule can name among the fields that it reads.
    private func carriesLike(_ other: ClaimFacts) -> Bool {
        draft.carried == other.draft.carried
            && carryingLines.elementsEqual(other.carryingLines) {
                $0.row == $1.row && $0.line.carried == $1.line.carried
            }
    }

    private var carryingLines: some Sequence<LineFacts> {
        lines.lazy.filter { !$0.line.carried.isEmpty }
    }

    /// By drug line the line that administers it.
    private var administeringRows: [Int?] { lines.filter(\.isDrugLine).map { administration(of: $0)?.row } }

    /// Whether there is no other claim to tell this one from, which is all that a rule uses its id for.
    private var isFirstOfItsKind: Bool { context.history.isEmpty && context.sent.isEmpty }
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
