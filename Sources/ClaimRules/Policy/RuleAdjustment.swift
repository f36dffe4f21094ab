public import ClaimModel

/// A policy's change to a rule: `nil` turns it off, a severity applies to all its findings.
public struct RuleAdjustment: Hashable, Sendable {
    /// The id of the rule.
    public let rule: String
    /// For all findings of the rule; `nil` turns it off.
    public let severity: Severity?
    /// Who says so; an unverified line raises nothing above a warning.
    public let provenance: Provenance

    /// `off`, `error`, `warning`, `note`.
    public var word: String { severity?.rawValue ?? "off" }

    /// The severity that a finding gets. An unverified line raises nothing above a warning.
    func graded(_ own: Severity) -> Severity {
        guard let severity else { return own }
        return severity > own && provenance.confidence == .unverified ? max(own, min(severity, .warning)) : severity
    }
}

/// A field that a payer's policy requires.
public struct Requirement: Hashable, Sendable {
    /// The field that must not be blank.
    public let field: Field
    /// On which claims.
    public let scope: Scope
    /// Of the finding where it is blank.
    public let severity: Severity
    /// Who says so; an unverified line raises at most a warning.
    public let provenance: Provenance

    /// The severity of a blank field: an unverified line raises at most a warning.
    var limited: Severity { provenance.confidence == .unverified ? min(severity, .warning) : severity }
}

extension Finding {
    /// The same with the severity that the policy gives it; `nil` where the policy turns the rule off.
    func adjusted(by policy: Policy) -> Finding? {
        guard !policy.adjustments.isEmpty, let adjustment = policy.adjustments[rule.id] else { return self }
        guard adjustment.severity != nil else { return nil }
        let grade = adjustment.graded(severity)
        guard grade != severity else { return self }
        let (name, provenance) = (policy.name, adjustment.provenance)
        let regraded = problem.graded(grade) {
            Evidence(
                "policy",
                "\(name) makes it \(grade == .error ? "an" : "a") \(grade.rawValue): "
                    + "\(provenance.text) (\(provenance.confidence.rawValue))")
        }
        return Finding(rule: rule, problem: regraded, under: policy, learned: learned)
    }
}
