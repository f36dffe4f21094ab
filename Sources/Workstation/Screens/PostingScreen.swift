import ClaimModel
import ClaimRules
import TerminalKit

/// An EOB that came on paper, keyed line by line: nothing of it is kept before it balances and is posted.
struct PostingScreen: DeskScreen {
    /// To which Esc goes back.
    var worklist: Worklist
    private(set) var form: PostingForm
    /// Whether the claim was open, and is opened again afterwards.
    let reopens: Bool
    /// Whether Esc has said that what is keyed goes.
    private var isWarned = false

    init(_ offer: PostingOffer, over worklist: Worklist, reopens: Bool, _ view: DeskView) {
        self.worklist = worklist
        self.reopens = reopens
        form = PostingForm(offer)
    }

    var id: String { form.draft.id }
    var area: Area { .posting }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if command != .back { isWarned = false }
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
        case .save: return .say("An EOB is saved when it is posted: Enter in the last field.")
        case .back: return leave(view)
        default: return .say("Enter goes on and, in the last field, posts. Esc cancels.")
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

    private mutating func leave(_ view: DeskView) -> Outcome {
        if form.isKeyed, !isWarned {
            isWarned = true
            return .say("Nothing is posted yet. Esc again discards what you keyed.")
        }
        let effects: [Effect] = reopens ? [.open(id: id)] : [.list]
        return Outcome(effects: effects, message: "Nothing was posted.", destination: .back)
    }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome { .say("Post the EOB, or Esc cancels it.") }
}

extension Outcome {
    static func say(_ message: String?) -> Outcome { Outcome(message: message) }
}
