package import ClaimModel
package import ClaimRules
package import TextKit

/// Payers' policies for people, at most 80 columns wide.
package enum PolicyReport {
    /// One policy a line: its id, its name, how well it is known, whose file it is, and its versions.
    package static func list(_ library: PolicyLibrary, glyphs: Glyphs = .unicode) -> String {
        library.policies.flatMap { library.versions(of: $0.id) }.map { policy in
            let origin = policy.origin.isShipped ? "shipped" : "your office"
            let days = policy.effective.text
            let facts = [
                policy.name, policy.date.text, policy.confidence.text, origin,
                policy.origin.parents.first.map { "inherits \($0)" }, days.isEmpty ? nil : "service dates \(days)",
            ]
            return lines(policy.id, facts.compactMap(\.self).joined(separator: ", "), column: 15, glyphs)
        }.joined()
    }

    /// A policy with every line: its value, how well it is known, who says so and when, and whether it is old.
    package static func text(of policy: Policy, on today: Day, glyphs: Glyphs = .unicode) -> String {
        let days = policy.effective.text
        let head: [(String, String?)] = [
            ("Policy", "\(policy.name) (\(policy.id))"), ("Payer ID", policy.payerID),
            ("Policy number", policy.policyID),
            ("Payer type", policy.payerType.rawValue), ("Source", policy.source),
            ("Date", policy.date.text),
            (
                "Confidence",
                [policy.confidence.text, policy.provenance.verification?.text].compactMap(\.self).joined(
                    separator: ", ")
            ),
            ("Service dates", days.isEmpty ? nil : days),
            ("Review after", "\(policy.reviewDays) days"), ("Contact", policy.contact),
            ("File", policy.origin.file + (policy.origin.isShipped ? " (shipped)" : " (your office)")),
            ("Inherits", policy.origin.parents.isEmpty ? nil : policy.origin.parents.joined(separator: ", then ")),
        ]
        let old = Set(policy.oldRows(on: today).map(\.key))
        func section(_ title: String, _ kind: PolicyRow.Kind) -> String {
            let rows = policy.rows.filter { $0.kind == kind }
            guard !rows.isEmpty else { return "" }
            return "\n\(title)\n"
                + rows.map { row in
                    lines(
                        row.key, "\(row.value)  [\(row.marks(isOld: old.contains(row.key), under: policy))]", indent: 2,
                        column: 28, glyphs)
                }.joined()
        }
        return head.compactMap { label, value in value.map { lines(label, $0, column: 15, glyphs) } }.joined()
            + section("Settings (what is left out is not known)", .setting)
            + section("Rules turned off or with changed severity", .rule)
            + section("Required fields", .requirement)
    }

    /// What differs between two policies, line by line, with who says so.
    package static func difference(
        _ left: Policy, _ right: Policy, names: (left: String, right: String), glyphs: Glyphs = .unicode
    ) -> String {
        let changes = PolicyDifference.all(from: left, to: right)
        let text = changes.map { change in
            lines(change.key, change.label, column: 28, glyphs)
                + side(names.left, change.left, glyphs) + side(names.right, change.right, glyphs)
        }.joined()
        let count = changes.isEmpty ? "nothing differs" : "\(changes.count) differ\(changes.count == 1 ? "s" : "")"
        return text + "\(names.left) and \(names.right): \(count).\n".onPaper(glyphs)
    }

    private static func side(_ name: String, _ row: PolicyRow?, _ glyphs: Glyphs) -> String {
        let text = row.map { row in
            let verified = row.provenance.verification.map { ", \($0.text)" } ?? ""
            return "\(row.value)  [\(row.confidence.rawValue); \(row.source)\(verified)]"
        }
        return lines(name, text ?? "not set", indent: 2, column: 28, glyphs)
    }

    private static func lines(
        _ label: String, _ text: String, indent: Int = 0, column: Int, _ glyphs: Glyphs
    ) -> String {
        Paper.hanging(label.onPaper(glyphs), text.onPaper(glyphs), indent: indent, column: column)
            .map { $0 + "\n" }.joined()
    }
}

extension PolicyRow {
    /// The confidence, the source where it is not the policy's own, who has verified it, and whether it is old.
    fileprivate func marks(isOld: Bool, under policy: Policy) -> String {
        let isOwn = provenance.source != policy.source || provenance.date != policy.date
        let verification = provenance.verification.flatMap { $0 == policy.provenance.verification ? nil : $0.text }
        return [confidence.rawValue, isOwn ? source : nil, verification, isOld ? "old" : nil].compactMap(\.self)
            .joined(separator: "; ")
    }
}

extension Confidence {
    /// The confidence with what it means.
    var text: String {
        switch self {
        case .verified: "verified"
        case .stated: "stated in the payer's article"
        case .unverified: "unverified"
        }
    }
}
