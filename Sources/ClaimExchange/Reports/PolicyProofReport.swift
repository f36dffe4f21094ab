import ClaimModel
package import ClaimRules
package import TextKit

/// What became of the example claims of policies, at most 80 columns wide.
package struct PolicyProofReport: Sendable {
    private var count = 0
    private var failed = 0
    private var policies = 0
    private let glyphs: Glyphs

    /// Whether every example found what it names.
    package var holds: Bool { failed == 0 }

    package init(glyphs: Glyphs = .unicode) { self.glyphs = glyphs }

    /// The lines of one policy.
    package mutating func add(_ proofs: [PolicyProof], of policy: Policy) -> String {
        policies += 1
        count += proofs.count
        failed += proofs.count { !$0.holds }
        let head = policy.origin.isShipped ? policy.id : "\(policy.id) (\(policy.origin.file))"
        let lines = proofs.isEmpty ? ["  no example claim"] : proofs.flatMap(lines)
        return ([head.onPaper(glyphs)] + lines).map { $0 + "\n" }.joined()
    }

    /// `11 policies, 34 examples: 33 as expected, 1 not.`
    package func end() -> String {
        "\(counted(policies, "policy", "policies")), \(counted(count, "example")): "
            + "\(count - failed) as expected, \(failed) not.\n"
    }

    private func lines(_ proof: PolicyProof) -> [String] {
        let title = proof.example.title.onPaper(glyphs)
        let place = proof.example.line.map { " (line \($0))" } ?? ""
        let missing = proof.missing.map { "The \($0.severity.rawValue) \($0.rule) is not found." }
        let unexpected = proof.unexpected.map { "Not expected: \($0.severity.rawValue) \($0.rule.id), \($0.message)" }
        return Paper.hanging(proof.holds ? "ok" : "differs", title + (proof.holds ? "" : place), column: 11)
            + (missing + unexpected).flatMap { Paper.hanging("", $0.onPaper(glyphs), column: 11) }
    }
}
