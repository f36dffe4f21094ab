public import ClaimModel

/// A policy's change to a rule: `nil` turns it off, a severity applies to all its findings.
public struct RuleAdjustment: Hashable, Sendable {
    public let rule: String
    public let severity: Severity?
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
    public let field: Field
    public let scope: Scope
    public let severity: Severity
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
        return Finding(rule: rule, problem: regraded)
    }
}
