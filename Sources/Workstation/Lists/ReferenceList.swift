import ClaimModel
import ClaimRules
import TerminalKit

/// The reference files, one listed at a time, over the screen that they were opened from.
struct ReferenceList: Sendable {
    /// To which Esc goes back: a field is left as it is.
    var origin: any DeskScreen
    private(set) var kind: ReferenceKind
    var state = ListState()
    /// The patient whose coverages and authorizations are listed; `nil` for everybody's.
    private(set) var patient: ReferenceEntry?
    /// The entry that is to be merged into the one that is chosen next.
    private(set) var gone: ReferenceEntry?
    /// Those that the filter leaves; `nil` once the filter or the file has changed.
    private(set) var rows: [ReferenceEntry]?

    init(_ kind: ReferenceKind, of patient: ReferenceEntry? = nil, over origin: any DeskScreen) {
        self.kind = kind
        self.patient = patient
        self.origin = origin
    }

    /// What was changed here, for undo.
    var history: ReferenceHistory {
        get { origin.worklist.references }
        set { origin.worklist.references = newValue }
    }

    /// Brings the rows up to date.
    @discardableResult
    mutating func list(_ inputs: Inputs) -> [ReferenceEntry] {
        if let rows { return rows }
        let made = entries(inputs)
        rows = made
        state.selection = min(state.selection, max(0, made.count - 1))
        return made
    }

    private func entries(_ inputs: Inputs) -> [ReferenceEntry] {
        guard let patient, kind.isOfPatient else {
            return inputs.directory.entries(kind, matching: state.filter, includingInactive: true)
        }
        return inputs.directory.owned(kind, by: patient.identity, includingInactive: true)
            .filter { $0.label.matches(filter: state.filter) }
    }

    /// As listed last.
    var listed: [ReferenceEntry] { rows ?? [] }

    var chosen: ReferenceEntry? { listed.indices.contains(state.selection) ? listed[state.selection] : nil }

    mutating func change(_ edit: (inout ListState) -> Void) {
        edit(&state)
        rows = nil
    }

    mutating func forget() { rows = nil }

    /// Puts the cursor on an entry, where it is listed.
    mutating func choose(_ entry: ReferenceEntry, _ inputs: Inputs) {
        if let place = list(inputs).firstIndex(where: { $0.id == entry.id }) { state.selection = place }
    }

    /// Lists another file; of coverages and authorizations those of one patient.
    mutating func show(_ kind: ReferenceKind, of patient: ReferenceEntry? = nil) {
        (self.kind, self.patient, gone, rows) = (kind, patient, nil, nil)
        state = ListState()
    }

    mutating func mark(_ entry: ReferenceEntry?) { gone = entry }
}

/// The changes of reference files that were made at the desk, the last one last.
struct ReferenceHistory: Sendable {
    private var past: [ReferenceChange] = []
    private var future: [ReferenceChange] = []

    var canUndo: Bool { !past.isEmpty }

    mutating func record(_ change: ReferenceChange) {
        past.append(change)
        future = []
    }

    /// What takes the last change back.
    mutating func undo() -> ReferenceChange? {
        guard let change = past.popLast() else { return nil }
        future.append(change)
        return change.reversed
    }

    mutating func redo() -> ReferenceChange? {
        guard let change = future.popLast() else { return nil }
        past.append(change)
        return change
    }
}

extension ReferenceList {
    /// The file of the field that has the cursor, with the claim's own patient.
    init(at editor: ClaimEditor, over origin: some DeskScreen, _ view: DeskView) {
        let kind = editor.work.screen == .review ? .patient : editor.focusedPlace.field.file
        let patient = editor.draft.patient.identity.flatMap { view.inputs.directory.entry(.patient, $0) }
        self.init(kind, of: kind.isOfPatient ? patient : nil, over: origin)
        let own = kind == .patient ? patient : ReferenceEntry(kind, from: editor.draft, row: editor.focusedPlace.row)
        if let own { choose(own, view.inputs) }
    }
}

extension Field {
    /// Whether F2 offers entries of a reference file for it.
    var hasFile: Bool {
        switch lookUp {
        case .references, .payers, .drugs, .diagnoses, .texts: true
        case .none, .choices, .policies, .procedures, .modifiers, .placesOfService, .taxonomies: false
        }
    }

    /// The reference file that its text may come from.
    fileprivate var file: ReferenceKind {
        switch lookUp {
        case .references(let kind): return kind
        case .payers, .policies: return .payer
        case .drugs: return .drug
        case .texts: return .text
        case .procedures where part == .line, .modifiers: return .charge
        case .none, .choices, .diagnoses, .procedures, .placesOfService, .taxonomies: break
        }
        let group = FieldGroup.claim.first { $0.fields.contains(self) }
        return group?.reference ?? (part == .line ? .charge : .patient)
    }
}

extension Fix {
    /// What of it fits an entry of a reference file; of a patient that is the name and birth date.
    func within(_ file: ReferenceKind?) -> Fix {
        guard let file else { return self }
        let isPerson = file.isOfPatient && edits.contains { $0.place.field == .patientLastName }
        return Fix(
            label,
            edits.filter { edit in
                file.fields.contains(edit.place.field) && (!isPerson || edit.place.field.id.hasPrefix("patient."))
            })
    }
}
