import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on Review.
extension ClaimScreen {
    /// `nil` where the command is the same on every screen of a claim.
    mutating func pressInReview(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome? {
        editor.advancedFrom = nil
        editor.justLeft = nil
        let review = editor.review(view.inputs)
        guard let command else { return .say("Nothing to type on Review. Enter: go to the finding. PgUp: screens.") }
        switch command {
        case .up, .previousField, .previousFinding: return move(-1, review)
        case .down, .nextField, .nextFinding: return move(1, review)
        case .home: return move(-review.rows.count, review)
        case .end: return move(review.rows.count, review)
        case .confirm: return choose(view)
        case .takeFix where editor.selectedArrival != nil: return dropArrival(view)
        case .previousScreen:
            return editor.visits.reviewRow > 0
                ? move(-view.parts.bodyRows, review) : editor.go(to: .documentation, .pageUp, view)
        case .nextScreen:
            return editor.visits.reviewRow < review.choices.count - 1
                ? move(view.parts.bodyRows, review) : .say("This is the last screen.")
        default: return editor.pressOnFields(command, view)
        }
    }

    private mutating func move(_ step: Int, _ review: Review) -> Outcome {
        let row = editor.visits.reviewRow
        let target = min(max(0, row + step), max(0, review.choices.count - 1))
        guard target != row else { return .say(ListState.limit(of: step)) }
        editor.visits.reviewRow = target
        return .nothing
    }

    private mutating func choose(_ view: DeskView) -> Outcome {
        switch editor.selectedReviewRow {
        case .segment(let segment):
            return segment.place.map { jump(to: $0, orSay: segment.text, view) } ?? editor.explain(view)
        case .answer, .code: return editor.explain(view)
        case .candidate(let candidate): return jump(to: candidate.place, orSay: candidate.reason, view)
        case .finding(let finding, _): return jump(to: finding, view)
        case .refusal(let refusal):
            return refusal.place.map { jump(to: $0, orSay: refusal.message, view) } ?? show(.arrived)
        case .paidBefore(let paid): return jump(to: paid.place, orSay: paid.text, view)
        case .forecast(let entry): return entry.findings.first.map { jump(to: $0, view) } ?? .nothing
        case .moreNotes:
            editor.visits.showsAllNotes = true
            return .say("All notes are shown.")
        case .readSummary: return show(.summary)
        case .readQuery: return show(.query)
        case .readChanges: return show(.changes)
        case .readArrived: return show(.arrived)
        case .resubmit: return askHowToResubmit(view)
        case .markReady: return askReady(view)
        case .title, .text, nil: return .nothing
        }
    }

    /// Takes out what came with the file and a receiver would reject.
    private mutating func dropArrival(_ view: DeskView) -> Outcome {
        guard let gone = editor.selectedArrival else { return .nothing }
        editor.step { $0.draft.drop(gone) }
        return Outcome(
            effects: editor.save(view.inputs),
            message: "Dropped what came with the file there: it is not sent. \(view.key(.undo)) undoes.")
    }

    private mutating func jump(to finding: Finding, _ view: DeskView) -> Outcome {
        jump(to: finding.place, orSay: "\(finding.message) \(finding.remedy)", view)
    }

    /// To a field, from where Esc comes back to this line.
    private mutating func jump(to place: Place, orSay text: String, _ view: DeskView) -> Outcome {
        let row = editor.visits.reviewRow
        let outcome = editor.jump(to: place, orSay: text, view)
        editor.visits.cameFromReview = true
        editor.visits.reviewRow = row
        return outcome
    }
}

extension ClaimDraft {
    /// Takes out what came with the file once; another one that says the same stays.
    fileprivate mutating func drop(_ gone: CarriedSegment) {
        if let index = self.carried.firstIndex(of: gone) {
            self.carried.remove(at: index)
        } else if let row = self.lines.firstIndex(where: { $0.carried.contains(gone) }),
            let index = self.lines[row].carried.firstIndex(of: gone)
        {
            self.lines[row].carried.remove(at: index)
        }
    }
}

extension ClaimEditor {
    /// What came with the file and the line of Review says is wrong.
    var selectedArrival: CarriedSegment? {
        if case .refusal(let refusal) = selectedReviewRow { refusal.carried } else { nil }
    }

    /// The line of Review that the cursor is on.
    var selectedReviewRow: Review.Row? {
        guard work.screen == .review, let review, let row = review.selected(visits.reviewRow) else { return nil }
        return review.rows[row]
    }
}
