/// What is keyed once and offered again on later claims: one reference file each.
public enum ReferenceKind: String, CaseIterable, Hashable, Sendable {
    /// A person, with the financial class and the diagnoses that are the same on each claim.
    case patient
    /// A patient's plan, with the member ID that this payer gave.
    case coverage
    /// What a payer approved for a patient: number, dates, sessions.
    case authorization
    case payer, billingProvider, renderingProvider, referringProvider, serviceFacility
    /// A line of the charge master: what the office charges for a code, and how it is usually billed.
    case charge
    /// A drug that the office has in stock, by NDC and lot.
    case drug
    /// Codes, diagnoses and charges that a claim can begin with, by a name.
    case template
    /// A text to insert where one is keyed, by a name; its blanks are filled on the claim.
    case text
}

extension ReferenceKind {
    /// The title of its file: `Patients`.
    public var title: String {
        switch self {
        case .patient: "Patients"
        case .coverage: "Coverages"
        case .authorization: "Authorizations"
        case .payer: "Payers"
        case .billingProvider: "Billing providers"
        case .renderingProvider: "Rendering providers"
        case .referringProvider: "Referring providers"
        case .serviceFacility: "Facilities"
        case .charge: "Charge master"
        case .drug: "Drugs on the shelf"
        case .template: "Templates"
        case .text: "Texts"
        }
    }

    /// One entry of it, in a sentence: `rendering provider`.
    public var noun: String {
        switch self {
        case .patient: "patient"
        case .coverage: "coverage"
        case .authorization: "authorization"
        case .payer: "payer"
        case .billingProvider: "billing provider"
        case .renderingProvider: "rendering provider"
        case .referringProvider: "referring provider"
        case .serviceFacility: "facility"
        case .charge: "charge"
        case .drug: "drug"
        case .template: "template"
        case .text: "text"
        }
    }

    /// The groups of fields that an entry fills, in the order in which they are keyed.
    package var groups: [FieldGroup] {
        let own = FieldGroup.all.filter { $0.reference == self }
        return switch self {
        case .patient: own + [.financialClass]
        case .coverage: [.patientOfEntry, .payerOfCoverage] + own + [.benefitsOfCoverage]
        case .authorization: [.patientOfEntry, .payerOfAuthorization] + own
        case .charge: [.charge]
        case .drug: [.shelf]
        case .template: [.entryName, .visitOfTemplate]
        case .text: [.entryName, .entryText]
        // Whether a payer is the first or the second one to pay is the coverage's.
        case .payer: own.map { $0.without(.payerOrder) }
        case .billingProvider, .renderingProvider, .referringProvider, .serviceFacility: own
        }
    }

    /// The fields that an entry of this kind fills.
    public var fields: [Field] {
        switch self {
        case .patient: groups.flatMap(\.fields) + [.diagnosisCode]
        case .template: [.entryName] + Field.ofTemplates
        default: groups.flatMap(\.fields)
        }
    }

    /// The places of an entry when it is keyed by itself; those of a line are in row 0.
    package var places: [Place] { ReferenceKind.places[self] ?? [] }

    private static let places = Dictionary(
        uniqueKeysWithValues: allCases.map { kind in
            let own = kind.groups.flatMap(\.fields).map { Place($0) }
            return switch kind {
            case .patient: (kind, own + (0..<Part.diagnosis.limit).map { Place(.diagnosisCode, row: $0) })
            case .template: (kind, Place.ofTemplates)
            default: (kind, own)
            }
        })

    /// The name of a place among the texts of its entries: its key, without a number where an entry is one line.
    package func key(of place: Place) -> String {
        isOfLine && place.field.part == .line ? place.field.id : place.key
    }

    /// Whether its entries belong to a patient's.
    package var isOfPatient: Bool { self == .coverage || self == .authorization }

    /// Whether an entry has a number, a name, or both, and is known by either.
    package var isKnownByNumberOrName: Bool { !isOfLine && self != .patient && self != .authorization }

    /// Whether its entries fill a service line.
    package var isOfLine: Bool { self == .charge || self == .drug }

    /// Whether a claim says it; what is not said there is only entered in the file itself.
    var isSaidByClaims: Bool { self != .template && self != .text }

    /// Whether two entries can be made one: a template or a text is what it is.
    package var canMerge: Bool { isSaidByClaims }

    /// What an entry must say, so that it is known again; one of several where a list has several.
    package var required: [[Field]] {
        let person = Field.identifyingPatient.map { [$0] }
        return switch self {
        case .patient: person
        case .coverage: person + [[.payerIdentifier, .payerName]]
        case .authorization: person + [[.authorizationNumber, .referralNumber]]
        case .payer: [[.payerIdentifier, .payerName]]
        case .billingProvider: [[.billingNPI, .billingName]]
        case .renderingProvider: [[.renderingNPI, .renderingLastName]]
        case .referringProvider: [[.referringNPI, .referringLastName]]
        case .serviceFacility: [[.facilityNPI, .facilityName]]
        case .charge: [[.lineProcedure]]
        case .drug: [[.lineNDC]]
        case .template: [[.entryName]]
        case .text: [[.entryName], [.entryText]]
        }
    }
}

extension FieldGroup {
    fileprivate static let financialClass = FieldGroup("On each claim", [[.responsibility]])
    fileprivate static let patientOfEntry = FieldGroup(
        "Patient", [[.patientLastName, .patientFirstName], [.patientBirthDate]])
    fileprivate static let payerOfCoverage = FieldGroup(
        "Payer", [[.payerName, .payerIdentifier], [.payerPolicy, .filingIndicator, .payerOrder], [.insuranceType]])
    fileprivate static let payerOfAuthorization = FieldGroup("Payer", [[.payerName, .payerIdentifier]])
    fileprivate static let benefitsOfCoverage = FieldGroup(
        "Benefits", [[.coverageStart, .coverageEnd], [.copay, .deductible], [.benefitsDate, .benefitsReference]])
    fileprivate static let visitOfTemplate = FieldGroup(
        "Visit", [[.placeOfService], [.treatmentDrug, .treatmentRoute, .treatmentSupplier]])
    fileprivate static let charge = FieldGroup(
        "Charge",
        [
            [.lineProcedure, .lineCharge, .lineUnits],
            [.lineModifier1, .lineModifier2, .lineModifier3, .lineModifier4],
            [.linePlaceOfService, .linePointers],
        ])
    fileprivate static let shelf = FieldGroup(
        "Drug",
        [[.lineNDC], [.lineDrugName], [.shelfStrength, .shelfVial], [.lineLot, .shelfExpiry]])
}
