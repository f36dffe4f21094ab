import ClaimModel

/// Billing provider, subscriber, patient and payer: what several claims of a file may have in common.
extension SegmentMap {
    static let billingMaps: [SegmentMap] =
        [
            SegmentMap(
                loop: .billing, name: "PRV", key: Key(1, ["BI"]),
                slots: [.usual(1, "BI"), .usual(2, "PXC"), .field(3, .billingTaxonomy)]),
            SegmentMap(
                loop: .billingName, name: "NM1", key: Key(1, ["85"]), isRequired: true,
                slots: [
                    .usual(1, "85"), .field(2, .billingEntityType, required: true),
                    .field(3, .billingName, limit: 60, required: true), .field(4, .billingFirstName, limit: 35),
                    .usual(8, "XX", with: 9),
                    .field(9, .billingNPI, required: true).waived { !$0.billing.payerNumber.isEmpty },
                ]),
        ]
        + address(.billingName, .billing, required: true)
        + [
            SegmentMap(
                loop: .billingName, name: "REF", key: Key(1, ["EI", "SY"]), isRequired: true,
                slots: [
                    .field(1, .billingTaxIDKind, required: true), .field(2, .billingTaxID, .digits, required: true),
                ]),
            SegmentMap(
                loop: .billingName, name: "PER", key: Key(3, ["TE"]),
                slots: [
                    .usual(1, "IC"), .usual(2, with: 4) { $0.draft.billing.contactName }, .usual(3, "TE"),
                    .field(4, .billingPhone, .digits),
                ]),
            SegmentMap(
                loop: .payTo, name: "NM1", key: Key(1, ["87"]), isAlone: true,
                applies: { !$0.payTo.address.entriesAreEmpty },
                slots: [
                    .usual(1, "87"),
                    .usual(2) { $0.draft.billing.entityType.value?.code ?? EntityType.organization.code },
                ]),
        ] + address(.payTo, .payTo)

    /// With the patient as the insured, level 22 is about the patient; else level 23 is.
    static let subscriberMaps: [SegmentMap] =
        [
            SegmentMap(
                loop: .subscriber, name: "SBR", isRequired: true,
                slots: [
                    .field(1, .payerOrder, required: true), .derived(2) { $0.draft.isForSubscriber ? "18" : "" },
                    .field(3, .groupNumber, limit: 50), .field(4, .groupName, limit: 60), .field(5, .insuranceType),
                    .field(9, .filingIndicator, refused: ["09"], required: true),
                ]),
            SegmentMap(
                loop: .subscriber, name: "PAT", applies: { $0.isForSubscriber }, slots: deathSlots),
            person(.subscriberName, "IL", .patientAsMember, required: true) { $0.isForSubscriber },
            person(.subscriberName, "IL", .subscriber, required: true) { !$0.isForSubscriber },
        ]
        + address(.subscriberName, .patient, required: true) { $0.isForSubscriber }
        + address(.subscriberName, .subscriber) { !$0.isForSubscriber }
        + [
            birth(.subscriberName, .patientBirthDate, .patientSex, required: true) { $0.isForSubscriber },
            birth(.subscriberName, .subscriberBirthDate, .subscriberSex) { !$0.isForSubscriber },
            qualified(.subscriberName, "REF", "Y4", .accidentClaimNumber) { $0.isForSubscriber },
            organization(
                .payerName, "PR", name: .payerName, number: .payerIdentifier, qualifier: "PI", required: true),
        ]
        + address(.payerName, .payer)
        + [qualified(.payerName, "REF", "G2", .billingPayerNumber)]

    private static let deathSlots: [Slot] = [.usual(5, "D8", with: 6), .field(6, .patientDeathDate, .date)]

    static let patientMaps: [SegmentMap] =
        [
            SegmentMap(
                loop: .patient, name: "PAT", isRequired: true, applies: { !$0.isForSubscriber },
                slots: [.field(1, .relationship, required: true)] + deathSlots),
            person(.patientName, "QC", .patient, required: true) { !$0.isForSubscriber },
        ]
        + address(.patientName, .patient, required: true) { !$0.isForSubscriber }
        + [
            birth(.patientName, .patientBirthDate, .patientSex, required: true) { !$0.isForSubscriber },
            qualified(.patientName, "REF", "Y4", .accidentClaimNumber) { !$0.isForSubscriber },
        ]
}

extension PersonFields {
    static let patient = PersonFields(last: .patientLastName, first: .patientFirstName, middle: .patientMiddleName)
    static let patientAsMember = PersonFields(
        last: .patientLastName, first: .patientFirstName, middle: .patientMiddleName, number: .memberID,
        qualifier: "MI")
    static let subscriber = PersonFields(
        last: .subscriberLastName, first: .subscriberFirstName, middle: .subscriberMiddleName, number: .memberID,
        qualifier: "MI", entityType: .subscriberEntityType)
}

extension ClaimDraft {
    /// Whether the patient is the insured, or nothing says otherwise.
    var isForSubscriber: Bool {
        switch self.subscriber.relationship.value {
        case .`self`: true
        case nil: self.subscriber.relationship.isEmpty
        default: false
        }
    }
}

extension BillingProvider {
    /// Whom the telephone number reaches: the first contact of the loop asks for a name (005010X222A1, PER02).
    fileprivate var contactName: String {
        String([self.firstName.text, self.name.text].filter { !$0.isEmpty }.joined(separator: " ").unparted.prefix(60))
    }
}
