import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import PaperSheet

/// What is printed of one claim: its summary, its CMS-1500, one behind the other, or the query to its provider.
struct ClaimPaper {
    enum Form: String, ExpressibleByArgument, CaseIterable {
        case summary, cms1500, both, query

        /// Whether the form of the payers is printed.
        var hasForm: Bool { self == .cms1500 || self == .both }
    }

    private let form: Form
    private let style: FormImage.Style
    private let summary: Summary
    private let query: QuerySheet
    private let shown: ClaimDraft
    private let notice: String

    init(
        of found: ClaimFinder.Found, form: Form, style: FormImage.Style, isMasked: Bool, _ around: Surroundings
    ) {
        let draft = found.draft
        let context = around.context(for: draft, history: found.history, sent: found.sent)
        let findings = around.findings(on: draft, in: context)
        let verdict = Verdict(of: findings, on: draft)
        summary = Summary(
            of: draft, findings: findings, in: context, revision: found.revision,
            status: found.status ?? verdict.status,
            style: Summary.Style(isMasked: isMasked, lettering: style.lettering))
        query = QuerySheet(
            of: draft, findings: findings, in: context,
            style: Summary.Style(isMasked: isMasked, lettering: style.lettering))
        shown = isMasked ? draft.withoutIdentities(in: around.parsing) : draft
        notice = verdict.errors > 0 ? verdict.words : ""
        self.form = form
        self.style = style
    }

    /// With form feeds between the pages.
    var text: String {
        let sheets = FormImage.text(of: FormImage.sheets(of: shown, notice: notice, style: style))
        return switch form {
        case .summary: summary.text
        case .cms1500: sheets
        case .both: "\(summary.text)\u{0C}\(sheets)"
        case .query: query.text
        }
    }

    /// Its pages of text, without the form.
    var pages: [Page] {
        switch form {
        case .summary, .both: summary.pages
        case .query: query.pages
        case .cms1500: []
        }
    }

    var sheets: [Sheet] {
        pages.map(\.sheet)
            + (form.hasForm ? FormImage.drawnSheets(of: shown, notice: notice, style: style) : [])
    }

    /// The boxes whose content does not fit.
    var cutBoxes: [String] { form.hasForm ? CMS1500.cutBoxes(of: shown, lettering: style.lettering) : [] }

    /// The same in words.
    var losses: [String] {
        cutBoxes.map {
            "CMS-1500, box \($0): it does not fit. A text is cut, a number left out."
        }
    }
}
