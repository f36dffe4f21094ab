import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the submitted files, and on the claims of one.
extension Submissions: DeskScreen {
    var area: Area { .submissions }
    var rereading: [Effect] { [.list, .listBatches] + (open.map { [.listBatch(id: $0.batch.id)] } ?? []) }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if let step = command?.step(inListOf: count) { return move(step) }
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return type(CollectionOfOne(character))
        case .backspace: current.backspace()
        case .clear: current = ListState()
        case .confirm: return openChosen(view)
        case .back, .submissions: return leave()
        case .explain: return .open(view.keyList(in: .submissions))
        case .save: return .say(view.unsaved.message)
        default: return .say("Enter opens, Esc goes back. For other actions, open the claim or the worklist.")
        }
        return .nothing
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome { type(text) }

    mutating func changeSubmissions(_ change: (inout Submissions) -> Void) { change(&self) }

    /// A character, or a paste as one change.
    private mutating func type(_ text: some Sequence<Character>) -> Outcome { Outcome(message: current.type(text)) }

    private mutating func move(_ step: Int) -> Outcome {
        guard count > 0 else { return .say("The list is empty. Esc goes back.") }
        if current.move(step, count: count) { return .nothing }
        return .say(ListState.limit(of: step))
    }

    private func openChosen(_ view: DeskView) -> Outcome {
        guard count > 0 else { return .say("Nothing is selected. Esc goes back.") }
        let index = min(current.selection, count - 1)
        guard let open else { return Outcome(effects: [.listBatch(id: shown[index].id)]) }
        let claim = open.shown[index]
        guard claim.status != .deleted else {
            return .say("This claim is deleted. \(view.key(.deleteLine)) on the worklist restores it.")
        }
        return Outcome(effects: [.open(id: claim.id)])
    }

    /// The filter first, then the claims, then the files.
    private mutating func leave() -> Outcome {
        if !current.filter.isEmpty {
            current = ListState()
        } else if open != nil {
            open = nil
        } else {
            return .back([.list])
        }
        return .nothing
    }
}
