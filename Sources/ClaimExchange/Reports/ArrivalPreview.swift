public import ClaimModel
public import ClaimRules
public import TextKit

/// What a claim from outside would be in the store: each field, what does not read, and the findings.
public struct ArrivalPreview: Sendable {
    private let title: String
    private let draft: ClaimDraft
    private let findings: [Finding]
    private let origins: [Place: String]?

    /// - Parameters:
    ///   - title: where it is in its file, and what would become of it.
    ///   - origins: the column that each text came from, where it came from columns.
    public init(
        _ title: String, _ draft: ClaimDraft, findings: [Finding], origins: [Place: String]? = nil,
        isSkipped: Bool = false
    ) {
        self.isSkipped = isSkipped
        self.title = title
        self.draft = draft
        self.findings = findings
        self.origins = origins
    }

    /// Whether nothing would become of it: the store has it already.
    public let isSkipped: Bool

    /// How many errors the claim would have.
    public var errors: Int { findings.count { $0.severity == .error } }

    /// At most 80 columns wide.
    public func text(_ glyphs: Glyphs) -> String {
        var lines = title.wrapped(to: Paper.columns)
        for place in filled {
            let state = draft.state(at: place)
            lines += Paper.hanging(place.key, state.text + origin(of: place), column: ArrivalPreview.column)
            if let unreadable = state.unreadable {
                lines += Paper.hanging("", "does not read: \(unreadable.message).", column: ArrivalPreview.column)
            }
        }
        lines += Paper.hanging("findings", counts, column: ArrivalPreview.column)
        return lines.map { $0.onPaper(glyphs) + "\n" }.joined() + "\n"
    }

    private static let column = 30

    /// What is in the claim, row by row.
    private var filled: [Place] {
        Part.allCases.flatMap { part in
            let fields = Field.all.filter { $0.part == part }
            return (0..<draft.rowCount(of: part)).flatMap { row in fields.map { Place($0, row: row) } }
        }.filter { !draft.isEmpty(at: $0) }
    }

    private func origin(of place: Place) -> String {
        guard let origins else { return "" }
        return origins[place].map { " (column \"\($0)\")" } ?? " (constant)"
    }

    private var counts: String {
        let verdict = Verdict(of: findings, on: draft)
        let counts = [(verdict.errors, "error"), (verdict.warnings, "warning"), (verdict.notes, "note")].map {
            counted($0, $1)
        }
        var rules: [String] = []
        for finding in findings where !rules.contains(finding.rule.id) { rules.append(finding.rule.id) }
        return counts.joined(separator: ", ") + (rules.isEmpty ? "" : ": " + rules.joined(separator: ", "))
    }
}
