public import ClaimModel
import Foundation

/// What a masked page hides: the fields that tell who somebody is, free texts, and these people's names wherever else
/// they stand.
///
/// Clinical codes, service dates, amounts, organizations and NPIs stay.
struct Mask {
    static let hidden = "[hidden]"

    /// The identifying texts of the claim, the longest first.
    private let texts: [String]

    init(of draft: ClaimDraft) {
        var texts: Set<String> = []
        for field in Field.identifying {
            for row in 0..<draft.rowCount(of: field.part) {
                let state = draft.state(at: Place(field, row: row))
                texts.formUnion(
                    [state.text, state.value ?? ""].map { $0.trimmingCharacters(in: .whitespacesAndNewlines) })
            }
        }
        self.texts = texts.filter { $0.count >= Mask.shortest }.sorted { ($1.count, $0) < ($0.count, $1) }
    }

    /// Shorter texts (an initial, a state) say nothing by themselves and stand within every other word.
    private static let shortest = 3

    func hides(_ field: Field, in draft: ClaimDraft) -> Bool {
        if Field.identifying.contains(field) || Field.freeTexts.contains(field) { return true }
        if field == .billingTaxID { return draft.billing.taxIDKind.value == .ssn }
        let isPerson = draft.billing.entityType.value == .person
        return isPerson && (field == .billingName || field == .billingFirstName)
    }

    /// The text with every identifying text in it hidden.
    func scrubbed(_ text: String) -> String {
        texts.reduce(text) { text, hidden in
            text.replacingOccurrences(
                of: hidden, with: Mask.hidden, options: [.caseInsensitive, .diacriticInsensitive])
        }
    }
}

extension ClaimDraft {
    /// The claim with everything blank that a masked page hides.
    public func withoutIdentities(in context: ParsingContext) -> ClaimDraft {
        let mask = Mask(of: self)
        var copy = self
        for place in places where mask.hides(place.field, in: self) { copy.type("", at: place, in: context) }
        return copy
    }
}

extension Field {
    /// The fields that say who the patient, the insured and the people of the practice are, and the numbers under which
    /// others know the claim.
    static let identifying: Set<Field> = Set(
        FieldGroup.patient.fields + FieldGroup.subscriber.fields + [
            .account, .patientDeathDate, .originalReference, .authorizationNumber, .authorizationNotRequiredReference,
            .authorizationNotRequiredBy, .benefitsReference, .otherInsuredLastName, .otherInsuredFirstName,
            .otherPolicyNumber, .otherGroupNumber, .adjudicationControlNumber, .adjudicationPayment,
            .attachmentControl, .renderingLastName, .renderingFirstName, .referringLastName,
            .referringFirstName, .evaluator, .submitterContact, .submitterPhone,
        ]
    ).subtracting([.patientSex, .subscriberSex, .relationship])

    /// The fields in which anything may have been written.
    static let freeTexts: Set<Field> = [
        .symptoms, .rationale, .additionalInformation, .lineNarrative, .lineDescription, .recordedDenial,
    ]
}
