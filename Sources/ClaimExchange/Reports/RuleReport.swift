import ClaimModel
package import ClaimRules
package import TextKit

/// The rules as a list: for people and for scripts.
package enum RuleReport {
    /// A table of at most 80 columns: id, severity, and what must hold.
    package static func table(
        _ rules: [Rule] = Rule.all, silenced: [String: SilencedNote] = [:], glyphs: Glyphs = .unicode
    ) -> String {
        rules.map { rule in
            let head = "\(rule.id.padded(to: 8))\(rule.severity.rawValue)"
            let scope = rule.scope == .anyClaim ? "" : " (\(rule.scope.label))"
            let note = silenced[rule.id].map { "; \($0.text)" } ?? ""
            return Paper.hanging(head, (rule.title + scope + note).onPaper(glyphs), indent: 0, column: 17)
                .map { $0 + "\n" }.joined()
        }.joined()
    }

    /// `{"rules": [{"id", "chapter", "title", "fault", "severity", "severityNote", "source", "certainty", "prevents", "undenied",
    /// "rejectedAs", "reads", "applies", "alongside", "silenced"}]}`.
    package static func json(_ rules: [Rule] = Rule.all, silenced: [String: SilencedNote] = [:]) -> String {
        let lines = rules.map { rule in
            JSONValue.object([
                "id": .text(rule.id), "chapter": .text(rule.chapter ?? ""), "title": .text(rule.title),
                "fault": .text(rule.fault), "severity": .text(rule.severity.rawValue),
                "severityNote": JSONValue(rule.severityNote),
                "source": .text(rule.source.text), "certainty": .text(rule.certainty.rawValue),
                "prevents": .list(rule.prevents.map { .text($0.text) }), "undenied": JSONValue(rule.undenied),
                "rejectedAs": .list(rule.rejectedAs.map { .text($0) }),
                "reads": .list(rule.reads.map { .text($0.id) }), "applies": .text(rule.scope.rawValue),
                "alongside": .list(rule.alongside.map { .text($0) }), "silenced": JSONValue(silenced[rule.id]?.text),
            ]).json
        }
        return "{\"rules\": [\n" + lines.joined(separator: ",\n") + "\n]}\n"
    }
}
