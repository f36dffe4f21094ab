public import ClaimModel
public import ClaimRules
public import TextKit

/// The summary that is printed before a claim is submitted: 80 columns, pages of 66 lines.
///
/// A pure function of what it is given. The claim with the line for the signature is one page where it can be, the
/// documentation checklist begins another. While an error is left, every page says NOT READY.
public struct Summary: Sendable {
    /// How the summary is to be drawn.
    public struct Style: Hashable, Sendable {
        /// Hides who the patient, the insured and the people of the practice are, their numbers, and free texts; service dates,
        /// codes, amounts, the practice and NPIs stay.
        public var isMasked: Bool
        /// The characters that the printer has.
        public var glyphs: Glyphs
        /// Whether the notes and the denial forecast are printed, too.
        public var hasNotes: Bool
        /// Which record of the audit trail is that of the printing: `Trail: desk 1, record 57, 9F86D081`. It is in the foot.
        public var trail: String?

        /// The unmasked summary without notes, unless asked for.
        public init(isMasked: Bool = false, glyphs: Glyphs = .unicode, hasNotes: Bool = false, trail: String? = nil) {
            self.isMasked = isMasked
            self.hasNotes = hasNotes
            self.glyphs = glyphs
            self.trail = trail
        }
    }

    /// At least one.
    public let pages: [Page]
    /// The SHA-256 of the canonical JSON, the same whether masked or not.
    public let fingerprint: String

    /// - Parameters:
    ///   - findings: what `validate` says of the draft in this context.
    ///   - revision: how often the record has been saved; `nil` where the claim comes from a file.
    public init(
        of draft: ClaimDraft, findings: [Finding], in context: Context, revision: Int?, status: ClaimStatus,
        style: Style = Style()
    ) {
        let claim = ShownClaim(of: draft, in: context, style)
        fingerprint = draft.fingerprint
        let frame = claim.frame(
            "CLAIM SUMMARY BEFORE SUBMISSION", verdict: Verdict(of: findings, on: draft).text,
            claim.identity(revision: revision, status: status), fingerprint: fingerprint, trail: style.trail)
        let further = claim.checklist + (style.hasNotes ? claim.advice(findings) : [])
        let (whole, brief) = (claim.signed(findings, style), claim.signed(findings, style, listsFindings: false))
        // What is wrong is on the page that is signed if it fits; else that page says how much it is, and a further one what.
        let list = claim.findingsPage(findings, style)
        let layouts = [(whole, false, []), (whole, true, []), (brief, false, list), (brief, true, list)]
        let counts = layouts.map { $0.0.paginated(in: frame, isTight: $0.1).count }
        let best = layouts[counts.indices.min { counts[$0] < counts[$1] } ?? 0]
        pages = (best.0 + best.2 + further).paginated(in: frame, isTight: best.1)
    }

    /// The pages as a printer takes them: lines end in a line feed, pages are parted by form feeds.
    public var text: String { pages.text }
}

extension [Page] {
    /// As a printer takes them: lines end in a line feed, pages are parted by form feeds.
    public var text: String { map { $0.lines.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}") }
}

extension ShownClaim {
    init(of draft: ClaimDraft, in context: Context, _ style: Summary.Style) {
        self.init(
            draft: draft, context: context, glyphs: style.glyphs, mask: style.isMasked ? Mask(of: draft) : nil)
    }

    /// What a provider signs; the last one has the line for it.
    var signedSections: [Section] {
        [patient, payer, practice, providers, claim, authorization, diagnoses, treatment, lines, signedTotals]
    }

    /// The same with what is wrong and what was overridden.
    fileprivate func signed(
        _ findings: [Finding], _ style: Summary.Style, listsFindings: Bool = true
    ) -> [Section] {
        let left = listsFindings ? left(findings, hasNotes: style.hasNotes) : countOnly(findings)
        return signedSections.dropLast() + [overridden(findings), left, signedTotals]
    }

    /// What is wrong, on a page of its own.
    fileprivate func findingsPage(_ findings: [Finding], _ style: Summary.Style) -> [Section] {
        var section = left(findings, hasNotes: style.hasNotes)
        section.beginsPage = true
        return [section]
    }

    /// The documentation checklist on a page of its own; none where the claim neither has nor needs any.
    fileprivate var checklist: [Section] {
        guard var documentation else { return [] }
        documentation.beginsPage = true
        return [documentation]
    }

    private var signedTotals: Section {
        let signature = Blank.labeled("Signature", 42) + "  " + Blank.labeled("Date", 22)
        let lines =
            totals.map { Paper.margin + $0 } + ["", "", "REVIEWED".padded(to: Paper.margin.count) + signature]
        var section = Section("TOTALS", [lines])
        section.isInMargin = true
        section.staysWithPrevious = true
        return section
    }

    /// `account C-1001, revision 3, flagged`.
    func identity(revision: Int?, status: ClaimStatus) -> String {
        let account = text(.account).map { "account \($0)" }
        return [account, revision.map { "revision \($0)" }, status.rawValue].compactMap { $0 }.joined(separator: ", ")
    }

    /// What is on every page: which document, whose claim, and what it is matched to its record by.
    func frame(
        _ title: String, verdict: String, _ identity: String, fingerprint: String, trail: String?
    ) -> PageFrame {
        let notice = mask == nil ? "" : "IDENTITIES HIDDEN"
        let marks = [notice.isEmpty || trail == nil ? "CleanClaim" : "", notice, trail ?? ""].filter { !$0.isEmpty }
        let visit = [
            joined([.patientFirstName, .patientMiddleName, .patientLastName]), serviceDays, text(.payerName),
        ]
        return PageFrame(
            head: [
                Paper.ends(title, verdict),
                Paper.ends(joined([.billingFirstName, .billingName]) ?? "", identity),
                Paper.ends(visit.compactMap { $0 }.joined(separator: ", "), "printed \(context.today)"),
                Paper.rule("="),
            ],
            foot: { number, count in
                [
                    Paper.rule(), "SHA-256 \(fingerprint)",
                    Paper.ends(marks.joined(separator: "  "), "page \(number) of \(count)"),
                ]
            })
    }

    /// The days of service: `11/10/2026`, `11/10/2026 to 11/12/2026`; `nil` where none reads.
    var serviceDays: String? {
        let days = draft.lines.flatMap { [$0.from.value, $0.to.value].compactMap { $0 } }
        return days.min().map { first in
            days.max().flatMap { $0 == first ? nil : "\(first) to \($0)" } ?? first.description
        }
    }
}

extension Verdict {
    /// What the head of every page says: `NOT READY: 2 errors`, `1 warning open`, `clean`.
    public var text: String {
        if errors > 0 { return "NOT READY: \(counted(errors, "error"))" }
        return warnings > 0 ? "\(counted(warnings, "warning")) open" : "clean"
    }
}
