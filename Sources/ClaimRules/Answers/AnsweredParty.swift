import ClaimModel

/// Whom a claim status is said of (STC01-3, X12 element 98), as the fields of a claim have them.
package struct AnsweredParty {
    /// What may be said of somebody; the tables of codes write it behind an @: `@npi`.
    package enum Trait: String {
        case npi, name, member, birth, sex, death, relationship, taxonomy, tax, number, address, zip, state, city,
            street
        case country, phone, kind, group
    }

    private let traits: [Trait: [Field]]

    /// Every field that says something of it.
    var fields: Set<Field> { Set(traits.values.joined()) }

    func fields(_ trait: Trait) -> [Field] {
        trait == .address
            ? [.street, .city, .state, .zip, .country].flatMap { traits[$0] ?? [] } : traits[trait] ?? []
    }

    /// - Parameter entity: `85`, `IL`.
    /// - Returns: `nil` where no field is about the entity: a receiver, a clearinghouse.
    static func named(_ entity: String, on draft: ClaimDraft) -> AnsweredParty? {
        switch entity {
        case "85": billing
        case "87": payTo
        case "82", "71", "72", "DD", "SJ", "1P": rendering
        case "DN", "P3", "DQ": referring
        case "DK": ordering
        case "77", "FA", "LI", "TL": facility
        case "QB": purchased
        case "QC", "03": patient
        case "IL", "HK", "QD": draft.subscriber.relationship.value == .`self` ? insuredPatient : insured
        case "PR", "PRP", "2B": payer
        case "GB", "SEP", "TTP": otherPlan
        case "41", "AY": submitter
        case "PW", "45": transport
        default: nil
        }
    }

    /// The fields of a trait where nobody is named: of those whom payers mean most often.
    static func usual(_ trait: Trait, on draft: ClaimDraft) -> [Field] {
        let insured = draft.subscriber.relationship.value == .`self` ? insuredPatient : insured
        let parties: [AnsweredParty] =
            switch trait {
            case .npi, .taxonomy, .tax, .number, .kind, .phone: [billing, rendering, facility, referring]
            case .member, .group, .relationship: [insured]
            case .name, .birth, .sex, .death: [patient, insured]
            case .address, .zip, .state, .city, .street, .country: [patient, billing, facility]
            }
        return parties.flatMap { $0.fields(trait) }
    }
}

extension AnsweredParty {
    private static let billing = AnsweredParty(traits: [
        .npi: [.billingNPI], .name: [.billingName, .billingFirstName], .taxonomy: [.billingTaxonomy],
        .tax: [.billingTaxID, .billingTaxIDKind], .number: [.billingPayerNumber], .street: [.billingStreet],
        .city: [.billingCity], .state: [.billingState], .zip: [.billingZIP], .country: [.billingCountry],
        .phone: [.billingPhone], .kind: [.billingEntityType],
    ])

    private static let payTo = AnsweredParty(traits: [
        .npi: [.billingNPI], .tax: [.billingTaxID], .street: [.payToStreet], .city: [.payToCity],
        .state: [.payToState], .zip: [.payToZIP], .country: [.payToCountry],
    ])

    private static let rendering = AnsweredParty(traits: [
        .npi: [.renderingNPI, .lineRenderingNPI],
        .name: [.renderingLastName, .renderingFirstName, .lineRenderingLastName, .lineRenderingFirstName],
        .taxonomy: [.renderingTaxonomy], .number: [.renderingPayerNumber], .kind: [.renderingEntityType],
    ])

    private static let referring = AnsweredParty(traits: [
        .npi: [.referringNPI, .lineReferringNPI],
        .name: [.referringLastName, .referringFirstName, .lineReferringLastName, .lineReferringFirstName],
        .kind: [.referringQualifier],
    ])

    private static let ordering = AnsweredParty(traits: [
        .npi: [.lineOrderingNPI, .referringNPI],
        .name: [.lineOrderingLastName, .lineOrderingFirstName, .referringLastName, .referringFirstName],
        .kind: [.referringQualifier],
    ])

    private static let facility = AnsweredParty(traits: [
        .npi: [.facilityNPI], .name: [.facilityName], .street: [.facilityStreet], .city: [.facilityCity],
        .state: [.facilityState], .zip: [.facilityZIP], .country: [.facilityCountry],
    ])

    private static let purchased = AnsweredParty(traits: [.npi: [.linePurchasedNPI]])

    private static let patient = AnsweredParty(traits: [
        .name: [.patientLastName, .patientFirstName, .patientMiddleName], .member: [.memberID],
        .birth: [.patientBirthDate], .sex: [.patientSex], .death: [.patientDeathDate], .relationship: [.relationship],
        .street: [.patientStreet], .city: [.patientCity], .state: [.patientState], .zip: [.patientZIP],
        .country: [.patientCountry], .phone: [.patientPhone],
    ])

    private static let insured = AnsweredParty(traits: [
        .name: [.subscriberLastName, .subscriberFirstName, .subscriberMiddleName], .member: [.memberID],
        .birth: [.subscriberBirthDate], .sex: [.subscriberSex], .relationship: [.relationship],
        .group: [.groupNumber, .groupName], .street: [.subscriberStreet], .city: [.subscriberCity],
        .state: [.subscriberState], .zip: [.subscriberZIP], .country: [.subscriberCountry],
        .kind: [.subscriberEntityType],
    ])

    /// A patient who is the insured is keyed once.
    private static let insuredPatient = AnsweredParty(
        traits: patient.traits.merging([.group: [.groupNumber, .groupName]]) { first, _ in first })

    private static let payer = AnsweredParty(traits: [
        .name: [.payerName], .number: [.payerIdentifier], .kind: [.filingIndicator, .payerOrder, .insuranceType],
        .street: [.payerStreet], .city: [.payerCity], .state: [.payerState], .zip: [.payerZIP],
        .country: [.payerCountry],
    ])

    private static let otherPlan = AnsweredParty(traits: [
        .name: [
            .otherPlanName, .otherInsuredLastName, .otherInsuredFirstName, .thirdPlanName, .thirdInsuredLastName,
            .thirdInsuredFirstName,
        ],
        .number: [.otherPayerIdentifier, .otherFilingIndicator, .thirdPayerIdentifier, .thirdFilingIndicator],
        .member: [.otherPolicyNumber, .thirdPolicyNumber], .group: [.otherGroupNumber, .thirdGroupNumber],
        .relationship: [.otherRelationship, .thirdRelationship],
    ])

    private static let submitter = AnsweredParty(traits: [
        .name: [.submitterName, .submitterContact], .number: [.submitterIdentifier], .phone: [.submitterPhone],
    ])

    private static let transport = AnsweredParty(traits: [
        .name: [.dropOffName], .street: [.pickUpStreet, .dropOffStreet], .city: [.pickUpCity, .dropOffCity],
        .state: [.pickUpState, .dropOffState], .zip: [.pickUpZIP, .dropOffZIP],
        .country: [.pickUpCountry, .dropOffCountry], .kind: [.transportReason, .transportMiles],
    ])
}
