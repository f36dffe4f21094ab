public import ClaimModel
public import CodeSets

/// The file of a new policy: commented, complete, and inheriting everything that it leaves out.
public struct PolicyTemplate {
    let id: String
    let parent: Policy
    let today: Day
    /// What the author has entered already.
    var name: String?
    var payerID: String?
    var source: String?

    /// - Parameters:
    ///   - id: the name that the file will have, without `.yaml`.
    ///   - parent: the policy that it inherits.
    ///   - today: the date of its source until the author enters another.
    public init(
        id: String, parent: Policy, today: Day, name: String? = nil, payerID: String? = nil, source: String? = nil
    ) {
        self.id = id
        self.parent = parent
        self.today = today
        self.name = name
        self.payerID = payerID
        self.source = source
    }

    /// Whether the policy overrides the shipped one of the same id.
    private var isOverlay: Bool { id == parent.id }

    /// The text of the file. Its example expects what the parent's settings find today.
    public func text(books: CodeBooks) -> String {
        ([head, settings, rules, requirements, examples(books)] as [String]).joined(separator: "\n")
    }

    private var head: String {
        let whole =
            isOverlay
            ? "what our office changes in the shipped policy."
            : "what our office knows about this payer's policy."
        return """
            # \((name ?? parentName).oneLine): \(whole)
            #
            # Settings left out are inherited from "\(parent.id)", also after an update of the program.
            # `cleanclaim policy lint \(id)` checks this file and reports every error with its line;
            # `cleanclaim policy test \(id)` checks the example claims at its end;
            # `cleanclaim policy diff shipped/\(parent.id) \(id)` shows what it changes.
            id: \(id)
            inherits: \(parent.id)
            \(isOverlay && name == nil ? "# name: \(parent.name.quotedForYAML)" : "name: \((name ?? id).quotedForYAML)")
            \(payerID.map { "payer_id: \($0.quotedForYAML)" } ?? "# payer_id: \"\"        # from the card or the clearinghouse's list")
            # policy_id: ""       # the payer's number of the document
            # payer_type: \(parent.payerType.rawValue)    # \(Policy.PayerType.allCases.map(\.rawValue).joined(separator: ", "))
            # contact: ""         # who to ask

            # The source and its date: a letter, a manual with its page, a call with its reference.
            source: \((source ?? "").quotedForYAML)
            date: "\(today.iso)"
            # How well it is known: unverified raises at most a warning. Once somebody has read it in the payer's own
            # document, enter who and when; a single setting can have its own:
            #   min_age: {value: 21, source: "Manual, page 12", date: "2026-02", verified: {by: "L. Lead", on: "2026-11-20"}}
            confidence: unverified
            # verified: {by: "", on: "\(today.iso)"}

            # The service dates that this file applies to; all, if left out. A second file of the same id with other dates
            # is another version; the service date selects it.
            # effective_from: "\(today.iso)"
            # effective_to: ""
            # Days after which a setting counts as old:
            # review_days: \(parent.reviewDays)

            """
    }

    private var parentName: String { isOverlay ? parent.name : id }

    private var settings: String {
        let lines = SettingKey.all.map { key in
            let inherited = key.text(in: parent.settings).map { value in
                let provenance = key.provenance(in: parent.settings)
                return "\(parent.id): \(value) (\(provenance.map { "\($0.confidence.rawValue); \($0.text)" } ?? ""))"
            }
            let value = key.yaml(in: parent.settings) ?? ""
            return """
                  # \(key.help)
                  # Takes \(key.form). \(inherited?.oneLine ?? "\(parent.id) does not have it.")
                  # \(key.name): \(value)

                """
        }
        return "# Delete the # from each setting in which this payer differs, and enter its value.\n"
            + "# The word none removes what \(parent.id) says.\nsettings:\n" + lines.joined()
    }

    private var rules: String {
        """
        # A rule can be turned off or given another severity: off, note, warning, error.
        # rules:
        #   TM-010: {severity: off, source: "Call of 11/20/2026, ref 4711", date: "2026-11-20"}

        """
    }

    private var requirements: String {
        """
        # A field can be required: note, warning, error; claims: any, ketamine.
        # requires:
        #   chart.structuredInterview: {severity: warning, claims: ketamine}

        """
    }

    private func examples(_ books: CodeBooks) -> String {
        let plain = PolicyExample(
            title: "A complete infusion of forty minutes", sample: "infusion", edits: [], today: nil,
            errors: [], warnings: [], notes: [], line: nil)
        let findings = plain.findings(under: parent, books: books)
        func ids(_ severity: Severity) -> String {
            Set(findings.filter { $0.severity == severity }.map(\.rule.id)).sorted().yaml
        }
        return """
            # Claims that prove the file: edits to a sample claim, and the rules that then have findings. Errors and
            # warnings exactly, notes at least. The samples: \(ClaimExample.sampleNames.joined(separator: ", ")).
            # The errors and warnings below are today's; correct them to what this payer's policy means.
            examples:
              - title: \(plain.title)
                claim: \(plain.sample)
                # edits: {treatment.dose: "56", "line.procedure[1]": "96365"}
                errors: \(ids(.error))
                warnings: \(ids(.warning))

            """
    }
}

extension String {
    /// The text without line breaks, for a comment.
    fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
