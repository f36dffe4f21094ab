import ClaimModel
import ClaimRules
import TerminalKit

/// The practice's setup: who bills, and what is filled in on every new claim.
struct PracticeScreen: DeskScreen {
    var editor: ClaimEditor
    /// To which Esc goes back.
    var worklist: Worklist

    init(_ practice: ClaimDraft, behind worklist: Worklist) {
        editor = ClaimEditor(practice: practice)
        self.worklist = worklist
    }

    var area: Area { .practice }
    var openEditor: ClaimEditor? { editor }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if let refusal = editor.refusal(of: key, command, view) { return .say(refusal) }
        return keepingTexts(view) { $0.pressHere(key, command, view) }
    }

    private mutating func pressHere(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        let before = editor.work.focus.place
        if let outcome = editor.pressInForm(key, command, view) {
            guard command == .nextScreen, editor.work.focus.place == before else { return outcome }
            return .open(ClearinghouseScreen(over: self, view.inputs.clearinghouse), [.readClearinghouse])
        }
        switch command {
        case .back: return leave(view)
        case .references:
            let effects = editor.save(view.inputs)
            return .open(ReferenceList(at: editor, over: self, view), effects)
        case .payerAnswer, .resubmit, .changes, .history, .nextStep, .postEOB, .ready, .preview, .print:
            return .say("Open a claim first: this is Practice setup.")
        default: return view.nothingHere(key)
        }
    }

    /// What is still wrong is said: every new claim would take it over.
    private mutating func leave(_ view: DeskView) -> Outcome {
        if editor.refusal(view) != nil { return .back([.list]) }
        editor.leaveField(in: view.parsing)
        let errors = editor.validated(at: view.inputs).filter { $0.severity == .error }
        var outcome = Outcome.back([.savePractice(editor.draft), .list])
        if let first = errors.first {
            let back = "\(view.key(.goToScreen)) \(Screen.practice.rawValue)"
            outcome.message =
                "Setup saved with \(counted(errors.count, "error")): \(first.message) \(back) goes back to it."
        }
        return outcome
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome {
        keepingTexts(view) { $0.editor.paste(text, view) }
    }

    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        keepingTexts(view) { $0.editor.take(request, view) }
    }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome {
        .say(
            screen == .practice
                ? "This is Practice setup. Esc goes to the worklist." : "Press Esc first to leave the setup.")
    }

    func applies(_ command: Command, _ view: DeskView) -> Bool { editor.applies(command, view) }

    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? { change(&editor) }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        EditorDrawing(editor, view).draw(in: area, on: &frame, message: message)
    }
}
