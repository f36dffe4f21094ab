public import ClaimModel

/// The result of one rule on one claim: what it read, what it found, and what would change that.
public struct RuleVerdict: Sendable {
    /// The rule that was asked.
    public let rule: Rule
    /// What it says of the claim.
    public let outcome: Outcome
    /// The findings of the rule, including those that other rules hide.
    public let findings: [Finding]
    /// Every place that the rule reads, with its text.
    public let inputs: [Input]
    /// Single edits that would change the outcome, each tried on the claim itself; at most a handful.
    public let changes: [Change]

    /// What a rule says of a claim.
    public enum Outcome: Hashable, Sendable {
        /// The rule does not apply to the claim.
        case notJudged
        case clear
        case found
        /// It has findings, but these rules are more specific about the same fault.
        case hidden(by: [String])
    }

    /// One field that the rule read.
    public struct Input: Hashable, Sendable {
        /// Where the text is.
        public let place: Place
        /// As typed; empty where nothing is.
        public let text: String
        /// What the text reads as, where it reads.
        public let value: String?
    }

    /// A change to the claim, and the result of the rule after it.
    public struct Change: Sendable {
        /// The edits that were tried.
        public let edits: [Fix.Edit]
        /// The current texts there, edit by edit.
        public let texts: [String]
        /// What the rule says after the edits.
        public let outcome: Outcome
    }

    /// Asks the rule, then tries single edits that would change its answer.
    public init(of rule: Rule, on draft: ClaimDraft, in context: Context) {
        self.rule = rule
        let trial = RuleTrial(rule, context)
        let facts = ClaimFacts(of: draft, in: context)
        findings = rule.findings(on: facts)
        let hiding =
            findings.isEmpty
            ? []
            : Rule.evaluated.filter { other in
                other.hides.contains(rule.id) && !other.findings(on: facts).isEmpty
            }.map(\.id)
        let outcome = trial.outcome(of: facts)
        self.outcome = hiding.isEmpty ? outcome : .hidden(by: hiding)
        inputs = rule.places(in: draft).map { place in
            let state = draft.state(at: place)
            return Input(place: place, text: state.text, value: state.value)
        }
        changes = trial.changes(of: draft, from: outcome, findings)
    }
}

extension Rule {
    fileprivate func findings(on facts: ClaimFacts) -> [Finding] {
        guard facts.isJudged(by: scope), scope.isEvaluated else { return [] }
        if id == Rule.unreadableEntry.id {
            return validate(facts.draft, in: facts.context).filter { $0.rule.id == id }
        }
        return check(facts).map { Finding(rule: self, problem: $0, under: facts.policy) }
    }

    /// The places that the rule reads on a claim; of a rule that reads nearly all, those that are not blank.
    fileprivate func places(in draft: ClaimDraft) -> [Place] {
        let all = reads.sorted { $0.position < $1.position }.flatMap { field in
            (0..<draft.rowCount(of: field.part)).map { Place(field, row: $0) }
        }
        return reads.count > 24 ? all.filter { !draft.text(at: $0).isEmpty } : all
    }
}

/// Tries edits on a claim to see how the result of one rule changes.
struct RuleTrial {
    let rule: Rule
    let context: Context
    /// The texts in the rule's own examples, of those that it accepts and of those that it rejects.
    private let accepted: ExampleTexts
    private let rejected: ExampleTexts

    /// The most edits that are shown.
    private static let shown = 6

    init(_ rule: Rule, _ context: Context) {
        self.rule = rule
        self.context = context
        let fields = Set(rule.reads + rule.scope.reads)
        accepted = ExampleTexts(rule.accepts(), fields)
        rejected = ExampleTexts(rule.rejects(), fields)
    }

    func outcome(of facts: ClaimFacts) -> RuleVerdict.Outcome {
        guard facts.isJudged(by: rule.scope) else { return .notJudged }
        return rule.findings(on: facts).isEmpty ? .clear : .found
    }

    /// The fixes that the findings offer, then one text for each place that turns the outcome; an emptied field only where
    /// nothing else does.
    func changes(
        of draft: ClaimDraft, from outcome: RuleVerdict.Outcome, _ findings: [Finding]
    ) -> [RuleVerdict.Change] {
        let fixes = findings.flatMap(\.fixes).prefix(RuleTrial.shown).compactMap { fix in
            change(fix.edits, of: draft, from: outcome, findings)
        }
        let wanted = outcome == .found ? accepted : rejected
        var fields = outcome == .notJudged ? rule.scope.reads : rule.reads
        fields.sort { $0.position < $1.position }
        let places = fields.flatMap { field in
            (0..<max(1, draft.rowCount(of: field.part))).map { Place(field, row: $0) }
        }
        func turning(_ texts: (Place) -> [String]) -> [RuleVerdict.Change] {
            var changes: [RuleVerdict.Change] = []
            for place in places where changes.count < RuleTrial.shown {
                let turning = texts(place).lazy.compactMap { text in
                    change([Fix.Edit(place.field, row: place.row, text)], of: draft, from: outcome, findings)
                }.first
                if let turning { changes.append(turning) }
            }
            return changes
        }
        let edited = Set(fixes.flatMap { $0.edits.map(\.place) })
        let others = turning { edited.contains($0) ? [] : wanted[$0] + $0.field.shape.choices.prefix(24).map(\.code) }
        let found = Array((fixes + others).prefix(RuleTrial.shown))
        return found.isEmpty ? turning { _ in [""] } : found
    }

    /// `nil` where the edits change nothing that matters: the outcome, or the first finding.
    private func change(
        _ edits: [Fix.Edit], of draft: ClaimDraft, from outcome: RuleVerdict.Outcome, _ findings: [Finding]
    ) -> RuleVerdict.Change? {
        var edited = draft
        for edit in edits { edited.type(edit.text, at: edit.place, in: context.parsing) }
        guard edited != draft else { return nil }
        let facts = ClaimFacts(of: edited, in: context)
        let after = self.outcome(of: facts)
        if let first = findings.first {
            guard after != .notJudged, !rule.findings(on: facts).contains(where: { $0.place == first.place }) else {
                return nil
            }
        } else if after == outcome {
            return nil
        }
        return RuleVerdict.Change(edits: edits, texts: edits.map { draft.text(at: $0.place) }, outcome: after)
    }
}

/// The texts that examples have at each place.
private struct ExampleTexts {
    private var texts: [Place: [String]] = [:]

    init(_ examples: [ClaimExample], _ fields: Set<Field>) {
        for example in examples.prefix(12) {
            for field in fields {
                for row in 0..<example.draft.rowCount(of: field.part) {
                    let (place, text) = (Place(field, row: row), example.draft.text(at: Place(field, row: row)))
                    if !text.isEmpty, texts[place]?.contains(text) != true { texts[place, default: []].append(text) }
                }
            }
        }
    }

    /// Those of the same row; of the first row where no example has that row.
    subscript(_ place: Place) -> [String] { texts[place] ?? texts[Place(place.field)] ?? [] }
}
