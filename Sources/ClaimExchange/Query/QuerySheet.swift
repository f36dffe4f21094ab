public import ClaimModel
public import ClaimRules
import CodeSets

/// The sheet on which the provider is asked what only the record can answer: 80 columns, pages of 66 lines.
///
/// Each question comes with what the chart says, why it is asked and who says so, and room for the answer. It names no
/// payment and suggests no code: a query must not lead (AHIMA and ACDIS, Guidelines for Achieving a Compliant Query
/// Practice, 2022).
public struct QuerySheet: Sendable {
    /// At least one; a sheet without questions says that there are none.
    public let pages: [Page]
    /// How many questions it asks.
    public let count: Int

    /// - Parameters:
    ///   - findings: what `validate` says of the draft in this context.
    ///   - style: masked, it hides who the patient and the people are.
    public init(
        of draft: ClaimDraft, findings: [Finding], in context: Context, style: Summary.Style = Summary.Style()
    ) {
        let claim = ShownClaim(of: draft, in: context, style)
        let questions = ProviderQuestion.all(of: draft, findings: findings)
        count = questions.count
        let sections = questions.enumerated().map { claim.section(number: $0.offset + 1, $0.element) }
        pages = ([claim.encounter] + (sections.isEmpty ? [QuerySheet.nothing] : sections) + [QuerySheet.signature])
            .paginated(in: claim.queryFrame)
    }

    /// The pages as a printer takes them: lines end in a line feed, pages are parted by form feeds.
    public var text: String { pages.text }

    private static let nothing = Section("QUESTIONS", [["  none open"]])

    private static let signature = Section(
        "ANSWERED",
        [["", "  Signature ________________________________________  Date ___________________"]])
}

extension ShownClaim {
    /// Whom the sheet is about, and to whom it goes.
    fileprivate var encounter: Section {
        Section(
            "ENCOUNTER",
            Paper.facts([
                ("To", joined([.renderingFirstName, .renderingLastName])), ("Service", serviceDays),
                ("Patient", joined([.patientFirstName, .patientMiddleName, .patientLastName])),
                fact(.patientBirthDate, "Birth date"), fact(.account),
            ])
                + [
                    "", "  Please answer from the record, in your own words. If the record does not",
                    "  say, write that.",
                ].map { [$0] })
    }

    fileprivate func section(number: Int, _ question: ProviderQuestion) -> Section {
        let finding = question.finding
        let isIdentity = finding.places.contains { mask?.hides($0.field, in: draft) == true }
        let asked = question.query.map { query in
            let by = mask == nil ? plain(query.by) : Mask.hidden
            return "asked by \(by) on \(query.on)"
        }
        let isHidden = question.query != nil ? mask != nil : isIdentity
        let text = isHidden ? ProviderQuestion.plain : plain(question.text)
        let chart = charted(finding)
        let items = [
            Paper.hanging("Question", [text, asked.map { "(\($0))" }].compactMap(\.self).joined(separator: " ")),
            chart.isEmpty
                ? Paper.hanging("The chart says", "nothing about it on this claim")
                : chart.enumerated().flatMap { Paper.hanging($0.offset == 0 ? "The chart says" : "", $0.element) },
            Paper.hanging("Requirement", plain(finding.rule.title)),
            Paper.hanging("Source", plain(finding.citation.source)),
            Paper.hanging("Answer", String(repeating: "_", count: 58)) + [""]
                + Paper.hanging("", String(repeating: "_", count: 58)),
        ]
        let place = finding.place
        let subject =
            place.field == .diagnosisCode ? "Diagnosis \(DiagnosisRow.letter(of: place.row))" : place.label
        let title = "QUESTION \(number): \(plain(subject).uppercased())  \(finding.rule.id)"
        return Section(title, [items.flatMap(\.self)])
    }

    /// What is on the claim of that which the rule has read in the chart, a line for each field.
    private func charted(_ finding: Finding) -> [String] {
        let read = (finding.places.map(\.field) + finding.rule.reads).uniqued.filter {
            $0.matter == .clinical || $0 == .diagnosisCode || $0 == .scoreTotal
        }
        // A rule that may report any field has read the one that it reports.
        let fields = finding.rule.reads.count == Field.all.count ? finding.places.map(\.field) : read
        return fields.compactMap { field in
            let texts = (0..<draft.rowCount(of: field.part)).compactMap { row in
                text(field, row: row).map { $0 + (field == .diagnosisCode ? described(row) : "") }
            }
            return texts.isEmpty ? nil : "\(field.label): \(texts.joined(separator: "; "))"
        }
    }

    /// What the diagnosis of a row means, where a loaded release has it.
    private func described(_ row: Int) -> String {
        draft.diagnoses[row].code.value.flatMap { context.books.diagnosis($0.text) }.map { " \(plain($0.description))" }
            ?? ""
    }

    fileprivate var queryFrame: PageFrame {
        let notice = mask == nil ? "" : "IDENTITIES HIDDEN"
        return PageFrame(
            head: [
                "PROVIDER QUERY",
                Paper.ends(joined([.billingFirstName, .billingName]) ?? "", "printed \(context.today)"),
                Paper.rule("="),
            ],
            foot: { number, count in
                [Paper.rule(), Paper.ends("CleanClaim  \(notice)", "page \(number) of \(count)")]
            })
    }
}
