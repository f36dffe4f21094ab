import ClaimModel
import ClaimRules
import TerminalKit

/// What actions from outside change.
extension Workstation {
    mutating func open(_ claim: OpenedClaim) {
        overlay = nil
        let origin: ClaimScreen.Origin =
            switch screen {
            case let files as Submissions: .submissions(files)
            case let open as ClaimScreen: open.origin
            default: .worklist(screen.worklist)
            }
        screen = ClaimScreen(opening: claim, from: origin, view)
    }

    /// Opens a dialog, unless something else is being answered or the person has gone to another screen meanwhile.
    mutating func show(_ dialog: any Overlay, where isAwaited: Bool = true) {
        if overlay == nil, isAwaited { overlay = dialog }
    }

    mutating func show(_ report: OfficeReport, _ lines: (Int) -> [String]) {
        guard overlay == nil, screen is Worklist, screen.worklist.awaitedReport == report else { return }
        overlay = Pager(.report(report), title: report.title, lines: lines(size.columns), columns: size.columns)
        status.message = nil
    }

    /// What an act would do.
    mutating func show(_ act: BulkAct, _ lines: [BulkLine]) {
        guard overlay == nil, screen is Worklist else { return }
        overlay = BulkReview(act, lines, of: patients(lines), isDone: false, columns: size.columns)
        status.message = nil
    }

    mutating func show(_ offer: EligibilityOffer) {
        guard let list = screen as? ReferenceList else { return }
        show(EligibilityReview(offer, of: list.patient, columns: size.columns))
    }

    mutating func noteSaved(_ id: String, at time: String) {
        let wasSaving =
            status.message == ClaimEditor.savingText || status.message == screen.openEditor?.saving.failure
        screen.changeEditors { editor in
            guard editor.draft.id == id else { return }
            (editor.saving.isUnderway, editor.saving.savedAt) = (false, time)
            (editor.saving.failure, editor.saving.conflict) = (nil, nil)
        }
        if status.message != nil, wasSaving { status.message = screen.openEditor?.savedText }
    }

    mutating func noteSaveFailure(_ text: String) {
        screen.changeEditors { editor in
            guard editor.isSavedByItself else { return }
            (editor.saving.isUnsaved, editor.saving.isUnderway) = (true, false)
            editor.saving.failure = text
        }
        status.message = text
    }

    func patients(_ lines: [BulkLine]) -> [String: String] {
        let list = screen.worklist
        return Dictionary(lines.map { ($0.id, list.row($0.id)?.patient ?? "") }) { first, _ in first }
    }

    /// What was done is shown, of one claim in a line.
    mutating func take(_ act: BulkAct, _ lines: [BulkLine]) {
        changeList { $0.note(act, lines) }
        if lines.count == 1 {
            status.message =
                "\(lines[0].account): \(lines[0].text)." + (lines[0].isDone ? " \(view.key(.undo)) undoes." : "")
        } else if overlay == nil, screen is Worklist {
            overlay = BulkReview(act, lines, of: patients(lines), isDone: true, columns: size.columns)
            status.message = nil
        }
    }

    /// Merges what was changed here and elsewhere, or asks, unless something else is being answered.
    mutating func meet(_ conflict: ClaimConflict, of id: String) -> [Effect] {
        screen.changeEditors { editor in
            guard editor.draft.id == id else { return }
            (editor.saving.conflict, editor.saving.isConflictMet) = (conflict, false)
        }
        return overlay == nil ? meetConflict() : []
    }

    mutating func meetConflict() -> [Effect] {
        let view = self.view
        var outcome: Outcome?
        screen.changeEditors { editor in
            guard editor.saving.conflict != nil, !editor.saving.isConflictMet else { return }
            outcome = editor.meetConflict(view)
        }
        return outcome.map { apply($0) } ?? []
    }

    /// A claim that could not be saved is listed as such.
    mutating func take(_ unsaved: UnsavedWork) -> [Effect] {
        defer { status.unsaved = unsaved }
        guard unsaved.failed != status.unsaved.failed, screen is Worklist else { return [] }
        return [.list]
    }

    mutating func save() -> [Effect] { screen.save(inputs) }

    /// Changes the worklist, which may lie behind another screen, in place.
    mutating func changeList(_ change: (inout Worklist) -> Void) {
        var list = screen.worklist
        screen.worklist = Worklist()
        change(&list)
        screen.worklist = list
    }

    /// An open look-up is searched again in the files as they are now.
    mutating func changeFiles(_ change: (inout Directory) -> Void) {
        change(&inputs.directory)
        overlay?.forget()
        screen.forgetLists()
    }

    /// The claim is judged by the new code sets and policies, an open look-up is searched again.
    mutating func forgetWhatWasRead() {
        screen.changeEditors { $0.forget() }
        overlay?.forget()
    }
}
