public import ClaimModel
public import CodeSets

/// The file that a new policy begins as: commented, complete, and inheriting what it does not say.
public struct PolicyTemplate {
    let id: String
    let parent: Policy
    let today: Day
    /// What the author has said already.
    var name: String?
    var payerID: String?
    var source: String?

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

    /// Whether the policy is the office's word over the shipped one of the same id.
    private var isOverlay: Bool { id == parent.id }

    /// The text of the file. Its example expects what the parent's settings find today.
    public func text(books: CodeBooks) -> String {
        ([head, settings, rules, requirements, examples(books)] as [String]).joined(separator: "\n")
    }

    private var head: String {
        let whole =
            isOverlay
            ? "what our office knows better than the policy that comes with the program."
            : "what our office knows of this payer's policy."
        return """
            # \((name ?? parentName).oneLine): \(whole)
            #
            # What is left out is taken from "\(parent.id)", also after the program was updated.
            # `cleanclaim policy lint \(id)` reads this file and names every slip with its line;
            # `cleanclaim policy test \(id)` judges the example claims at its end;
            # `cleanclaim policy diff shipped/\(parent.id) \(id)` shows what it changes.
            id: \(id)
            inherits: \(parent.id)
            \(isOverlay && name == nil ? "# name: \(parent.name.quotedForYAML)" : "name: \((name ?? id).quotedForYAML)")
            \(payerID.map { "payer_id: \($0.quotedForYAML)" } ?? "# payer_id: \"\"        # from the card or the clearinghouse's list")
            # policy_id: ""       # the payer's own number of the document
            # payer_type: \(parent.payerType.rawValue)    # \(Policy.PayerType.allCases.map(\.rawValue).joined(separator: ", "))
            # contact: ""         # whom to ask

            # Who says so, and of which day: a letter, a manual with its page, a call with its reference.
            source: \((source ?? "").quotedForYAML)
            date: "\(today.iso)"
            # How well it is known: unverified raises at most a warning. Once you have read it in the payer's own
            # document, say who has and when; a single setting may say so for itself:
            #   min_age: {value: 21, source: "Manual, page 12", date: "2026-02", verified: {by: "L. Lead", on: "2026-11-20"}}
            standing: unverified
            # verified: {by: "", on: "\(today.iso)"}

            # The service days that this file judges; without them all. A second file of the same id with other days is
            # another version; the service date picks.
            # effective_from: "\(today.iso)"
            # effective_to: ""
            # After how many days a setting counts as old:
            # review_days: \(parent.reviewDays)

            """
    }

    private var parentName: String { isOverlay ? parent.name : id }

    private var settings: String {
        let lines = SettingKey.all.map { key in
            let said = key.words(in: parent.settings).map { words in
                let provenance = key.provenance(in: parent.settings)
                return "\(parent.id): \(words) (\(provenance.map { "\($0.standing.rawValue); \($0.text)" } ?? ""))"
            }
            let value = key.yaml(in: parent.settings) ?? ""
            return """
                  # \(key.help)
                  # Takes \(key.form). \(said?.oneLine ?? "\(parent.id) does not say.")
                  # \(key.name): \(value)

                """
        }
        return "# Take the # away from what this payer has otherwise, and give it its value.\n"
            + "# The word none takes away what \(parent.id) says.\nsettings:\n" + lines.joined()
    }

    private var rules: String {
        """
        # A rule may be turned off or regraded: off, note, warning, error.
        # rules:
        #   TM-010: {severity: off, source: "Call of 11/20/2026, ref 4711", date: "2026-11-20"}

        """
    }

    private var requirements: String {
        """
        # A field may be wanted: note, warning, error; claims: any, ketamine.
        # requires:
        #   chart.structuredInterview: {severity: warning, claims: ketamine}

        """
    }

    private func examples(_ books: CodeBooks) -> String {
        let plain = PolicyExample(
            title: "An infusion of forty minutes, everything said", sample: "infusion", edits: [], today: nil,
            errors: [], warnings: [], notes: [], line: nil)
        let findings = plain.findings(under: parent, books: books)
        func ids(_ severity: Severity) -> String {
            Set(findings.filter { $0.severity == severity }.map(\.rule.id)).sorted().yaml
        }
        return """
            # Claims that prove the file: edits over a sample claim, and the rules that then speak. Errors and warnings
            # exactly, notes at least. The samples: \(ClaimExample.sampleNames.joined(separator: ", ")).
            # The errors and warnings below are those of today; correct them to what this payer's policy means.
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
    /// The text without line breaks, as a comment may carry it.
    fileprivate var oneLine: String { split(whereSeparator: \.isNewline).joined(separator: " ") }
}
