import ClaimModel
import Yams

/// The head of a policy file and its sections.
extension PolicyReader {
    private static let keys =
        [
            "id", "inherits", "name", "payer_id", "policy_id", "payer_type", "contact", "review_days", "effective_from",
            "effective_to", "settings", "rules", "requires", "examples",
        ] + provenanceKeys

    mutating func content(of root: Node) -> PolicyFile.Content? {
        let members = members(root, of: "the policy", known: PolicyReader.keys)
        let head = Dictionary(members.map { ($0.key, $0.2) }) { first, _ in first }
        let id = identity(head["id"], "id", isNeeded: true)
        let parent = identity(head["inherits"], "inherits")
        let name = text(
            head["name"], "name", at: 1, isNeeded: parent == nil, "Write the payer's name, or inherits: a policy.")
        let payerType: Policy.PayerType? = value(head["payer_type"], "payer_type")
        if parent == nil, head["payer_type"].map(\.isNothing) ?? true {
            note(at: 1, "payer_type is missing.", "Write \(Policy.PayerType.form), or inherits: a policy.")
        }
        let provenance = headProvenance(head, line: 1)
        let effective = effectiveDays(head)
        let reviewDays: Int? = value(head["review_days"], "review_days")
        let texts = ["payer_id", "policy_id", "contact"].map {
            text(head[$0], $0, at: nil, "Write it in quotes.")
        }
        let (settings, cleared) = settings(head["settings"], under: provenance ?? .unsaid)
        let adjustments = adjustments(head["rules"], under: provenance ?? .unsaid)
        let requirements = requirements(head["requires"], under: provenance ?? .unsaid)
        let examples = examples(head["examples"])
        guard let id, let provenance, !faults.contains(where: { $0.severity == .error }) else { return nil }
        return PolicyFile.Content(
            id: id, parent: parent, name: name, payerID: texts[0], policyID: texts[1], payerType: payerType,
            contact: texts[2], reviewDays: reviewDays, provenance: provenance, effective: effective,
            settings: settings, cleared: cleared, adjustments: adjustments, requirements: requirements,
            examples: examples, lines: lines(of: members, head["settings"]))
    }

    /// `id`: lowercase letters, digits, `_` and `-`, so that it can name a file.
    private mutating func identity(_ node: Node?, _ key: String, isNeeded: Bool = false) -> String? {
        let remedy = "Write lowercase letters, digits, _ or -, such as acme."
        guard let id = text(node, key, at: 1, isNeeded: isNeeded, remedy) else { return nil }
        let isPlain =
            id.utf8.count <= 40
            && id.allSatisfy {
                $0.isASCII && ($0.isLowercase || $0.isNumber || $0 == "_" || $0 == "-")
            }
        if isPlain { return id }
        note(at: node?.mark?.line, "\(key): \"\(id.shown)\" cannot name a policy.", remedy)
        return nil
    }

    private mutating func effectiveDays(_ head: [String: Node]) -> EffectiveDays {
        let days = EffectiveDays(
            from: day(head["effective_from"], "effective_from"), to: day(head["effective_to"], "effective_to"))
        if let from = days.from, let to = days.to, to < from {
            note(at: head["effective_to"]?.mark?.line, "effective_to is before effective_from.", "Correct one of them.")
        }
        return days
    }

    private func lines(of members: [(key: String, line: Int?, Node)], _ settings: Node?) -> [String: Int] {
        let inner = (settings?.mapping).map { $0.map { ($0.key.scalar?.string ?? "", $0.key.mark?.line) } } ?? []
        let all = members.map { ($0.key, $0.line) } + inner
        return Dictionary(all.compactMap { key, line in line.map { (key, $0) } }) { first, _ in first }
    }
}

// MARK: Settings, rules, requirements

extension PolicyReader {
    private mutating func settings(_ node: Node?, under head: Provenance) -> (PolicySettings, cleared: [String]) {
        var settings = PolicySettings()
        var cleared: [String] = []
        guard let node else { return (settings, cleared) }
        for (name, line, value) in members(node, of: "settings", known: SettingKey.all.map(\.name)) {
            guard let key = SettingKey.named(name) else { continue }
            if value.written == "none" {
                cleared.append(name)
                continue
            }
            guard let (inner, provenance) = valueAndProvenance(of: value, name, line, "value", under: head) else {
                continue
            }
            if let objection = key.read(inner, provenance, into: &settings) {
                note(at: inner.mark?.line ?? line, "\(name) \(objection).", "Correct the value.")
            }
        }
        return (settings, cleared)
    }

