public import ClaimModel
public import ClaimRules

/// What goes to the payer about a claim, with a cover sheet on top: the summary, then the CMS-1500 on plain paper, which its
/// caller draws, then the documentation.
///
/// It has what the claim holds and what the payer answered; what nobody has entered is a blank line to be filled in by hand. It
/// names no finding, no override and no policy: these are the office's.
public struct Packet: Sendable {
    /// Why it is sent.
    public enum Purpose: String, CaseIterable, Sendable {
        case authorization, attachment, appeal

        /// What its cover sheet is called.
        var title: String {
            switch self {
            case .authorization: "REQUEST FOR AUTHORIZATION"
            case .attachment: "ATTACHMENTS TO A CLAIM"
            case .appeal: "APPEAL OF A DENIED CLAIM"
            }
        }
    }

    /// The cover sheet and the summary.
    public let beforeForm: [Page]
    /// The checklist with its evidence, the scores and the list of attachments; none where the claim has nothing of it.
    public let afterForm: [Page]

    /// - Parameters:
    ///   - findings: what `validate` says of the draft in this context.
    ///   - answers: what payers have answered to the claim, the earliest first.
    public init(
        of draft: ClaimDraft, findings: [Finding], in context: Context, answers: [ClaimAnswer], for purpose: Purpose,
        style: Summary.Style = Summary.Style()
    ) {
        var claim = ShownClaim(of: draft, in: context, style)
        claim.isForPayer = true
        let verdict = Verdict(of: findings, on: draft)
        let account = claim.text(.account).map { "account \($0)" } ?? ""
        func frame(_ title: String) -> PageFrame {
            claim.frame(
                title, verdict: verdict.errors > 0 ? verdict.text : "", account, fingerprint: draft.fingerprint,
                trail: style.trail)
        }
        let parts = claim.signedSections
        let summaryFrame = frame("CLAIM SUMMARY")
        let summary = parts.paginated(in: summaryFrame, isTight: parts.needsTightPage(in: summaryFrame))
        let documents = [claim.documentation, claim.scoreHistory, claim.attachmentList].compactMap { $0 }
        afterForm = documents.isEmpty ? [] : documents.paginated(in: frame("SUPPORTING DOCUMENTATION"))
        let enclosures =
            [
                Enclosure("Claim summary", pages: summary.count),
                Enclosure("CMS-1500 (02/12)", pages: CMS1500.forms(of: draft).count),
                Enclosure(documents.map(\.title).joined(separator: ", ").asSentence, pages: afterForm.count),
            ].filter { $0.pages != 0 } + claim.attachmentTitles.map { Enclosure($0, pages: nil) }
        let cover = claim.cover(for: purpose, answers: answers, enclosures: enclosures)
        beforeForm = cover.paginated(in: frame(purpose.title)) + summary
    }
}

extension String {
    fileprivate var asSentence: String { prefix(1).uppercased() + dropFirst().lowercased() }
}

/// A document that goes with the cover sheet.
struct Enclosure {
    let title: String
    /// `nil` where only the office can count them.
    let pages: Int?

    init(_ title: String, pages: Int?) {
        self.title = title
        self.pages = pages
    }
}
