public import ClaimModel

/// What is wrong with a claim, where, why it matters, how to fix it, and who says so.
public struct Finding: Sendable, Identifiable {
    /// The rule that reports it.
    public let rule: Rule
    let problem: Problem
    /// The policy that the claim was judged by; `nil` for a finding on no claim.
    let policy: Policy?
    /// What the office's own remittances teach of it, in sentences with their counts; `nil` below three cases.
    public let learned: String?

    init(rule: Rule, problem: Problem, under policy: Policy? = nil, learned: String? = nil) {
        (self.rule, self.problem, self.policy, self.learned) = (rule, problem, policy, learned)
    }

    /// Rule and place in one word: `ND-004@line.ndc[2]`.
    public var id: String { "\(rule.id)@\(place.key)" }
    /// Where to fix it.
    public var place: Place { problem.place }
    /// Whether the text is wrong, missing, or at odds with other fields.
    public var concern: Concern { problem.concern }
    /// The rule's severity, unless the claim or the policy gives the finding another.
    public var severity: Severity { problem.severity ?? rule.severity }
    /// What a key can do about it; often nothing. Each is applied only if a person chooses it.
    public var fixes: [Fix] { problem.fixes() }
    /// What else the rule read, and the source of the policy setting that decided.
    public var evidence: [Evidence] { problem.evidence() }

    /// What is wrong: one sentence, at most 70 characters unless the claim's own texts are longer.
    public var message: String { problem.message() }
    /// How to fix it, then why where that helps.
    public var remedy: String { problem.remedy() }

    /// How likely the payer denies for this: an error likely, a warning possibly, unless the rule knows better.
    public var likelihood: DenialForecast.Likelihood {
        problem.likelihood ?? (severity == .error ? .likely : .possible)
    }

    /// The claim status codes of a front-end rejection for it; none where only the chart shows it.
    var rejectedAs: [String] { problem.isUnseen ? [] : rule.rejectedAs }

    /// Every place that the finding shows at: its own first.
    public var places: [Place] {
        if case .relation(let others) = concern { [place] + others } else { [place] }
    }

    /// Whether the finding shows at a place.
    public func isShown(at place: Place) -> Bool {
        if self.place == place { return true }
        return if case .relation(let others) = concern { others.contains(place) } else { false }
    }

    /// The texts that the rule read; an override holds while they stay the same.
    public func inputs(in draft: ClaimDraft) -> [String: String] {
        let row = place.row
        // A rule that reads every field depends on the field of its finding.
        let fields = rule.reads.count == Field.all.count ? [] : rule.reads
        let read = fields.flatMap { field in
            field.part == place.field.part
                ? [Place(field, row: row)] : (0..<draft.rowCount(of: field.part)).map { Place(field, row: $0) }
        }
        return Dictionary((read + places).map { ($0.key, draft.text(at: $0)) }) { first, _ in first }
    }

    /// The override of this warning, if nothing that the rule read has changed since.
    public func override(in draft: ClaimDraft) -> Override? {
        guard severity == .warning else { return nil }
        return draft.overrides.last {
            $0.rule == rule.id && $0.place == place.key && $0.changedKeys(since: inputs(in: draft)).isEmpty
        }
    }
}
