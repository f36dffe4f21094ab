/// A loop of the professional claim (005010X222A1), in the order in which the guide has them.
enum ProfessionalLoop: Int, CaseIterable, Hashable, Sendable {
    case header
    case submitter
    case receiver
    case billing
    case billingName
    case payTo
    case payToPlan
    case subscriber
    case subscriberName
    case payerName
    case patient
    case patientName
    case claim
    case referring
    case rendering
    case facility
    case supervising
    case pickUp
    case dropOff
    case otherInsurance
    case otherInsured
    case otherPayer
    case otherReferring
    case otherRendering
    case otherFacility
    case otherSupervising
    case otherBilling
    case line
    case drug
    case lineRendering
    case purchased
    case lineFacility
    case lineSupervising
    case ordering
    case lineReferring
    case linePickUp
    case lineDropOff
    case adjudication
    case form

    /// The loop that it is in; the levels of the hierarchy are in none.
    var parent: ProfessionalLoop? {
        switch self {
        case .header, .billing, .subscriber, .patient: nil
        case .submitter, .receiver: .header
        case .billingName, .payTo, .payToPlan: .billing
        case .subscriberName, .payerName: .subscriber
        case .patientName: .patient
        case .claim: nil
        case .referring, .rendering, .facility, .supervising, .pickUp, .dropOff, .otherInsurance, .line: .claim
        case .otherInsured, .otherPayer, .otherReferring, .otherRendering, .otherFacility, .otherSupervising,
            .otherBilling:
            .otherInsurance
        case .drug, .lineRendering, .purchased, .lineFacility, .lineSupervising, .ordering, .lineReferring,
            .linePickUp, .lineDropOff, .adjudication, .form:
            .line
        }
    }

    /// What the loop is about, in a biller's words.
    var label: String {
        switch self {
        case .header: "file header"
        case .submitter: "submitter"
        case .receiver: "receiver"
        case .billing, .billingName: "billing provider"
        case .payTo: "pay-to address"
        case .payToPlan: "pay-to plan"
        case .subscriber, .subscriberName: "subscriber"
        case .payerName: "payer"
        case .patient, .patientName: "patient"
        case .claim: "claim"
        case .referring, .otherReferring, .lineReferring: "referring provider"
        case .rendering, .otherRendering, .lineRendering: "rendering provider"
        case .facility, .otherFacility, .lineFacility: "service facility"
        case .supervising, .otherSupervising, .lineSupervising: "supervising provider"
        case .pickUp, .linePickUp: "ambulance pick-up"
        case .dropOff, .lineDropOff: "ambulance drop-off"
        case .otherInsurance: "other insurance"
        case .otherInsured: "other insured"
        case .otherPayer: "other payer"
        case .otherBilling: "other payer's billing provider"
        case .line: "service line"
        case .drug: "drug identification"
        case .purchased: "purchased service"
        case .ordering: "ordering provider"
        case .adjudication: "line adjudication"
        case .form: "supporting form"
        }
    }

    /// `2010AA`: what the guide calls it.
    var identifier: String { ProfessionalLoop.identifiers[rawValue] }

    init?(identifier: some StringProtocol) {
        guard let place = ProfessionalLoop.identifiers.firstIndex(where: { $0 == identifier }) else { return nil }
        self.init(rawValue: place)
    }

    private static let identifiers = [
        "HEADER", "1000A", "1000B", "2000A", "2010AA", "2010AB", "2010AC", "2000B", "2010BA", "2010BB", "2000C",
        "2010CA", "2300", "2310A", "2310B", "2310C", "2310D", "2310E", "2310F", "2320", "2330A", "2330B", "2330C",
        "2330D", "2330E", "2330F", "2330G", "2400", "2410", "2420A", "2420B", "2420C", "2420D", "2420E", "2420F",
        "2420G", "2420H", "2430", "2440",
    ]
}
