import ClaimModel
package import ClaimRules
package import CodeSets

/// The reference page of the rules in Markdown: chapter by chapter, each rule with a finding as an example.
package enum RuleReference {
    package static func markdown(books: CodeBooks, policies: PolicyLibrary) -> String {
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

        Every claim is checked by \(Rule.all.count) rules, listed here in the order of the screens. A rule's heading is \
        the fault that it finds.

        - **Requirement** is the sentence that is true of a good claim.
        - **Severity**: an error keeps the claim from being ready; a warning is fixed, or overridden with a reason and a \
        name; a note is for information.
        - **Prevents** lists the denials (CARC and RARC), the likeliest first. One code has many causes, so several rules \
        may list it.
        - **Rejected as** is the claim status of a front-end rejection: category A6 if something is missing, A7 if it is \
        wrong, A8 if two parts disagree.
        - **Source** is where the rule comes from, its date, and how well it is known. Where the payer's policy decides, a finding cites \
        the policy.
        - **Fields checked** lists every field that the rule reads. Nothing else can change its findings.

        `cleanclaim explain RULE` shows one rule; `cleanclaim explain RULE CLAIM` shows what it finds on a claim.


        """
    }

    private static func entry(_ rule: Rule, _ books: CodeBooks, _ policies: PolicyLibrary) -> String {
        let points = RuleDescription(of: rule, books: books).rows.map { row in
            "- **\(row.label.rawValue):** \(row.text.escaped)\n"
        }
        let example = rule.exampleFinding(books: books, policies: policies).map { finding in
            "\n> \(finding.message.escaped)\n> *\(finding.remedy.escaped)*\n"
        }
        return "### \(rule.id): \(rule.fault.escaped)\n\n" + points.joined() + (example ?? "")
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
