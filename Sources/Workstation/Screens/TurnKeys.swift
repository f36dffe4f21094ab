import ClaimModel
import TerminalKit
import TextKit

/// Asking for a claim, giving it, keeping it and taking it, whatever lies over it.
///
/// The question stays in its line until one of these keys answers it: they mean nothing else, so whoever is typing goes on.
extension Workstation {
    mutating func pressTurn(_ command: Command) -> [Effect] {
        guard let claim = screen.openClaim else {
            status.message = "Open the claim first: Enter."
            return []
        }
        guard overlay == nil || command == .keepClaim else {
            status.message = "Finish this first, or Esc; then \(view.key(command)) again."
            return []
        }
        let id = claim.draft.id
        switch (command, claim.turn) {
        case (.giveClaim, .asked): return give(id)
        case (.keepClaim, .asked(let asker, _)):
            take(.withdrawn, into: id)
            status.message = "You keep the claim; \(asker.place) sees that."
            return [.turn(id: id, .keep)]
        // The line may not have had room for all of it.
        case (.askForClaim, .asked(let asker, let reason)):
            status.message = TurnNews.asked(by: asker, reason: reason).message(to: claim, view)
        case (.askForClaim, .free): return [.turn(id: id, .take(reason: nil))]
        case (.askForClaim, .theirs(let holder)): ask(holder, "")
        case (.askForClaim, .unanswered(let holder, let reason)): ask(holder, reason)
        case (.takeOver, .unanswered(_, let reason)): return [.turn(id: id, .take(reason: reason))]
        default: status.message = claim.nothingToTurn(command, view)
        }
        return []
    }

    /// What the open claim is read again with: whoever has it open, responses come to it.
    var rereadingClaim: [Effect] { screen.openClaim.map { [.turn(id: $0.draft.id, .read)] } ?? [] }

    /// Takes what has become of the turn at a claim.
    mutating func take(_ news: TurnNews, of id: String) -> [Effect] {
        guard let claim = screen.openClaim, claim.draft.id == id else { return [] }
        var effects: [Effect] = []
        // What was keyed before is not lost with the turn.
        if case .taken = news { effects = save() }
        let message = news.message(to: claim, view)
        take(news, into: id)
        if let message { status.message = message }
        return effects
    }

    func drawTurn(on frame: inout Frame) {
        guard let notice = screen.openClaim?.turn.notice(view) else { return }
        let row = overlay?.noticeRow(view.parts) ?? view.parts.noticeRow
        frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: .prompt)
        let room = size.columns - 4 - notice.keys.columns
        frame.put(
            notice.text.clipped(to: room, ellipsis: frame.glyphs.ellipsis), at: Position(column: 1, row: row),
            role: .prompt)
        frame.put(
            notice.keys, at: Position(column: size.columns - 1 - notice.keys.columns, row: row), role: .prompt)
    }

    /// What is keyed is saved first.
    private mutating func give(_ id: String) -> [Effect] {
        let (inputs, parsing) = (inputs, view.parsing)
        var effects: [Effect] = []
        screen.changeEditors { editor in
            guard editor.isClaim, editor.draft.id == id else { return }
            editor.leaveField(in: parsing)
            effects = editor.save(inputs)
        }
        return effects + [.turn(id: id, .give)]
    }

    private mutating func ask(_ holder: HeldElsewhere, _ reason: String) {
        overlay = Prompt(
            "\(holder.sentence) Ask for it; your reason is shown there.", [.init(label: "Reason", text: reason)],
            for: .askForClaim)
    }

    private mutating func take(_ news: TurnNews, into id: String) {
        screen.changeEditors { editor in
            if editor.isClaim, editor.draft.id == id { editor.take(news) }
        }
    }
}

extension Command {
    var isOfTurns: Bool { [.askForClaim, .giveClaim, .keepClaim, .takeOver].contains(self) }
}

extension ClaimEditor {
    /// Why a key about the turn does nothing now.
    fileprivate func nothingToTurn(_ command: Command, _ view: DeskView) -> String? {
        if let refusal = refusal(view) { return refusal }
        return command == .giveClaim || command == .keepClaim
            ? "Nobody asks for this claim." : "You have this claim open: nobody else can change it."
    }
}

extension Turn {
    /// What stays in sight until it is answered, and the keys that answer it.
    fileprivate func notice(_ view: DeskView) -> (text: String, keys: String)? {
        switch self {
        case .ours, .theirs, .free: nil
        case .asked(let asker, let reason):
            (
                "\(asker.place) asks for this claim: \(reason)",
                "\(view.key(.giveClaim)) Give  \(view.key(.keepClaim)) Keep"
            )
        case .waiting(let holder, _): ("Asked \(holder.place); waiting (\(TurnNews.patience) s)", "")
        case .unanswered(let holder, _):
            ("No answer from \(holder.place) in \(TurnNews.patience) s", "\(view.key(.takeOver)) Take over")
        }
    }
}

extension TurnNews {
    /// What is said of it once; `nil` where the claim shows all there is to say.
    fileprivate func message(to claim: ClaimEditor, _ view: DeskView) -> String? {
        let holder = claim.turn.holder
        switch self {
        case .asked(let asker, let reason):
            return
                "\(asker.place) asks for this claim (\(reason)). \(view.key(.giveClaim)) gives it (it is saved first), "
                + "\(view.key(.keepClaim)) keeps it."
        case .withdrawn:
            return if case .asked(let asker, _) = claim.turn { "\(asker.place) asks no longer." } else { nil }
        case .given(let holder): return "Given to \(holder.place). You can read on."
        case .taken(let holder):
            return "\(holder.place) has taken this claim over. What you keyed is saved, or you are asked about it."
        case .held(by: nil): return "Nobody has this claim open any longer. \(view.key(.askForClaim)) opens it for you."
        // It was said just now that nobody has it.
        case .held(by: let holder?):
            return if case .free = claim.turn { "\(holder.place) has this claim open now." } else { nil }
        case .gone: return "This claim was deleted in another window. Esc goes back to the list."
        case .waiting, .saved: return nil
        case .refused: return holder.map { "\($0.place) keeps the claim." }
        case .unanswered:
            return holder.map {
                "No answer from \($0.place). \(view.key(.takeOver)) takes the claim over now, and records your reason."
            }
        case .ours: return "You can change this claim now. It is as it was saved last."
        }
    }
}
