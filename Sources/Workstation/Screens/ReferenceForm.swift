import ClaimModel
import ClaimRules
import TerminalKit

/// One entry of a reference file, field by field: saved as a whole when it is left.
struct ReferenceForm: DeskScreen {
    var editor: ClaimEditor
    private var list: ReferenceList
    /// As the file has it; `nil` for a new entry.
    private let before: ReferenceEntry?
    private let kind: ReferenceKind
    /// Whether Esc has said what is missing: again, and what cannot be saved is given up.
    private var isWarned = false

    init(editing entry: ReferenceEntry, over list: ReferenceList, _ view: DeskView) {
        editor = ClaimEditor(reference: entry.draft(in: view.parsing), entry.kind, isNew: false)
        (self.list, before, kind) = (list, entry, entry.kind)
    }

    /// - Parameter patient: whose coverage or authorization it is going to be, if that is known.
    init(new kind: ReferenceKind, of patient: ReferenceEntry?, over list: ReferenceList, _ view: DeskView) {
        var draft = ClaimDraft(id: "reference")
        if let patient, kind.isOfPatient { draft.name(patient, in: view.parsing) }
        editor = ClaimEditor(reference: draft, kind, isNew: true)
        (self.list, before, self.kind) = (list, nil, kind)
    }

    var area: Area { .entry }
    var behind: any DeskScreen { list }
    var rereading: [Effect] { list.rereading }
    var openEditor: ClaimEditor? { editor }
    var hasUnsavedWork: Bool { list.hasUnsavedWork }
    /// What is keyed is saved as far as it can be when the program has to end.
    var lastEffects: [Effect] { change(at: nil).map { [.changeReferences($0)] } ?? [] }

    var worklist: Worklist {
        get { list.worklist }
        set { list.worklist = newValue }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if command == .back { return leave(view) }
        isWarned = false
        if let refusal = editor.refusal(of: key, command, view) { return .say(refusal) }
        return keepingTexts(view) { $0.pressHere(key, command, view) }
    }

    private mutating func pressHere(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        if command == .duplicate, kind.isOfLine { return .say("An entry is one line. \(view.key(.back)) saves it.") }
        if let outcome = editor.pressInForm(key, command, view) { return outcome }
        return command == .references ? leave(view) : .say("This is an entry of a reference file. Esc saves it.")
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome {
        keepingTexts(view) { $0.editor.paste(text, view) }
    }

    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        if case .resolve = request { return list.take(request, view) }
        return keepingTexts(view) { $0.editor.take(request, view) }
    }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome { .say("Press Esc first to save this entry.") }

    func applies(_ command: Command, _ view: DeskView) -> Bool { editor.applies(command, view) }

    mutating func forgetLists() { list.forgetLists() }

    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? { change(&editor) }

    /// The claim behind it is saved as ever.
    mutating func changeEditors(_ change: (inout ClaimEditor) -> Void) {
        change(&editor)
        list.changeEditors(change)
    }

    mutating func changeSubmissions(_ change: (inout Submissions) -> Void) { list.changeSubmissions(change) }
}

extension ReferenceForm {
    /// What leaving changes; `nil` where nothing can be saved.
    private func change(at view: DeskView?) -> ReferenceChange? {
        guard var after = ReferenceEntry(kind, from: editor.draft) else { return nil }
        let today = view?.parsing.today
        guard let before else {
            (after.origin, after.asOf) = (.entered, today)
            return ReferenceChange("new \(kind.noun)", [.init(before: nil, after: after)])
        }
        // What an earlier version kept with it stays.
        let own = Set(kind.places.map { kind.key(of: $0) })
        after = after.with(before.texts.filter { !own.contains($0.key) }.merging(after.texts) { $1 })
        after = after.inPlace(of: before)
        if after.texts != before.texts { after.asOf = today ?? before.asOf }
        return .edit(
            before, to: after, owned: view?.inputs.directory.belongings(of: before) ?? [],
            in: view?.parsing ?? ParsingContext(today: Day(number: 0)))
    }

    /// Esc: saved where it can be; else it says why not, and the second Esc goes back all the same.
    private mutating func leave(_ view: DeskView) -> Outcome {
        editor.leaveField(in: view.parsing)
        let isUntouched = editor.history.isEmpty
        if !isUntouched, !isWarned, let obstacle = obstacle(view) {
            isWarned = true
            return .say(obstacle)
        }
        var list = self.list
        guard !isUntouched, let change = change(at: view), !change.isEmpty, !isOnFile(view) else {
            return Outcome(message: isUntouched ? "Nothing changed." : "Not saved.", destination: .over(list))
        }
        var outcome = list.make(change, saying: "Saved. Claims keep what they have. \(view.key(.undo)) undoes.")
        list.forget()
        outcome.destination = .over(list)
        return outcome
    }

    /// Why the entry cannot be saved as it is.
    private mutating func obstacle(_ view: DeskView) -> String? {
        let missing = kind.required.filter { fields in
            fields.allSatisfy { editor.draft.state(at: Place($0)).value == nil }
        }
        guard missing.isEmpty else {
            let names = missing.map { $0.map(\.fullLabel).joined(separator: " or ") }.joined(separator: ", ")
            return "Not saved yet: \(names) required. Esc again leaves without saving."
        }
        if isOnFile(view) {
            return
                "This \(kind.noun) is on file already. Change it here, or merge the two in the list; Esc again leaves."
        }
        let errors = editor.validated(at: view.inputs).filter { $0.severity == .error }
        return errors.first.map { "\($0.message) Esc again saves the rest and leaves this out." }
    }

    /// Whether another entry is of the same.
    private func isOnFile(_ view: DeskView) -> Bool {
        guard let after = ReferenceEntry(kind, from: editor.draft), after.identity != before?.identity else {
            return false
        }
        return view.inputs.directory.entry(kind, after.identity) != nil
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        EditorDrawing(editor, view).draw(in: area, on: &frame, message: message)
    }
}
