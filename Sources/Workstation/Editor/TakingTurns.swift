import ClaimModel
import TerminalKit

/// A claim is changed in one place at a time; elsewhere it is read.
extension ClaimEditor {
    /// Why nothing can be changed here; `nil` where it can.
    func refusal(_ view: DeskView) -> String? {
        if view.inputs.isReadOnly { return "Read-only: nothing can be changed or saved." }
        switch turn {
        case .ours, .asked: return nil
        case .theirs(let holder): return "\(holder.sentence) \(view.key(.askForClaim)) asks for it."
        case .waiting(let holder, _): return "\(holder.sentence) You asked for it; wait for the answer."
        case .unanswered(let holder, _): return "\(holder.sentence) \(view.key(.takeOver)) takes it over."
        case .free: return "Nobody has this claim open any longer. \(view.key(.askForClaim)) opens it for you."
        }
    }

    /// The same, as the head of the screen has it.
    func readingText(_ view: DeskView) -> String? {
        if view.inputs.isReadOnly { return "READ-ONLY" }
        if turn == .free { return "READ-ONLY: nobody has it open" }
        return turn.holder.map { "READ-ONLY: \($0.place) since \($0.since)" }
    }

    /// Why a key does nothing that would change something.
    func refusal(of key: Key, _ command: Command?, _ view: DeskView) -> String? {
        let isTyped = if command == nil, work.screen != .review, case .character = key { true } else { false }
        return isTyped || command?.changesTexts == true ? refusal(view) : nil
    }

    /// Takes back what was changed since `before`; the cursor stays where it went.
    ///
    /// - Returns: whether anything was.
    mutating func takeBack(to before: ClaimEditor) -> Bool {
        guard
            draft != before.draft || work.status != before.work.status
                || saving.isUnsaved != before.saving.isUnsaved
        else {
            return false
        }
        (work.draft, work.status) = (before.work.draft, before.work.status)
        (history, saving, isToGoAgain) = (before.history, before.saving, before.isToGoAgain)
        findings = nil
        clampCursor()
        return true
    }

    mutating func take(_ news: TurnNews) {
        switch (news, turn) {
        case (.asked(let asker, let reason), .ours), (.asked(let asker, let reason), .asked):
            turn = .asked(by: asker, reason: reason)
        case (.withdrawn, .asked): turn = .ours
        case (.given(let holder), _), (.taken(let holder), _), (.held(by: let holder?), _): turn = .theirs(holder)
        case (.held(by: nil), _), (.gone, _): turn = .free
        case (.waiting(let reason), _): if let holder = turn.holder { turn = .waiting(holder, reason: reason) }
        case (.refused, .waiting(let holder, _)), (.refused, .unanswered(let holder, _)): turn = .theirs(holder)
        case (.unanswered, .waiting(let holder, let reason)): turn = .unanswered(holder, reason: reason)
        case (.ours(let claim), _): reopen(claim, turn: .ours)
        case (.saved(let claim), _): if turn.isTheirs { reopen(claim, turn: turn) }
        case (.asked, _), (.withdrawn, _), (.refused, _), (.unanswered, _): break
        }
    }

    /// The claim as it is now; the cursor stays where it is.
    private mutating func reopen(_ claim: OpenedClaim, turn: Turn) {
        var fresh = ClaimEditor(opening: claim)
        fresh.work.screen = work.screen
        // Whoever types on adds to what somebody else has keyed there.
        fresh.work.focus = Focus(
            place: focusedPlace, cursor: claim.draft.text(at: focusedPlace).count, isSelected: false)
        fresh.visits = visits
        fresh.turn = turn
        self = fresh
    }
}

extension DeskScreen {
    /// The claim that is open here, or behind this screen.
    var openClaim: ClaimEditor? {
        if let editor = openEditor, editor.isClaim { return editor }
        return area == .worklist ? nil : behind.openClaim
    }

    /// Carries out what a key asks for; what cannot be changed here stays as it is, and it is said why.
    mutating func keepingTexts(_ view: DeskView, _ act: (inout Self) -> Outcome) -> Outcome {
        guard let before = openEditor, let refusal = before.refusal(view) else { return act(&self) }
        var outcome = act(&self)
        guard changeEditor({ $0.takeBack(to: before) }) == true else { return outcome }
        outcome.message = refusal
        outcome.effects.removeAll { effect in
            switch effect {
            case .save, .savePractice: true
            default: false
            }
        }
        return outcome
    }
}
