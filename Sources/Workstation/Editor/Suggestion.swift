import ClaimModel
import ClaimRules

/// What the reference files know of the field that has the cursor: shown, and entered with the key of fixes only.
struct Suggestion: Hashable, Sendable {
    /// What is known and where it comes from, without the key.
    let text: String
    /// What the key enters; `nil` where there is more than one to choose from.
    let fix: Fix?
    /// Whether the claim becomes another patient's.
    var isAnotherPatient = false
    /// Whether there is nothing to choose from.
    var isNote = false
}

extension ClaimEditor {
    func suggestion(_ inputs: Inputs) -> Suggestion? {
        guard isClaim, work.screen != .review else { return nil }
        return anotherPatient(inputs) ?? knownPatient(inputs) ?? charge(inputs) ?? shelf(inputs)
    }

    /// The patient whose name begins as what was keyed.
    private func knownPatient(_ inputs: Inputs) -> Suggestion? {
        guard [.patientLastName, .patientFirstName].contains(focusedPlace.field), work.focus.isEdited else {
            return nil
        }
        let last = draft.text(at: Place(.patientLastName))
        guard last.count >= ClaimEditor.lettersOfKnown else { return nil }
        let isLast = focusedPlace.field == .patientLastName
        let beginning = isLast ? last : "\(last), \(draft.text(at: Place(.patientFirstName)))"
        let found = inputs.directory.entries(.patient, beginningWith: beginning, most: 4)
            .filter { $0.identity != draft.patient.identity }
        guard let first = found.first else { return nil }
        guard found.count == 1 else {
            let names = found.prefix(3).map(\.label).joined(separator: "; ") + (found.count > 3 ? "; …" : "")
            return Suggestion(text: "On file: \(names).", fix: nil)
        }
        return Suggestion(text: "On file: \(first.label).", fix: PullIn(inputs, draft).fix(for: first))
    }

    private static let lettersOfKnown = 3

    /// What the charge master says of the line's code and the line does not say yet.
    private func charge(_ inputs: Inputs) -> Suggestion? {
        let place = focusedPlace
        guard ReferenceKind.charge.fields.contains(place.field), draft.lines.indices.contains(place.row),
            let code = draft.lines[place.row].procedure.value?.text,
            let entry = inputs.directory.entry(.charge, code.folded), entry.isOffered
        else { return nil }
        let fix = PullIn(inputs, draft, row: place.row).fix(for: entry)
        guard !fix.edits.isEmpty else { return nil }
        let parts = fix.edits.map { "\($0.place.field.label) \($0.text)" }.joined(separator: ", ")
        return Suggestion(text: "Charge master, \(code): \(parts).", fix: Fix("\(code): \(parts)", fix.edits))
    }

    /// Name and birth date are another person's now, and what was of the first is still on the claim.
    private func anotherPatient(_ inputs: Inputs) -> Suggestion? {
        guard FieldGroup.patient.fields.contains(focusedPlace.field), let opened, let before = opened.patient.identity,
            let now = draft.patient.identity
        else { return nil }
        let (old, new) = (before.split(separator: "|"), now.split(separator: "|"))
        guard old.last != new.last, old.dropLast() != new.dropLast() else { return nil }
        let left = personalTexts(unlessChangedSince: opened)
        guard !left.isEmpty else { return nil }
        return Suggestion(
            text: "Another patient? Still of \(opened.patient.name): \(left.titles).",
            fix: Fix(left.titles, left.map { Fix.Edit($0.field, row: $0.row, "") }), isAnotherPatient: true)
    }

    /// The places whose texts are of one patient: coverage, authorization, documentation, scores, notes; and, where the
    /// claim is compared with what it was, the patient's own that are still the first one's.
    func personalTexts(unlessChangedSince before: ClaimDraft? = nil) -> [Place] {
        let own = before == nil ? [] : FieldGroup.patient.fields.filter { !Field.identifyingPatient.contains($0) }
        return draft.places.filter { place in
            guard place.field.isPersonal || own.contains(place.field) else { return false }
            let text = draft.text(at: place)
            return !text.isEmpty && before.map { $0.text(at: place) == text } ?? true
        }
    }

    /// Enters another patient, and empties what was of the one before: one step of undo.
    mutating func replacePatient(emptying places: [Place], _ fix: Fix?, in context: ParsingContext) {
        step { work in
            // From the last row, so that emptying one does not move the others.
            for place in places.sorted(by: { $0.row > $1.row }) { work.draft.type("", at: place, in: context) }
            for edit in fix?.edits ?? [] { work.draft.type(edit.text, at: edit.place, in: context) }
            work.draft.type("", at: Place(.recordsOf), in: context)
            work.draft.queries = []
            work.focus.isSelected = true
        }
        work.focus.cursor = text.count
    }
}

extension Patient {
    fileprivate var name: String { [self.lastName.text, self.firstName.text].joined(separator: ", ") }
}

extension [Place] {
    /// What they belong to, each once, in a sentence: `coverage, authorization, scores`.
    var titles: String {
        var names: [String] = []
        for place in self where !names.contains(place.field.belonging) { names.append(place.field.belonging) }
        return names.joined(separator: ", ")
    }
}

extension Field {
    /// What a personal text is, in a word.
    fileprivate var belonging: String {
        func isIn(_ groups: FieldGroup...) -> Bool { groups.contains { $0.fields.contains(self) } }
        if isIn(.patient) { return "address" }
        if isIn(.subscriber, .otherInsurance, .thirdPlan, .adjudication, .secondaryAdjudication) { return "coverage" }
        if isIn(.authorization) { return "authorization" }
        if isIn(.benefits) { return "benefits check" }
        if isIn(.accident, .careDates) { return "accident and other dates" }
        if isIn(.score) { return "scores" }
        if isIn(.attachment) { return "attachments" }
        return keyed == .documentation ? "documentation" : "notes"
    }
}
