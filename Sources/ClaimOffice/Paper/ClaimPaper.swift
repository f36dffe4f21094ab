public import ClaimExchange
public import ClaimModel
public import ClaimRules
public import ClaimStore
public import PaperSheet

/// A claim on paper: its summary, its CMS-1500, both, a packet for the payer, or the provider query.
public struct ClaimPaper: Sendable {
    public enum Form: Hashable, Sendable {
        case summary, cms1500, both, query, statement
        case packet(Packet.Purpose)

        /// Whether the CMS-1500 is printed.
        public var hasForm: Bool { self != .summary && self != .query && self != .statement }
    }

    /// How it is printed.
    public struct Options: Sendable {
        public var form: Form
        public var style: FormImage.Style
        /// Whether to hide the names and identifiers of people.
        public var isMasked: Bool
        /// Whether the summary has the notes and the denial forecast.
        public var hasNotes: Bool
        /// The record of its printing, which the foot of the pages names; `nil` where it has none.
        public var trail: String?

        public init(form: Form, style: FormImage.Style, isMasked: Bool = false, hasNotes: Bool = false) {
            self.hasNotes = hasNotes
            self.form = form
            self.style = style
            self.isMasked = isMasked
            // Its form is on plain paper, where the offsets of the preprinted one mean nothing.
            if case .packet = form { self.style = FormImage.Style(hasGrid: true, glyphs: style.glyphs) }
        }
    }

    private let options: Options
    private let shown: ClaimDraft
    private let notice: String
    /// The pages of text before the form, and those after it.
    private let pages: (before: [Page], after: [Page])

    /// - Parameters:
    ///   - status: the stored status; `nil` for a claim that is not in the store.
    ///   - revision: the number of times it was saved.
    ///   - answers: what payers have answered to it, the earliest first.
    ///   - summary: its row in the worklist, with what payers have decided and the patient has paid since.
    public init(
        of claim: JudgedClaim, status: ClaimStatus?, revision: Int?, answers: [ClaimAnswer], summary: ClaimSummary?,
        _ options: Options
    ) {
        let (draft, findings, context) = (claim.draft, claim.findings, claim.context)
        let verdict = claim.verdict
        let style = Summary.Style(
            isMasked: options.isMasked, glyphs: options.style.glyphs, hasNotes: options.hasNotes,
            trail: options.trail)
        switch options.form {
        case .summary, .both:
            let summary = Summary(
                of: draft, findings: findings, in: context, revision: revision, status: status ?? verdict.status,
                style: style)
            pages = (summary.pages, [])
        case .query: pages = (QuerySheet(of: draft, findings: findings, in: context, style: style).pages, [])
        case .statement:
            let statement = Statement(
                of: draft, in: context, answers: answers, status: status, settlement: summary?.settlement,
                payments: summary?.course.payments.map(\.payment).total ?? 0, style: style)
            pages = (statement.pages, [])
        case .cms1500: pages = ([], [])
        case .packet(let purpose):
            let packet = Packet(
                of: draft, findings: findings, in: context, answers: answers, for: purpose, style: style)
            pages = (packet.beforeForm, packet.afterForm)
        }
        shown = options.isMasked ? draft.withoutIdentities(in: context.parsing) : draft
        notice = verdict.errors > 0 ? verdict.text : ""
        self.options = options
    }

    /// With form feeds between the pages.
    public var text: String {
        let form =
            options.form.hasForm
            ? FormImage.text(of: FormImage.sheets(of: shown, notice: notice, style: options.style)) : ""
        return [pages.before.text, form, pages.after.text].filter { !$0.isEmpty }.joined(separator: "\u{0C}")
    }

    /// Its lines as a screen shows them, without the form.
    public var lines: [String] { (pages.before + pages.after).flatMap(\.lines) }

    public var sheets: [Sheet] {
        let form =
            options.form.hasForm ? FormImage.drawnSheets(of: shown, notice: notice, style: options.style) : []
        return pages.before.map(\.sheet) + form + pages.after.map(\.sheet)
    }

    /// What of the form is not printed as it is, a sentence each: contents that do not fit their box, and boxes that are moved
    /// off the sheet.
    ///
    /// - Parameter isDrawn: whether the sheets are printed, and not the text.
    public func losses(isDrawn: Bool) -> [String] {
        guard options.form.hasForm else { return [] }
        let cut = CMS1500.cutBoxes(of: shown, glyphs: options.style.glyphs)
        let lost = CMS1500.lostBoxes(of: shown, style: options.style, isDrawn: isDrawn)
        return [
            cut.isEmpty
                ? nil
                : "Box \(cut.joined(separator: ", ")): too long. Text is cut; a number that does not fit is left blank.",
            lost.isEmpty ? nil : "Box \(lost.joined(separator: ", ")): off the sheet with these offsets, left out.",
        ].compactMap { $0 }
    }
}
