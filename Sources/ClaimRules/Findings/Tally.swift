public import ClaimModel

/// What a validation found, in numbers, and the rules that found it.
public struct Tally: Hashable, Sendable {
    /// Findings that are errors; no override lifts one.
    public let errors: Int
    /// Warnings that are neither fixed nor overridden.
    public let warnings: Int
    /// The ids of the rules, each once, in the order of the findings.
    public let rules: [String]

    /// Figures that were counted before; of a rule named twice the first counts.
    public init(errors: Int = 0, warnings: Int = 0, rules: [String] = []) {
        self.errors = errors
        self.warnings = warnings
        // They are few: a set of them takes longer than looking through them.
        var each: [String] = []
        for rule in rules where !each.contains(rule) { each.append(rule) }
        self.rules = each
    }

    /// - Parameter findings: what `validate` found on this very draft.
    public init(_ findings: [Finding], on draft: ClaimDraft) {
        let verdict = Verdict(of: findings, on: draft)
        self.init(errors: verdict.errors, warnings: verdict.warnings, rules: findings.map(\.rule.id))
    }
}
