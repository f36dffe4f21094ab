import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The second page of the practice's setup: who submits, to whom, and the folders.
struct ClearinghouseScreen: DeskScreen {
    /// The first page, which has the submitter's own entries.
    private(set) var practice: PracticeScreen
    /// As it was read.
    private var setup: ClearinghouseSetup
    private(set) var entries: [Entry]
    private(set) var focus = 0
    /// Whether leaving was refused, so that leaving again gives up what cannot be saved.
    private var wasRefused = false

    /// One line to type.
    struct Entry {
        let source: Source
        var field: TypedField

        enum Source: Hashable {
            case practice(Field)
            case setup(ClearinghouseSetup.Item)
        }
    }

    private static let submitter: [Field] = [
        .submitterName, .submitterIdentifier, .submitterContact, .submitterPhone,
    ]

    init(over practice: PracticeScreen, _ setup: ClearinghouseSetup) {
        (self.practice, self.setup) = (practice, setup)
        entries = []
        read(setup)
    }

    private mutating func read(_ setup: ClearinghouseSetup) {
        self.setup = setup
        let draft = practice.editor.draft
        entries =
            ClearinghouseScreen.submitter.map { field in
                Entry(
                    source: .practice(field),
                    field: TypedField(field.label, draft.text(at: Place(field)), limit: 80))
            }
            + ClearinghouseSetup.Item.allCases.map { item in
                Entry(source: .setup(item), field: TypedField(item.label, setup[item], limit: item.limit))
            }
    }

    var area: Area { .clearinghouse }
    var openEditor: ClaimEditor? { practice.editor }

    var worklist: Worklist {
        get { practice.worklist }
        set { practice.worklist = newValue }
    }

    /// What is typed of the configuration.
    private var typed: ClearinghouseSetup {
        var typed = ClearinghouseSetup()
        for entry in entries {
            guard case .setup(let item) = entry.source else { continue }
            typed[item] = trimmed(entry.field.text)
        }
        return typed
    }

    /// The practice with the submitter as it is typed.
    private func draft(in context: ParsingContext) -> ClaimDraft {
        var draft = practice.editor.draft
        for entry in entries {
            guard case .practice(let field) = entry.source, draft.text(at: Place(field)) != entry.field.text else {
                continue
            }
            draft.type(entry.field.text, at: Place(field), in: context)
        }
        return draft
    }

    /// What was written elsewhere meanwhile is taken where nothing was typed.
    mutating func refresh(_ inputs: Inputs) {
        guard inputs.clearinghouse != setup, typed == setup else { return }
        read(inputs.clearinghouse)
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if command != .back { wasRefused = false }
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return type(String(character), view)
        case .confirm, .nextField, .down: return move(1)
        case .previousField, .up: return move(-1)
        case .left: _ = entries[focus].field.move(to: entries[focus].field.cursor - 1)
        case .right: _ = entries[focus].field.move(to: entries[focus].field.cursor + 1)
        case .home: _ = entries[focus].field.move(to: 0)
        case .end: _ = entries[focus].field.move(to: .max)
        case .backspace, .delete, .clear: return remove(command, view)
        case .explain: return .open(view.keyList(in: .clearinghouse))
        case .save: return .say("Saved when you leave: Esc, or \(view.key(.previousScreen)).")
        case .previousScreen: return leave(toWorklist: false, view)
        case .nextScreen:
            return .say("This is the last page. \(view.key(.previousScreen)) goes back, Esc to the worklist.")
        case .back: return leave(toWorklist: true, view)
        default: return view.nothingHere(key)
        }
        return .nothing
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome {
        type(text.split(whereSeparator: \.isNewline).first.map(String.init) ?? "", view)
    }

    private mutating func type(_ text: String, _ view: DeskView) -> Outcome {
        guard !view.inputs.isReadOnly else { return .say("Read-only: the setup cannot be changed.") }
        return Outcome(message: entries[focus].field.insert(text))
    }

    private mutating func remove(_ command: Command?, _ view: DeskView) -> Outcome {
        guard !view.inputs.isReadOnly else { return .say("Read-only: the setup cannot be changed.") }
        switch command {
        case .backspace: entries[focus].field.remove(offset: -1)
        case .delete: entries[focus].field.remove(offset: 0)
        default: entries[focus].field.clear()
        }
        return .nothing
    }

    private mutating func move(_ step: Int) -> Outcome {
        guard entries.indices.contains(focus + step) else {
            return .say(step > 0 ? "This is the last field. Esc saves and leaves." : "This is the first field.")
        }
        focus += step
        _ = entries[focus].field.move(to: .max)
        return .nothing
    }

    /// What is wrong with a field; in the one that has the cursor only what cannot become right.
    func fault(of entry: Entry, isFocused: Bool, _ view: DeskView) -> String? {
        switch entry.source {
        case .setup(let item):
            guard let fault = view.inputs.clearinghouseFaults(typed)[item] else { return nil }
            return isFocused && !fault.isFinal ? nil : fault.message
        case .practice(let field):
            guard !isFocused else { return nil }
            let draft = self.draft(in: view.parsing)
            if let unreadable = draft.state(at: Place(field)).unreadable {
                // Nothing has to be filled in where nothing is to be submitted.
                guard unreadable.kind == .empty else { return "\(unreadable.message)." }
                return typed == ClearinghouseSetup() ? nil : "Required."
            }
            var editor = ClaimEditor(practice: draft)
            return editor.validated(at: view.inputs).first { $0.place.field == field && $0.severity == .error }?.message
        }
    }

    /// What is right is saved; what is wrong is not written into a file that every start reads.
    private mutating func leave(toWorklist: Bool, _ view: DeskView) -> Outcome {
        let draft = self.draft(in: view.parsing)
        var effects: [Effect] = []
        if draft != practice.editor.draft, !view.inputs.isReadOnly { effects.append(.savePractice(draft)) }
        let typed = typed
        var message: String?
        if typed != setup, !view.inputs.isReadOnly {
            let faults = view.inputs.clearinghouseFaults(typed)
            let first = entries.firstIndex { entry in
                if case .setup(let item) = entry.source { faults[item] != nil } else { false }
            }
            if let first, case .setup(let item) = entries[first].source, let fault = faults[item] {
                guard wasRefused else {
                    (focus, wasRefused) = (first, true)
                    return .say("Not saved. \(fault.message) Fix it, or leave again: the setup stays as it was.")
                }
                message = "Clearinghouse not saved: it stays as it was."
            } else {
                effects.append(.saveClearinghouse(typed))
            }
        }
        practice.editor = ClaimEditor(practice: draft)
        guard toWorklist else { return Outcome(effects: effects, message: message, destination: .over(practice)) }
        var outcome = Outcome.back(effects + [.list])
        outcome.message = message
        return outcome
    }

    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? { change(&practice.editor) }
}
