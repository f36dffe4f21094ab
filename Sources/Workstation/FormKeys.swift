import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the screens of fields.
extension Workstation {
    mutating func pressInForm(_ key: Key, _ command: Command?) -> [Effect] {
        let hasAdvanced = editor?.hasAdvanced ?? false
        editor?.hasAdvanced = false
        if hasAdvanced, command == .confirm || command == .nextField {
            return say("The field was full, so this is the next one already.")
        }
        guard let command else {
            if case .character(let character) = key { return typeAndAdvance(character) }
            message = "\(key.name) does nothing here. \(keyName(.explain)) lists the keys."
            return []
        }
        switch command {
        case .confirm: return confirmField()
        case .nextField: return goNext(orScreen: true)
        case .previousField: return goPrevious()
        case .up: return goVertically(-1)
        case .down: return goVertically(1)
        case .left: return moveCursor(-1)
        case .right: return moveCursor(1)
        case .home:
            if editor?.moveCursor(toEnd: false) != true { message = "This is the start of the text." }
        case .end:
            if editor?.moveCursor(toEnd: true) != true { message = "This is the end of the text." }
        case .backspace: editor?.remove(offset: -1, in: desk.parsing)
        case .delete: editor?.remove(offset: 0, in: desk.parsing)
        case .clear: return clearField()
        case .nextScreen: return turnPage(1) ?? goToScreen(editor?.work.screen.next, end: "This is the last screen.")
        case .previousScreen:
            return turnPage(-1) ?? goToScreen(editor?.work.screen.previous, end: "This is the first screen.")
        case .lookUp: openLookUp()
        case .same: return command_(repeatField())
        case .duplicate: return command_(editor?.duplicateRow(in: desk.parsing))
        case .deleteLine: return command_(editor?.deleteRow())
        case .nextLine: return goToNextLine()
        case .group: message = "\(keyName(.group)) groups the worklist by finding; Esc goes there."
        default: return pressAnywhere(command)
        }
        return []
    }

    /// Commands that mean the same on every screen of a claim.
    mutating func pressAnywhere(_ command: Command) -> [Effect] {
        switch command {
        case .goToScreen: dialog = .screenNumber
        case .explain: explain()
        case .nextFinding: return goToFinding(1)
        case .previousFinding: return goToFinding(-1)
        case .takeFix: return takeFix()
        case .undo: return restore { $0.undo($1) } ?? say("Nothing to undo: this is the claim as it was opened.")
        case .redo: return restore { $0.redo($1) } ?? say("Nothing to redo.")
        case .overrideWarning: askOverride()
        case .payerAnswer: askPayerAnswer()
        case .changes: return showChanges()
        case .sendAgain: return askHowToSendAgain()
        case .preview: return showPreview(.cms1500)
        case .print: askPrint()
        case .save: sayWhenSaved()
        case .back: return leaveClaim()
        default:
            message =
                "\(desk.preferences.keymap.name(of: command)) does nothing here. \(keyName(.explain)) lists the keys."
        }
        return []
    }

    /// What the user's key table calls the key of a command.
    func keyName(_ command: Command) -> String { desk.preferences.keymap.keys(for: command).first?.name ?? "" }

    mutating func say(_ words: String) -> [Effect] {
        message = words
        return []
    }

    /// Types into the focused field.
    mutating func type(_ text: String) -> [Effect] {
        // What is typed into a field never takes it off the screen.
        guard let isEdited = editor?.work.focus.isEdited, isEdited || focusIsOnScreen else {
            return say("There is no field here. PgDn goes to the next screen.")
        }
        editor?.hasAdvanced = false
        if let refusal = editor?.insert(text, in: desk.parsing) { message = refusal }
        return []
    }

    /// Types one character; where the user wants it, a field that takes no more sends the cursor on.
    private mutating func typeAndAdvance(_ character: Character) -> [Effect] {
        let effects = type(String(character))
        guard desk.preferences.advancesAutomatically, let open = editor, open.work.focus.isEdited else {
            return effects
        }
        guard open.isFull(in: desk.parsing) else { return effects }
        let advance = goNext(orScreen: true)
        let hasMoved = editor?.focusedPlace != open.focusedPlace
        editor?.hasAdvanced = hasMoved
        return effects + advance
    }

    private mutating func clearField() -> [Effect] {
        guard let open = editor, !open.text.isEmpty else { return say("This field is empty already.") }
        editor?.work.focus.isSelected = true
        editor?.remove(offset: 0, in: desk.parsing)
        return say("\(open.focusedPlace.field.label) is empty. \(keyName(.undo)) brings its text back.")
    }

    private mutating func repeatField() -> String?? {
        editor?.mayTakePatientAddress == true
            ? editor?.takePatientAddress(in: desk.parsing) : editor?.repeatAbove(in: desk.parsing)
    }

    private mutating func command_(_ words: String??) -> [Effect] {
        if let words, let words { message = words }
        return save()
    }

    mutating func restore(
        _ step: (inout UndoHistory, ClaimEditor.Work) -> ClaimEditor.Work?
    ) -> [Effect]? {
        guard var open = editor, let work = step(&open.history, open.work) else { return nil }
        open.work = work
        open.findings = nil
        open.saving.isUnsaved = true
        editor = open
        return save()
    }

    private mutating func sayWhenSaved() {
        guard let saving = editor?.saving else { return }
        if let failure = saving.failure {
            message = failure
        } else if saving.isUnsaved {
            message = "Saved by itself within a second and whenever a field is left; nothing to press."
        } else {
            message = "Saved already" + (saving.savedAt.map { ", at \($0)." } ?? ".")
        }
    }
}
