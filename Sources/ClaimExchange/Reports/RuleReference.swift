import ClaimModel
public import ClaimRules
public import CodeSets

/// The reference page of the rules in Markdown: chapter by chapter, each rule with what it says of a claim.
public enum RuleReference {
    public static func markdown(books: CodeBooks, policies: PolicyLibrary) -> String {
        let contents = Chapter.all.map { "- [\($0.title.escaped)](#\($0.title.anchor)): \($0.rules.span)\n" }.joined()
        let body = Chapter.all.map { chapter in
            "## \(chapter.title.escaped)\n\n"
                + chapter.rules.map { entry($0, books, policies) }.joined(separator: "\n")
        }
        return introduction + contents + "\n" + body.joined(separator: "\n")
    }

    private static var introduction: String {
        """
        # The rules

        What every claim is checked by: \(Rule.all.count) rules in the order of the screens. The title of a rule is what \
        holds on a good claim.

        - An **error** keeps the claim from being ready; a **warning** is mended, or let stand with a reason and a name; a \
        **note** is advice.
        - **Prevents** names the denials, the likeliest first (CARC and RARC). One code has many causes, so several rules \
        may name it.
        - **Rejected as** is the claim status with which a clearinghouse or payer turns such a claim away before it is \
        judged: category A6 where something is missing, A7 where it is wrong, A8 where two parts disagree.
        - **Source** says who says so and when; after it stands how well that is known.
        - **Reads** names every field that the rule looks at. Nothing else can change what it says.

        `cleanclaim explain RULE` says the same of one rule, `cleanclaim explain RULE CLAIM` what it makes of a claim.


        """
    }

    private static func entry(_ rule: Rule, _ books: CodeBooks, _ policies: PolicyLibrary) -> String {
        var points = ["**\(rule.severity.rawValue)**" + (rule.severityNote.map { ". \($0.escaped)" } ?? "")]
        if rule.scope != .anyClaim { points.append("Judges \(rule.scope.words)") }
        if let reason = rule.undenied {
            points.append("Prevents no denial: \(reason.escaped)")
        } else {
            points.append("Prevents " + rule.prevents.map { $0.words(in: books).escaped }.joined(separator: "; "))
        }
        if !rule.rejectedAs.isEmpty {
            points.append(
                "Rejected as " + rule.rejectedAs.map { "\($0) (\(StatusCode.words[$0] ?? ""))" }.joined(separator: ", ")
            )
        }
        points.append("Source: \(rule.source.text.escaped) (\(rule.certainty.words))")
        points.append("Reads \(rule.readsWithBoxes.escaped)")
        if !rule.hides.isEmpty {
            points.append("Speaks for \(rule.hides.joined(separator: ", ")), which then say nothing")
        }
        if !rule.alongside.isEmpty { points.append("May come with \(rule.alongside.joined(separator: ", "))") }
        let example = rule.exampleFinding(books: books, policies: policies).map { finding in
            "\n> \(finding.message.escaped)\n> *\(finding.remedy.escaped)*\n"
        }
        return "### \(rule.id): \(rule.title.escaped)\n\n" + points.map { "- \($0)\n" }.joined() + (example ?? "")
    }
}

extension Rule {
    /// The fields with their boxes: `NDC (24A shaded)`.
    fileprivate var readsWithBoxes: String {
        guard reads.count <= 40 else { return "every field" }
        var seen: Set<String> = []
        return reads.map { field in field.box.map { "\(field.label) (\($0))" } ?? field.label }
            .filter { seen.insert($0).inserted }.joined(separator: ", ")
    }
}

extension [Rule] {
    /// Every id: `PT-001, PT-002`.
    fileprivate var span: String { map(\.id).joined(separator: ", ") }
}

extension String {
    fileprivate var escaped: String { map { "\\`*_<|".contains($0) ? "\\\($0)" : String($0) }.joined() }

    /// The fragment by which a heading is linked to.
    fileprivate var anchor: String {
        lowercased().filter { $0.isLetter || $0.isNumber || $0 == " " || $0 == "-" }.map {
            $0 == " " ? "-" : String($0)
        }
        .joined()
    }
}
