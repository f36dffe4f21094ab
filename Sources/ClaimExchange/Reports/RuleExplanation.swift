import ClaimModel
public import ClaimRules
public import CodeSets
public import TextKit

extension RuleReport {
    /// Everything about one rule, at most 80 columns wide, with an example where the policies are at hand.
    public static func explanation(
        of rule: Rule, books: CodeBooks, policies: PolicyLibrary? = nil, lettering: Glyphs = .unicode
    ) -> String {
        var lines = "\(rule.id)  \(rule.title)".wrapped(to: Paper.columns) + [""]
        func add(_ label: String, _ text: String) {
            lines += Paper.hanging(label, text, indent: 0, column: 14)
        }
        add("Severity", [rule.severity.rawValue, rule.severityNote].compactMap { $0 }.joined(separator: ". "))
        add("Applies to", rule.scope.words)
        for (index, denial) in rule.prevents.enumerated() {
            add(index == 0 ? "Prevents" : "", denial.words(in: books))
        }
        if let reason = rule.undenied { add("Prevents", "no denial. \(reason)") }
        if !rule.rejectedAs.isEmpty {
            let codes = rule.rejectedAs.map { "\($0) (\(StatusCode.words[$0] ?? ""))" }
            add("Rejected as", "claim status \(codes.joined(separator: ", ")), in a 277CA")
        }
        add("Source", rule.source.text)
        add("Certainty", rule.certainty.words)
        add("Reads", rule.readsInWords)
        if let policies, let example = rule.example(books: books, policies: policies) {
            lines += [""] + example
        }
        return lines.map { $0.onPaper(lettering) + "\n" }.joined()
    }
}

extension Rule {
    /// What the rule says of the first sample claim that it rejects.
    func exampleFinding(books: CodeBooks, policies: PolicyLibrary) -> Finding? {
        rejects().lazy.compactMap { example in
            example.findings(books: books, library: policies).first { $0.rule.id == self.id }
        }.first
    }

    fileprivate func example(books: CodeBooks, policies: PolicyLibrary) -> [String]? {
        guard let finding = exampleFinding(books: books, policies: policies) else { return nil }
        let place = finding.place.number.map { " \($0)" } ?? ""
        return Paper.hanging("Example", finding.message, indent: 0, column: 14)
            + Paper.hanging("", "At: \(finding.place.field.label)\(place)", indent: 0, column: 14)
            + (finding.remedy.isEmpty ? [] : Paper.hanging("To mend it", finding.remedy, indent: 0, column: 14))
    }
}
