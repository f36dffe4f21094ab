import ClaimModel
public import CodeSets

/// The result of one of a policy's example claims.
public struct PolicyProof: Sendable {
    /// The example that was checked.
    public let example: PolicyExample
    /// What the example expects and is not found.
    public let missing: [Expectation]
    /// Errors and warnings that the example does not name.
    public let unexpected: [Finding]

    /// Whether the findings are what the example expects.
    public var holds: Bool { missing.isEmpty && unexpected.isEmpty }

    /// A rule that is expected to find something, with a severity.
    public struct Expectation: Hashable, Sendable {
        /// The id of the rule.
        public let rule: String
        /// The severity that the example expects.
        public let severity: Severity
    }

    /// Checks every example of a policy under that policy: errors and warnings must be exactly those named, notes at
    /// least those.
    public static func proofs(of policy: Policy, books: CodeBooks) -> [PolicyProof] {
        policy.examples.map { PolicyProof(of: $0, under: policy, books: books) }
    }

    init(of example: PolicyExample, under policy: Policy, books: CodeBooks) {
        let findings = example.findings(under: policy, books: books)
        self.example = example
        missing = Severity.allCases.reversed().flatMap { severity in
            let found = Set(findings.filter { $0.severity == severity }.map(\.rule.id))
            return example.rules(severity).subtracting(found).sorted().map {
                Expectation(rule: $0, severity: severity)
            }
        }
        unexpected = findings.filter { $0.severity != .note && !example.rules($0.severity).contains($0.rule.id) }
    }
}

extension PolicyExample {
    /// The rules that the example names with this severity.
    func rules(_ severity: Severity) -> Set<String> {
        switch severity {
        case .error: errors
        case .warning: warnings
        case .note: notes
        }
    }

    /// The findings on the example's claim.
    func findings(under policy: Policy, books: CodeBooks) -> [Finding] {
        let day = today ?? ClaimExample.today
        let claim = (ClaimExample.sample(named: sample) ?? .sample).sent(to: policy)
        var draft = claim.draft
        for edit in edits { draft.type(edit.text, at: edit.place, in: ParsingContext(today: day)) }
        return validate(draft, in: Context(books: books, policy: policy, today: day))
    }
}

extension ClaimExample {
    /// The same claim to the payer of a policy: with its name, its payer ID and its filing indicator.
    func sent(to policy: Policy) -> ClaimExample {
        let claim = with(.payerPolicy, policy.id).with(.payerName, policy.name)
            .with(.filingIndicator, policy.payerType.indicators.first?.code ?? "")
        return policy.payerID.map { claim.with(.payerIdentifier, $0) } ?? claim
    }
}
