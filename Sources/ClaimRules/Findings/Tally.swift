public import ClaimModel

/// What a validation found, in numbers, and the rules that found it.
public struct Tally: Hashable, Sendable {
    /// Findings that are errors; no override lifts one.
    public let errors: Int
    /// Warnings that are neither fixed nor overridden.
    public let warnings: Int
    /// The ids of the rules, each once, in the order of the findings.
    public let rules: [String]
    /// Those of an error or of an open warning, the gravest first: what has to be fixed.
    public let open: [String]

    /// Figures that were counted before; of a rule named twice the first counts.
    ///
    /// - Parameter open: `nil` where it was not counted which of the rules are open: then all are.
    public init(errors: Int = 0, warnings: Int = 0, rules: [String] = [], open: [String]? = nil) {
        self.errors = errors
        self.warnings = warnings
        self.rules = rules.eachOnce
        self.open = errors + warnings == 0 ? [] : open?.eachOnce ?? self.rules
    }

    /// - Parameter findings: what `validate` found on this very draft.
    public init(_ findings: [Finding], on draft: ClaimDraft) {
        let errors = findings.filter { $0.severity == .error }
        let warnings = findings.filter { $0.severity == .warning && $0.override(in: draft) == nil }
        self.init(
            errors: errors.count, warnings: warnings.count, rules: findings.map(\.rule.id),
            open: (errors + warnings).map(\.rule.id))
    }
}

extension [String] {
    /// They are few: a set of them takes longer than looking through them.
    fileprivate var eachOnce: [String] { reduce(into: []) { if !$0.contains($1) { $0.append($1) } } }
}
