import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on a page of fields, whether of a claim or of the practice's setup.
extension ClaimEditor {
    /// `nil` where the command is the screen's own.
    mutating func pressInForm(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome? {
        let advanced = advancedFrom
        advancedFrom = nil
        justLeft = nil
        if let advanced {
            if command == .confirm || command == .nextField {
                return .say("Field full: moved to the next one.")
            }
            if command == .backspace { goBack(to: advanced, view) }
        }
        guard let command else {
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return typeAndAdvance(character, view)
        }
        return edit(command, view) ?? move(command, view) ?? pressOnFields(command, view)
    }

    private mutating func edit(_ command: Command, _ view: DeskView) -> Outcome? {
        let context = view.parsing
        switch command {
        case .backspace: remove(offset: -1, in: context)
        case .delete: remove(offset: 0, in: context)
        case .clear: return clearField(view)
        case .lookUp: return openLookUp(view)
        case .copyField: return copyField()
        case .same:
            return saying(mayTakePatientAddress ? takePatientAddress(in: context) : repeatAbove(in: context), view)
        case .duplicate: return saying(duplicateRow(in: context), view)
        case .deleteLine: return saying(deleteRow(), view)
        default: return nil
        }
        return .nothing
    }

    private func copyField() -> Outcome {
        let text = draft.text(at: focusedPlace)
        guard !text.isEmpty else { return .say("This field is blank: nothing to copy.") }
        return Outcome(effects: [.copy(text)], message: "Copied the field to the clipboard, if the terminal allows it.")
    }

    private mutating func move(_ command: Command, _ view: DeskView) -> Outcome? {
        let before = Stop(screen: work.screen, place: focusedPlace)
        let outcome: Outcome
        switch command {
        case .confirm: outcome = confirmField(view)
        case .nextField: outcome = goNext(view)
        case .previousField: outcome = goPrevious(view)
        case .up: outcome = goVertically(-1, view)
        case .down: outcome = goVertically(1, view)
        case .left: outcome = moveCursor(-1, view)
        case .right: outcome = moveCursor(1, view)
        case .home: return moveCursor(toEnd: false) ? .nothing : .say("This is the start of the text.")
        case .end: return moveCursor(toEnd: true) ? .nothing : .say("This is the end of the text.")
        case .nextScreen: outcome = turnPage(1, view)
        case .previousScreen: outcome = turnPage(-1, view)
        case .nextLine: outcome = goToNextLine(view)
        default: return nil
        }
        if work.screen != .review, before.place != focusedPlace { justLeft = before.place }
        return outcome
    }

    /// Commands that do the same on a page of fields and on Review.
    mutating func pressOnFields(_ command: Command, _ view: DeskView) -> Outcome? {
        switch command {
        case .goToScreen: .open(ScreenNumber())
        case .explain: explain(view)
        case .nextFinding: goToFinding(1, view)
        case .previousFinding: goToFinding(-1, view)
        case .takeFix: takeFix(view)
        case .undo: undo(view)
        case .redo: redo(view)
        case .overrideWarning: askOverride(view)
        case .save: meetConflict(view) ?? .say(savedText)
        default: nil
        }
    }

    /// Types into the focused field.
    mutating func type(_ text: String, _ view: DeskView) -> Outcome {
        // Typing into a field never takes it off the screen.
        guard work.focus.isEdited || focusIsOnScreen(view) else {
            return .say("There is no field here. PgDn: next screen.")
        }
        let takesNoMore = !work.focus.isSelected && self.text.count >= focusedPlace.field.shape.limit
        return insert(text, in: view.parsing).map { refusal in
            .say(takesNoMore ? "\(refusal) \(view.key(.clear)) clears it." : refusal)
        } ?? .nothing
    }

    /// Types one character; where the user wants it, a field that takes no more sends the cursor on.
    private mutating func typeAndAdvance(_ character: Character, _ view: DeskView) -> Outcome {
        let outcome = type(String(character), view)
        guard view.inputs.preferences.advancesAutomatically, work.focus.isEdited, isFull(in: view.parsing) else {
            return outcome
        }
        let full = Stop(screen: work.screen, place: focusedPlace)
        let advance = goNext(view)
        guard focusedPlace != full.place else { return outcome + advance }
        advancedFrom = full
        justLeft = full.place
        return outcome + advance
    }

    /// Into the field that the cursor has left by itself, as if it had not.
    private mutating func goBack(to full: Stop, _ view: DeskView) {
        move(to: full.place, screen: full.screen, in: view.parsing)
        work.focus.isSelected = false
    }

    private mutating func clearField(_ view: DeskView) -> Outcome {
        guard !text.isEmpty else { return .say("This field is already empty.") }
        work.focus.isSelected = true
        remove(offset: 0, in: view.parsing)
        return .say("\(focusedPlace.field.label) cleared. \(view.key(.undo)) undoes.")
    }

    private mutating func openLookUp(_ view: DeskView) -> Outcome {
        guard focusIsOnScreen(view) else { return .say("There is no field here. PgDn: next screen.") }
        guard let lookUp = LookUp(at: self, view.inputs) else {
            return .say("Nothing to look up for \(focusedPlace.field.label). \(focusedPlace.field.help)")
        }
        return .open(lookUp)
    }

    /// A command that has changed the claim, with what is to be said of it.
    private mutating func saying(_ message: String?, _ view: DeskView) -> Outcome {
        Outcome(effects: save(view.inputs), message: message)
    }

    static let conflictText = "Not saved: this claim was changed elsewhere. Ctrl-S asks again what to keep."

    /// Shown until the disk has it.
    static let savingText = "Saving …"

    var savedText: String {
        if file != nil { return "An entry of a reference file is saved when you leave it (Esc)." }
        if let failure = saving.failure { return failure }
        if saving.isUnderway { return ClaimEditor.savingText }
        if saving.isUnsaved { return "Saved automatically: within a second, and when you leave a field." }
        return "Saved" + (saving.savedAt.map { " at \($0)." } ?? ".") + (saving.mergedText.map { " \($0)" } ?? "")
    }

    /// Inside a paste line ends and tabs move on, as Enter and Tab do; nothing is a command.
    mutating func paste(_ text: String, _ view: DeskView) -> Outcome {
        advancedFrom = nil
        justLeft = nil
        guard work.screen != .review else { return .say("Nothing to type on Review.") }
        var outcome = Outcome.nothing
        var piece = ""
        for character in text {
            guard character.isNewline || character == "\t" else {
                piece.append(character)
                continue
            }
            if !piece.isEmpty { outcome = outcome + type(piece, view) }
            piece = ""
            outcome = outcome + (character == "\t" ? goNext(view) : confirmField(view))
        }
        return piece.isEmpty ? outcome : outcome + type(piece, view)
    }
}

extension ClaimEditor {
    private mutating func undo(_ view: DeskView) -> Outcome {
        let before = work
        guard let earlier = history.undo(work) else {
            return .say("Nothing to undo: this is the claim as it was opened.")
        }
        return restore(earlier, saying: "Undone: \(earlier.changes(against: before))".sentence, view)
    }

