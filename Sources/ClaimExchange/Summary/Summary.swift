public import ClaimModel
public import ClaimRules
public import TextKit

/// The summary that is printed before a claim is submitted: 80 columns, pages of 66 lines.
///
/// A pure function of what it is given. While an error is left, every page says NOT READY.
public struct Summary: Sendable {
    /// How the summary is to be drawn.
    public struct Style: Hashable, Sendable {
        /// Hides who the patient, the insured and the people of the practice are, their numbers, and free texts; service dates,
        /// codes, amounts, the practice and NPIs stay.
        public var isMasked: Bool
        /// The characters that the printer has.
        public var glyphs: Glyphs
        /// Whether a clean claim shows more than one note.
        public var showsAllNotes: Bool

        /// The unmasked summary, unless asked for.
        public init(isMasked: Bool = false, glyphs: Glyphs = .unicode, showsAllNotes: Bool = false) {
            self.isMasked = isMasked
            self.showsAllNotes = showsAllNotes
            self.glyphs = glyphs
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
        let claim = ShownClaim(
            draft: draft, context: context, glyphs: style.glyphs,
            mask: style.isMasked ? Mask(of: draft) : nil)
        fingerprint = draft.fingerprint
        let sections = [
            claim.practice, claim.identity(revision: revision, status: status), claim.patient, claim.payer,
            claim.providers, claim.diagnoses, claim.treatment, claim.lines, claim.totals, claim.documentation,
            claim.authorization, claim.overridden(findings),
            claim.left(ShownFindings(of: findings, on: draft, showsAllNotes: style.showsAllNotes)),
            claim.forecast(findings),
            Summary.signature,
        ]
        pages = sections.paginated(
            in: claim.frame(
                verdict: Verdict(of: findings, on: draft), revision: revision, status: status, fingerprint: fingerprint)
        )
    }

    /// The pages as a printer takes them: lines end in a line feed, pages are parted by form feeds.
    public var text: String {
        pages.map { $0.lines.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}")
    }

    private static let signature = Section(
        "REVIEWED",
        [["", "  Signature ________________________________________  Date ___________________"]])
}

extension ShownClaim {
    /// What is on every page.
    fileprivate func frame(
        verdict: Verdict, revision: Int?, status: ClaimStatus, fingerprint: String
    ) -> PageFrame {
        let policy = context.policy
        let account = text(.account).map { "account \($0)" }
        let identity = [account, revision.map { "revision \($0)" }, status.rawValue].compactMap { $0 }
        let confidence = policy.confidence == .unverified ? ", unverified" : ""
        let notice = mask == nil ? "" : "IDENTITIES HIDDEN"
        return PageFrame(
            head: [
                Paper.ends("CLAIM SUMMARY BEFORE SUBMISSION", verdict.text),
                Paper.ends(joined([.billingFirstName, .billingName]) ?? "", identity.joined(separator: ", ")),
                Paper.ends(
                    plain("Policy \(policy.name), \(policy.date.text)\(confidence)"), "printed \(context.today)"),
                Paper.rule("="),
            ],
            foot: { number, count in
                [
                    Paper.rule(), "SHA-256 \(fingerprint)",
                    Paper.ends("CleanClaim  \(notice)", "page \(number) of \(count)"),
                ]
            })
    }
}

extension Verdict {
    /// What the head of every page says: `NOT READY: 2 errors`, `1 warning open`, `clean`.
    public var text: String {
        if errors > 0 { return "NOT READY: \(counted(errors, "error"))" }
        return warnings > 0 ? "\(counted(warnings, "warning")) open" : "clean"
    }
}
