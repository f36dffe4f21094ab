import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the Review screen.
extension Workstation {
    var review: Review? {
        guard let editor, let findings = editor.findings else { return nil }
        return Review(
            of: editor.draft, status: editor.work.status, findings: findings, readings: editor.readings ?? [],
            answers: editor.answers)
    }

    mutating func pressInReview(_ key: Key, _ command: Command?) -> [Effect] {
        settle()
        guard let command, let review else {
            return say("Review takes no text: Enter goes to the finding, PgUp back to the screens.")
        }
        switch command {
        case .up, .previousField: return moveInReview(-1, review)
        case .down, .nextField: return moveInReview(1, review)
        case .home: return moveInReview(-review.rows.count, review)
        case .end: return moveInReview(review.rows.count, review)
        case .confirm: return chooseInReview(review)
        case .previousScreen: return goToScreen(.documentation, end: "")
        case .nextScreen: return say("This is the last screen.")
        case .nextFinding: return moveInReview(1, review)
        case .previousFinding: return moveInReview(-1, review)
        case .preview: return showPreview(.cms1500)
        default: return pressAnywhere(command)
        }
    }

    /// The line of Review that the cursor is on.
    var selectedReviewRow: Review.Row? {
        guard let review, let row = selectedRow(of: review) else { return nil }
        return review.rows[row]
    }

    func selectedReviewFinding() -> Finding? {
        guard case .finding(let finding, _) = selectedReviewRow else { return nil }
        return finding
    }

    func selectedForecast() -> DenialForecast.Entry? {
        guard case .forecast(let entry) = selectedReviewRow else { return nil }
        return entry
    }

    func selectedRow(of review: Review) -> Int? {
        let choices = review.choices
        guard !choices.isEmpty else { return nil }
        return choices[min(max(0, editor?.visits.reviewRow ?? 0), choices.count - 1)]
    }

    private mutating func moveInReview(_ step: Int, _ review: Review) -> [Effect] {
        let row = editor?.visits.reviewRow ?? 0
        let target = min(max(0, row + step), max(0, review.choices.count - 1))
        guard target != row else { return say(step < 0 ? "This is the first line." : "This is the last line.") }
        editor?.visits.reviewRow = target
        return []
    }

    private mutating func chooseInReview(_ review: Review) -> [Effect] {
        guard let row = selectedRow(of: review) else { return [] }
        switch review.rows[row] {
        case .segment(let segment):
            if let place = segment.place { return jumpFromReview { $0.jump(to: place, saying: segment.text) } }
            explain()
            return []
        case .answer, .code:
            explain()
            return []
        case .candidate(let candidate): return jumpFromReview { $0.jump(to: candidate.place, saying: candidate.reason) }
        case .finding(let finding, _): return jumpFromReview { $0.jump(to: finding) }
        case .forecast(let entry):
            return entry.findings.first.map { first in jumpFromReview { $0.jump(to: first) } } ?? []
        case .readSummary: return showPreview(.summary)
        case .readQuery: return showPreview(.query)
        case .readChanges: return showChanges()
        case .sendAgain: return askHowToSendAgain()
        case .markReady:
            if editor?.work.status.restsWithPayer == true { editor?.isToGoAgain = true }
            guard var open = editor else { return [] }
            let verdict = Verdict(of: open.validated(at: desk), on: open.draft)
            guard verdict.isClean else {
                return say(
                    "Not ready: \(counted(verdict.errors, "error")) and \(counted(verdict.warnings, "open warning")). "
                        + "Mend the errors; mend or override the warnings (\(keyName(.overrideWarning))).")
            }
            dialog = .confirm(.markReady)
            return []
        case .title, .words: return []
        }
    }

    /// To the field of a finding, from where Esc comes back to this line.
    private mutating func jumpFromReview(_ jump: (inout Workstation) -> [Effect]) -> [Effect] {
        let from = editor?.visits.reviewRow ?? 0
        let effects = jump(&self)
        editor?.visits.cameFromReview = true
        editor?.visits.reviewRow = from
        return effects
    }
}