    private mutating func redo(_ view: DeskView) -> Outcome {
        let before = work
        guard let later = history.redo(work) else { return .say("Nothing to redo.") }
        return restore(later, saying: "Redone: \(before.changes(against: later))".sentence, view)
    }

    private mutating func restore(_ restored: Work, saying message: String, _ view: DeskView) -> Outcome {
        work = restored
        findings = nil
        saving.isUnsaved = true
        return Outcome(effects: save(view.inputs), message: message)
    }

    /// The open claim as it is to be kept, while something of it is not.
    mutating func save(_ inputs: Inputs) -> [Effect] {
        guard saving.isUnsaved else { return [] }
        let findings = validated(at: inputs)
        (saving.isUnsaved, saving.isUnderway) = (false, true)
        if isPractice { return [.savePractice(draft)] }
        // It is saved as a whole when it is left.
        if file != nil {
            saving.isUnderway = false
            return []
        }
        let status = work.status.following(Verdict(of: findings, on: draft))
        if status != work.status { work.status = status }
        saving.failure = nil
        // Once a claim that the payer has is to go again, it is judged here as one that the payer has not.
        let tally = isToGoAgain && work.status.restsWithPayer ? nil : Tally(findings, on: draft)
        return [.save(SavedClaim(draft: draft, status: work.status, tally: tally))]
    }
}

extension ClaimStatus {
    /// What the findings make of a claim that is still at the desk.
    fileprivate func following(_ verdict: Verdict) -> ClaimStatus {
        switch self {
        case .draft, .flagged, .clean: verdict.status
        case .ready: verdict.isClean ? .ready : .flagged
        default: self
        }
    }
}

extension ClaimEditor.Work {
    /// What differs in a later state, in the words of the screen: `Last name`, `Charge 2 and 3 more fields`.
    fileprivate func changes(against later: ClaimEditor.Work) -> String {
        let places = draft.places + later.draft.places.filter { !draft.places.contains($0) }
        let changed = places.filter { draft.text(at: $0) != later.draft.text(at: $0) }
        if let first = changed.first {
            let name = first.field.label + (first.number.map { " \($0)" } ?? "")
            return name + (changed.count > 1 ? " and \(counted(changed.count - 1, "more field", "more fields"))" : "")
        }
        if draft.overrides != later.draft.overrides { return "override" }
        if draft.queries != later.draft.queries { return "question to the provider" }
        return status == later.status ? "edit" : "status \(later.status.rawValue)"
    }
}
