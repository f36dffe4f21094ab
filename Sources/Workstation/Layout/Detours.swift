import ClaimModel

/// Fields that the claim as it stands has no use for: Enter and Tab pass them by, the arrow keys reach them.
struct Detours {
    private let draft: ClaimDraft

    init(in draft: ClaimDraft) {
        self.draft = draft
    }

    var fields: Set<Field> {
        var fields: Set<Field> = []
        func pass(_ passed: [Field], when isUseless: Bool) {
            if isUseless { fields.formUnion(passed) }
        }
        pass(Detours.insured, when: draft.subscriber.relationship.value == .`self`)
        pass(
            FieldGroup.otherInsurance.fields.filter { $0 != .otherInsuranceExists },
            when: draft.otherInsurance.exists.value != .yes)
        pass(FieldGroup.adjudication.fields, when: (draft.payer.order.value ?? .primary) == .primary)
        pass([.autoAccidentState], when: draft.accident.auto.value != .yes)
        let isAccident = [draft.accident.auto, draft.accident.employment, draft.accident.other].contains {
            $0.value == .yes
        }
        pass([.accidentDate], when: !isAccident)
        pass([.outsideLabCharges], when: draft.identity.outsideLab.value != .yes)
        pass([.originalReference], when: draft.identity.frequency.value == .original)
        pass([.waiver], when: draft.identity.responsibility.value == .insurance)
        pass([.billingFirstName], when: draft.billing.entityType.value == .organization)
        return fields
    }

    /// Who is insured, where that is not the patient.
    private static let insured = FieldGroup.subscriber.fields.filter {
        ![.memberID, .groupNumber, .groupName, .relationship].contains($0)
    }
}
