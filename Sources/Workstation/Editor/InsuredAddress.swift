import ClaimModel
import ClaimRules

extension FieldGroup {
    /// Where the insured lives, field by field as the patient's address is kept.
    fileprivate static let addresses = zip(AddressFields.subscriber.all, AddressFields.patient.all)
        .map { (insured: $0, patient: $1) }
}

extension ClaimEditor {
    /// Whether the focused field is of the insured's address, and the patient's may be meant: the patient is the insured,
    /// or no earlier claim has another one.
    var mayTakePatientAddress: Bool {
        let fields = FieldGroup.addresses.map(\.insured)
        guard fields.contains(focusedPlace.field) else { return false }
        let isInsured = draft.subscriber.relationship.value == .`self`
        return isInsured || fields.allSatisfy { earlier.last?.draft.text(at: Place($0)).isEmpty ?? true }
    }

    /// Gives the insured the patient's address: the whole of it where none is there yet, else the focused field.
    ///
    /// - Returns: what was done, or why nothing was.
    mutating func takePatientAddress(in context: ParsingContext) -> String? {
        let isBlank = FieldGroup.addresses.allSatisfy { draft.text(at: Place($0.insured)).isEmpty }
        let taken = FieldGroup.addresses.filter { isBlank || $0.insured == focusedPlace.field }
        let edits = taken.map { Fix.Edit($0.insured, draft.text(at: Place($0.patient))) }.filter { !$0.text.isEmpty }
        guard !edits.isEmpty else { return repeatAbove(in: context) }
        apply(Fix("the patient's address", edits), in: context)
        return isBlank ? "Copied the patient's address. Ctrl-Z undoes." : nil
    }
}
