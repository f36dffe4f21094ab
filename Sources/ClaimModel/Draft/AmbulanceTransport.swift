/// A transport by ambulance: why, how far, and from where.
public typealias AmbulanceTransport = Boxed<AmbulanceTransportEntries>

/// What is keyed of it.
public struct AmbulanceTransportEntries: SinglePart {
    public static let blank = AmbulanceTransport(AmbulanceTransportEntries())
    static var place: WritableKeyPath<DraftContents, AmbulanceTransport> { \.ambulance }

    /// Why it was needed (CR104).
    public var reason = Entry<TransportReason>()
    /// Miles with the patient on board (CR106).
    public var miles = Entry<Quantity>()
    /// Where the patient was picked up.
    public var address = Address()
}

extension Field {
    /// `ambulance.reason`: 2300 CR104.
    public static let transportReason = Field(
        "ambulance.reason", "Transport reason", name: .asLabeled, element: "2300 CR104", in: AmbulanceTransport.self,
        { $0.reason = $1 }, { $0.reason.typed },
        keyed: .claim, asked: .seldom, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "A nearest facility, B preferred physician, C nearness of family, D specialist, E rehabilitation.")
    /// `ambulance.miles`: 2300 CR106.
    public static let transportMiles = Field(
        "ambulance.miles", "Miles", name: .called("Transport miles"), element: "2300 CR106",
        in: AmbulanceTransport.self, { $0.miles = $1 }, { $0.miles.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Miles with the patient on board.")
    /// `ambulance.street`: 2310E N301.
    public static let pickUpStreet = Field(
        "ambulance.street", "Street", name: .called("Pick-up street"), element: "2310E N301",
        in: AmbulanceTransport.self, { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Where the patient was picked up.")
    /// `ambulance.street2`: 2310E N302.
    public static let pickUpSecondLine = Field(
        "ambulance.street2", "Suite", name: .called("Pick-up suite"), element: "2310E N302",
        in: AmbulanceTransport.self, { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Suite or floor, if any.")
    /// `ambulance.city`: 2310E N401.
    public static let pickUpCity = Field(
        "ambulance.city", "City", name: .called("Pick-up city"), element: "2310E N401", in: AmbulanceTransport.self,
        { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "City.")
    /// `ambulance.state`: 2310E N402.
    public static let pickUpState = Field(
        "ambulance.state", "State", name: .called("Pick-up state"), element: "2310E N402", in: AmbulanceTransport.self,
        { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Two letters; blank abroad, except for a province of Canada.")
    /// `ambulance.zip`: 2310E N403.
    public static let pickUpZIP = Field(
        "ambulance.zip", "ZIP", name: .called("Pick-up ZIP"), element: "2310E N403", in: AmbulanceTransport.self,
        { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Five or nine digits, or the postal code of the country.")
    /// `ambulance.country`: 2310E N404.
    public static let pickUpCountry = Field(
        "ambulance.country", "Country", name: .called("Pick-up country"), element: "2310E N404",
        in: AmbulanceTransport.self, { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
}

extension FieldGroup {
    /// A transport by ambulance.
    package static let ambulance = FieldGroup(
        "Ambulance",
        [
            [.transportReason, .transportMiles],
            [.pickUpStreet, .pickUpSecondLine],
            [.pickUpCity, .pickUpState, .pickUpZIP, .pickUpCountry],
        ])
}
