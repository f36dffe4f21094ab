import ClaimModel
package import ClaimRules
package import CodeSets
package import TextKit

extension RuleReport {
    /// Everything about one rule, at most 80 columns wide, with an example where the policies are loaded.
    package static func explanation(
        of rule: Rule, books: CodeBooks, policies: PolicyLibrary? = nil, silenced: SilencedNote? = nil,
        glyphs: Glyphs = .unicode
    ) -> String {
        let description = RuleDescription(of: rule, books: books, silenced: silenced)
        var lines = description.heading.wrapped(to: Paper.columns) + [""]
        for row in description.rows {
            for (index, text) in row.texts.enumerated() {
                lines += Paper.hanging(index == 0 ? row.label.rawValue : "", text, indent: 0, column: 18)
            }
        }
        if let policies, let example = rule.example(books: books, policies: policies) {
            lines += [""] + example
        }
        return lines.map { $0.onPaper(glyphs) + "\n" }.joined()
    }
}

extension Rule {
    /// The rule's finding on the first sample claim that it rejects.
    func exampleFinding(books: CodeBooks, policies: PolicyLibrary) -> Finding? {
        rejects().lazy.compactMap { example in
            example.findings(books: books, library: policies).first { $0.rule.id == self.id }
        }.first
    }

    fileprivate func example(books: CodeBooks, policies: PolicyLibrary) -> [String]? {
        guard let finding = exampleFinding(books: books, policies: policies) else { return nil }
        let place = finding.place.number.map { " \($0)" } ?? ""
        return Paper.hanging("Example", finding.message, indent: 0, column: 18)
            + Paper.hanging("", "At: \(finding.place.field.label)\(place)", indent: 0, column: 18)
            + (finding.remedy.isEmpty ? [] : Paper.hanging("How to fix", finding.remedy, indent: 0, column: 18))
    }
}