    /// A plain value, or a mapping that has it under a key together with its provenance.
    private mutating func valueAndProvenance(
        of node: Node, _ name: String, _ line: Int?, _ key: String, under head: Provenance, also others: [String] = []
    ) -> (Node, Provenance)? {
        let isLong = node.mapping.map { mapping in
            mapping.contains {
                key == $0.key.scalar?.string || PolicyReader.provenanceKeys.contains($0.key.scalar?.string ?? "")
            }
        }
        guard isLong == true else {
            if !node.isNothing { return (node, head) }
            note(at: line, "\(name) has no value.", "Enter one, or delete the line.")
            return nil
        }
        let members = members(node, of: name, known: [key] + others + PolicyReader.provenanceKeys)
        let byKey = Dictionary(members.map { ($0.key, $0.2) }) { first, _ in first }
        let own = byKey.filter { PolicyReader.provenanceKeys.contains($0.key) }
        let provenance = provenance(own, under: head, at: node)
        guard let inner = byKey[key], !inner.isNothing else {
            note(at: line, "\(name) has no \(key).", "Write \(key): next to its source.")
            return nil
        }
        return (inner, provenance)
    }

    /// `DX-009: off`, or `DX-009: {severity: error, source: …, date: …}`.
    private mutating func adjustments(_ node: Node?, under head: Provenance) -> [RuleAdjustment] {
        guard let node else { return [] }
        var adjustments: [RuleAdjustment] = []
        for (name, line, value) in members(node, of: "rules") {
            guard let (word, provenance) = valueAndProvenance(of: value, name.shown, line, "severity", under: head)
            else { continue }
            guard let written = word.written, written == "off" || Severity(rawValue: written) != nil else {
                note(at: word.mark?.line, "\(name.shown) must be off, note, warning or error.", "Write one of them.")
                continue
            }
            guard let rule = Rule.named(name), rule.id != Rule.unreadableEntry.id else {
                let ids = Rule.all.map(\.id).filter { $0 != Rule.unreadableEntry.id }
                let isFixed = name == Rule.unreadableEntry.id
                note(
                    .warning, at: line,
                    isFixed
                        ? "\(name) cannot be changed." : "No rule \(name.shown).",
                    isFixed ? "Delete the line." : PolicyReader.ruleChoice(of: name, among: ids))
                continue
            }
            adjustments.append(
                RuleAdjustment(rule: rule.id, severity: Severity(rawValue: written), provenance: provenance))
        }
        return adjustments
    }

    static func ruleChoice(of name: String, among ids: [String]) -> String {
        (name.nearest(in: ids).map { "Did you mean \($0)? " } ?? "") + "cleanclaim rules lists them."
    }

    /// `treatment.weight: error`, or `treatment.weight: {severity: error, claims: ketamine, source: …}`.
    private mutating func requirements(_ node: Node?, under head: Provenance) -> [Requirement] {
        guard let node else { return [] }
        var requirements: [Requirement] = []
        for (name, line, value) in members(node, of: "requires") {
            let scope = value.mapping?["claims"]
            guard
                let (word, provenance) = valueAndProvenance(
                    of: value, name.shown, line, "severity", under: head, also: ["claims"])
            else { continue }
            guard let severity = word.written.flatMap({ Severity(rawValue: $0) }) else {
                note(at: word.mark?.line, "\(name.shown) must be note, warning or error.", "Write one of them.")
                continue
            }
            guard let field = Field.named(name) else {
                let known = Field.all.map(\.id)
                let remedy =
                    name.nearest(in: known).map { "Did you mean \($0)?" }
                    ?? "F1 on a field shows its name; so does check --format json."
                note(.warning, at: line, "No field \(name.shown).", remedy)
                continue
            }
            let claims = scope?.written ?? Scope.anyClaim.rawValue
            guard let scope = Scope(rawValue: claims), scope.isEvaluated else {
                note(
                    at: scope?.mark?.line, "claims must be any, ketamine or psychiatric ketamine.", "Write one of them."
                )
                continue
            }
            requirements.append(Requirement(field: field, scope: scope, severity: severity, provenance: provenance))
        }
        return requirements
    }
}

extension Policy.PayerType: SettingValue {}
