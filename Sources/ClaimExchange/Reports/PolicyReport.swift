public import ClaimRules

/// Payers' policies for people, at most 80 columns wide.
public enum PolicyReport {
    /// One policy a line: its id, its name, and how well it stands.
    public static func list(_ policies: [Policy], lettering: Lettering = .unicode) -> String {
        policies.map { policy in
            let words = "\(policy.name), \(policy.date), \(policy.standing.words)"
            return lines(policy.id, words, column: 15, lettering)
        }.joined()
    }

    /// A policy with every setting: its value, how well it is known, who says so and when.
    public static func text(of policy: Policy, lettering: Lettering = .unicode) -> String {
        let head: [(String, String?)] = [
            ("Policy", "\(policy.name) (\(policy.id))"), ("Payer ID", policy.payerID), ("Its number", policy.policyID),
            ("Kind of payer", policy.payerType.rawValue), ("Date", policy.date), ("Source", policy.source),
            ("Standing", policy.standing.words), ("Contact", policy.contact),
        ]
        let settings = policy.entries.map { entry in
            let isOwn = entry.source != policy.source || entry.date != policy.date
            let source = isOwn ? "; \(entry.source), \(entry.date)" : ""
            return lines(
                entry.name, "\(entry.value)  [\(entry.standing.rawValue)\(source)]", indent: 2, column: 28, lettering)
        }
        return head.compactMap { label, value in value.map { lines(label, $0, column: 15, lettering) } }.joined()
            + "\nSettings (what is left out is not known)\n" + settings.joined()
    }

    private static func lines(
        _ label: String, _ text: String, indent: Int = 0, column: Int, _ lettering: Lettering
    ) -> String {
        Paper.hanging(label.printable(as: lettering), text.printable(as: lettering), indent: indent, column: column)
            .map { $0 + "\n" }.joined()
    }
}

extension Standing {
    /// The standing with what it means.
    var words: String {
        switch self {
        case .verified: "verified"
        case .stated: "stated in the payer's article"
        case .unverified: "unverified"
        }
    }
}
