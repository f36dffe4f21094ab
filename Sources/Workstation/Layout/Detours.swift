import ClaimModel

/// Fields that the claim as it is has no use for: Enter and Tab pass them by, the arrow keys reach them.
struct Detours {
    private let draft: ClaimDraft

    init(in draft: ClaimDraft) {
        self.draft = draft
    }

    var fields: Set<Field> {
        let useless = Set(Field.Asking.allCases.filter { !isOfUse($0) })
        return Set(Field.all.filter { useless.contains($0.asked) || ($0.asked == .seldom && isBlank($0)) })
    }

    /// What still holds the practice's default: Enter goes on without it, Shift-Tab does not. Of a provider that is not the
    /// practice's each field is keyed.
    var defaults: Set<String> {
        let others = FieldGroup.providers.filter { group in
            group.fields.contains { !draft.defaulted.contains($0.id) && !isBlank($0) }
        }
        return draft.defaulted.subtracting(others.flatMap { $0.fields.map(\.id) })
    }

    /// Whether a group has a field that is asked for on such a claim, or filled.
    func have(useFor group: FieldGroup) -> Bool {
        group.fields.contains { $0.asked != .seldom && isOfUse($0.asked) || !isBlank($0) }
    }

    private func isBlank(_ field: Field) -> Bool {
        (0..<draft.rowCount(of: field.part)).allSatisfy { draft.text(at: Place(field, row: $0)).isEmpty }
    }

    private func isOfUse(_ asked: Field.Asking) -> Bool {
        let (accident, order) = (draft.accident, draft.orderOfPayer)
        return switch asked {
        case .always, .seldom: true
        case .ofAnotherInsured: draft.subscriber.relationship.value != .`self`
        case .withOtherInsurance: draft.otherInsurance.exists.value == .yes
        case .withThirdPlan: draft.namesThirdPlan || order == .tertiary
        case .ofLaterPayer: order != .primary
        case .ofTertiaryPayer: order == .tertiary
        case .afterAutoAccident: accident.auto.value == .yes
        case .afterAccident: [accident.auto, accident.employment, accident.other].contains { $0.value == .yes }
        case .withOutsideLab: draft.identity.outsideLab.value == .yes
        case .onResubmission: draft.identity.frequency.value != .original
        case .unlessInsured: draft.identity.responsibility.value != .insurance
        case .awayFromOffice: draft.identity.placeOfService.value?.isAtThePractice != true
        case .onTransport:
            ["41", "42"].contains(draft.identity.placeOfService.value?.text)
                || draft.lines.contains { $0.procedure.text.uppercased().hasPrefix("A0") }
        case .inHospital: ["21", "51", "61"].contains(draft.identity.placeOfService.value?.text)
        case .withReferrer: !draft.referring.qualifier.isEmpty
        case .withoutAuthorization: draft.authorization.number.isEmpty
        case .ofPerson: draft.billing.entityType.value != .organization
        }
    }
}
