/// A loop of the professional claim (005010X222A1), in the order in which the guide has them.
enum ProfessionalLoop: String, CaseIterable, Hashable, Sendable {
    case billing = "2000A"
    case billingName = "2010AA"
    case payTo = "2010AB"
    case payToPlan = "2010AC"
    case subscriber = "2000B"
    case subscriberName = "2010BA"
    case payerName = "2010BB"
    case patient = "2000C"
    case patientName = "2010CA"
    case claim = "2300"
    case referring = "2310A"
    case rendering = "2310B"
    case facility = "2310C"
    case supervising = "2310D"
    case pickUp = "2310E"
    case dropOff = "2310F"
    case otherInsurance = "2320"
    case otherInsured = "2330A"
    case otherPayer = "2330B"
    case otherReferring = "2330C"
    case otherRendering = "2330D"
    case otherFacility = "2330E"
    case otherSupervising = "2330F"
    case otherBilling = "2330G"
    case line = "2400"
    case drug = "2410"
    case lineRendering = "2420A"
    case purchased = "2420B"
    case lineFacility = "2420C"
    case lineSupervising = "2420D"
    case ordering = "2420E"
    case lineReferring = "2420F"
    case linePickUp = "2420G"
    case lineDropOff = "2420H"
    case adjudication = "2430"
    case form = "2440"

    /// The loop that it stands in; the levels of the hierarchy stand in none.
    var parent: ProfessionalLoop? {
        switch self {
        case .billing, .subscriber, .patient: nil
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
    var words: String {
        switch self {
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

    /// Its place in the order of the guide.
    var order: Int { ProfessionalLoop.orders[self] ?? 0 }

    private static let orders = Dictionary(uniqueKeysWithValues: allCases.enumerated().map { ($1, $0) })
}
