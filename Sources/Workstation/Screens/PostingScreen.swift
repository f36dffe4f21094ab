import ClaimModel
import ClaimRules
import TerminalKit

/// An EOB that came on paper, keyed line by line and kept as it is keyed; it counts once it balances and is posted.
struct PostingScreen: DeskScreen {
    /// To which Esc goes back.
    var worklist: Worklist
    private(set) var form: PostingForm
    /// Whether the claim was open, and is opened again afterwards.
    let reopens: Bool
    /// What was handed over to be kept.
    private var kept: KeyedEOB?

    init(_ offer: PostingOffer, over worklist: Worklist, reopens: Bool, _ view: DeskView) {
        self.worklist = worklist
        self.reopens = reopens
        form = PostingForm(offer)
        kept = offer.kept
    }

    var id: String { form.draft.id }
    var area: Area { .posting }

    var hasUnsavedWork: Bool { form.keyed != kept }

    mutating func save(_ inputs: Inputs) -> [Effect] { keep() }

    private mutating func keep() -> [Effect] {
        guard hasUnsavedWork else { return [] }
        kept = form.keyed
        return [.keepEOB(id: id, kept)]
    }

    /// A field that is left is kept.
    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        let index = form.index
        var outcome = take(key, command, view)
        if form.index != index || !outcome.effects.isEmpty { outcome.effects = keep() + outcome.effects }
        return outcome
    }

    private mutating func take(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return type(CollectionOfOne(character))
        case .backspace: form.backspace()
        case .clear: form.clear()
        case .confirm: return confirm(view)
        case .nextField, .right: return move(1, view)
        case .previousField, .left: return move(-1, view)
        case .down: return move(PostingForm.Column.allCases.count, view)
        case .up: return move(-PostingForm.Column.allCases.count, view)
        case .home: form.index = 0
        case .end: form.index = form.count - 1
        case .same: return .say(form.copyLast())
        case .takeFix: return .say(form.takeSuggestion() ?? "No suggestion for this field.")
        case .undo: return .say(form.undo() ? "Undone." : "Nothing to undo.")
        case .explain: return .open(view.keyList(in: .posting))
        case .save: return .say("Kept as you key it. Enter in the last field posts it.")
        case .deleteLine: return discard(view)
        case .back: return leave(view)
        default: return .say("Enter goes on and, in the last field, posts. Esc leaves it for later.")
        }
        return .nothing
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome { type(text) }

    private mutating func type(_ text: some Sequence<Character>) -> Outcome {
        .say(form.type(text) ? nil : "The field is full.")
    }

    private mutating func move(_ step: Int, _ view: DeskView) -> Outcome {
        let message = form.leave(view)
        let target = form.index + step
        guard (0..<form.count).contains(target) else {
            return .say(step < 0 ? "This is the first field." : "This is the last field. Enter posts.")
        }
        form.go(to: target)
        return .say(message)
    }

    /// To the next field; behind the last one the EOB is posted.
    private mutating func confirm(_ view: DeskView) -> Outcome {
        guard form.index == form.count - 1 else { return move(1, view) }
        _ = form.leave(view)
        do throws(PostingForm.Refusal) {
            let eob = try form.eob(view)
            return Outcome(effects: [.post(id: id, eob)], message: "Posting …")
        } catch {
            form.go(to: error.place)
            return .say(error.message)
        }
    }

    private mutating func discard(_ view: DeskView) -> Outcome {
        guard form.isKeyed else { return .say("Nothing is keyed yet.") }
        form.discard()
        return Outcome(effects: keep(), message: "Discarded what was keyed. \(view.key(.undo)) brings it back.")
    }

    private func leave(_ view: DeskView) -> Outcome {
        let effects: [Effect] = reopens ? [.open(id: id)] : [.list]
        let kept = form.isKeyed ? " \(view.key(.postEOB)) goes on where you stopped." : ""
        return Outcome(effects: effects, message: "Nothing was posted.\(kept)", destination: .back)
    }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome {
        .say("Post the EOB, or Esc leaves it for later.")
    }
}

extension Outcome {
    static func say(_ message: String?) -> Outcome { Outcome(message: message) }
}
