import ClaimModel
public import CodeSets

/// One rule as labeled text, with one vocabulary for the terminal, the reference page, F1 and every other place.
public struct RuleDescription: Sendable {
    /// What a row says about the rule.
    public enum Label: String, Sendable {
        case mustHold = "Requirement"
        case severity = "Severity"
        case silenced = "Silenced"
        case scope = "Applies to"
        case prevents = "Prevents"
        case rejectedAs = "Rejected as"
        case source = "Source"
        case reads = "Fields checked"
        case hides = "Instead of"
        case alongside = "Often found with"
    }

    /// One row of the description: a label and its texts.
    public struct Row: Sendable {
        /// What the texts are.
        public let label: Label
        /// At least one; each is a line of its own where there is room.
        public let texts: [String]

        /// All texts on one line, with semicolons between them.
        public var text: String { texts.joined(separator: "; ") }
    }

    /// `DX-001  No diagnosis on claim`.
    public let heading: String
    /// In the order in which they are shown; what the rule does not have is left out.
    public let rows: [Row]

    /// - Parameters:
    ///   - books: the denial codes' meanings.
    ///   - citation: a finding's own source, where the rule is described for one.
    ///   - silenced: the office's decision not to see its notes.
    public init(of rule: Rule, books: CodeBooks, citing citation: Citation? = nil, silenced: SilencedNote? = nil) {
        heading = rule.heading
        let rows: [(Label, [String])] = [
            (.mustHold, [rule.title]),
            (.severity, [[rule.severity.rawValue, rule.severityNote].compactMap(\.self).joined(separator: ". ")]),
            (.silenced, silenced.map { [$0.text] } ?? []),
            (.scope, [rule.scope.label]),
            (.prevents, rule.undenied.map { ["no denial. \($0)"] } ?? rule.prevents.map { $0.text(in: books) }),
            (.rejectedAs, rule.rejectedAs.map { AnswerCode.status($0).text(in: books) }),
            (.source, citation.map { [$0.text] } ?? rule.citations),
            (.reads, [rule.readsLabel]),
            (.hides, rule.hides),
            (.alongside, rule.alongside),
        ]
        self.rows = rows.filter { !$0.1.isEmpty }.map(Row.init)
    }
}

extension Rule {
    /// `DX-001  No diagnosis on claim`: the rule where findings are listed or grouped.
    public var heading: String { "\(id)  \(fault)" }

    /// What it cites on the claims of the payer that its source is of, and on those of others.
    fileprivate var citations: [String] {
        [citation.text] + (citationElsewhere.map { ["other payers: \($0.text)"] } ?? [])
    }

    /// The labels of its fields with their boxes, each once: `NDC (24A shaded)`.
    fileprivate var readsLabel: String {
        guard reads.count <= 40 else { return "every field" }
        return reads.map { field in field.box.map { "\(field.label) (\($0))" } ?? field.label }
            .uniqued.joined(separator: ", ")
    }
}

extension Scope {
    /// The claims that it is about.
    public var label: String {
        switch self {
        case .anyClaim: "any claim"
        case .ketamineClaim: "ketamine claims"
        case .psychiatricKetamineClaim: "ketamine claims with a psychiatric or unknown indication"
        case .institutional: "institutional claims, which are not checked here"
        case .retired: "no claim any more"
        }
    }
}
