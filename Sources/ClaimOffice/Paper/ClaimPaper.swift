public import ClaimExchange
public import ClaimModel
import ClaimRules
public import PaperSheet

/// A claim on paper: its summary, its CMS-1500, both, or the provider query.
public struct ClaimPaper {
    public enum Form: String, CaseIterable, Sendable {
        case summary, cms1500, both, query

        /// Whether the CMS-1500 is printed.
        public var hasForm: Bool { self == .cms1500 || self == .both }
    }

    /// How it is printed.
    public struct Options: Sendable {
        public var form: Form
        public var style: FormImage.Style
        /// Whether to hide the names and identifiers of people.
        public var isMasked: Bool
        /// Whether the summary of a clean claim has more than one note.
        public var showsAllNotes: Bool

        public init(form: Form, style: FormImage.Style, isMasked: Bool = false, showsAllNotes: Bool = false) {
            self.showsAllNotes = showsAllNotes
            self.form = form
            self.style = style
            self.isMasked = isMasked
        }
    }

    private let options: Options
    private let summary: Summary
    private let query: QuerySheet
    private let shown: ClaimDraft
    private let notice: String
    private var form: Form { options.form }

    /// - Parameters:
    ///   - status: the stored status; `nil` for a claim that is not in the store.
    ///   - revision: the number of times it was saved.
    public init(of claim: JudgedClaim, status: ClaimStatus?, revision: Int?, _ options: Options) {
        let verdict = claim.verdict
        let style = Summary.Style(
            isMasked: options.isMasked, glyphs: options.style.glyphs, showsAllNotes: options.showsAllNotes)
        summary = Summary(
            of: claim.draft, findings: claim.findings, in: claim.context, revision: revision,
            status: status ?? verdict.status, style: style)
        query = QuerySheet(of: claim.draft, findings: claim.findings, in: claim.context, style: style)
        shown = options.isMasked ? claim.draft.withoutIdentities(in: claim.context.parsing) : claim.draft
        notice = verdict.errors > 0 ? verdict.text : ""
        self.options = options
    }

    /// With form feeds between the pages.
    public var text: String {
        let sheets = FormImage.text(of: FormImage.sheets(of: shown, notice: notice, style: options.style))
        return switch form {
        case .summary: summary.text
        case .cms1500: sheets
        case .both: "\(summary.text)\u{0C}\(sheets)"
        case .query: query.text
        }
    }

    /// Its pages of text, without the form.
    public var pages: [Page] {
        switch form {
        case .summary, .both: summary.pages
        case .query: query.pages
        case .cms1500: []
        }
    }

    public var sheets: [Sheet] {
        pages.map(\.sheet)
            + (form.hasForm ? FormImage.drawnSheets(of: shown, notice: notice, style: options.style) : [])
    }

    /// The boxes whose contents do not fit.
    public var cutBoxes: [String] {
        form.hasForm ? CMS1500.cutBoxes(of: shown, glyphs: options.style.glyphs) : []
    }
}
