/// A transport by ambulance: why, how far, from where and to where.
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
    /// What the place is called where the patient was taken (2310F NM103).
    public var dropOffName = Entry<OrganizationName>()
    /// Where the patient was taken.
    public var dropOff = Address()
}

extension Field {
    /// `ambulance.reason`: 2300 CR104.
    public static let transportReason = Field(
        "ambulance.reason", "Transport reason", name: .asLabeled, element: "2300 CR104", in: AmbulanceTransport.self,
        { $0.reason = $1 }, { $0.reason.typed },
        keyed: .claim, asked: .onTransport, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "A nearest facility, B preferred physician, C nearness of family, D specialist, E rehabilitation.")
    /// `ambulance.miles`: 2300 CR106.
    public static let transportMiles = Field(
        "ambulance.miles", "Miles", name: .called("Transport miles"), element: "2300 CR106",
        in: AmbulanceTransport.self, { $0.miles = $1 }, { $0.miles.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Miles with the patient on board.")
    /// `ambulance.street`: 2310E N301.
    public static let pickUpStreet = Field(
        "ambulance.street", "Pick-up street", name: .asLabeled, element: "2310E N301",
        in: AmbulanceTransport.self, { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
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
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "City.")
    /// `ambulance.state`: 2310E N402.
    public static let pickUpState = Field(
        "ambulance.state", "State", name: .called("Pick-up state"), element: "2310E N402", in: AmbulanceTransport.self,
        { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Two letters; blank abroad, except for a province of Canada.")
    /// `ambulance.zip`: 2310E N403.
    public static let pickUpZIP = Field(
        "ambulance.zip", "ZIP", name: .called("Pick-up ZIP"), element: "2310E N403", in: AmbulanceTransport.self,
        { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Five or nine digits, or the postal code of the country.")
    /// `ambulance.country`: 2310E N404.
    public static let pickUpCountry = Field(
        "ambulance.country", "Country", name: .called("Pick-up country"), element: "2310E N404",
        in: AmbulanceTransport.self, { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
    /// `ambulance.dropOffName`: 2310F NM103.
    public static let dropOffName = Field(
        "ambulance.dropOffName", "Drop-off place", name: .asLabeled, element: "2310F NM103",
        in: AmbulanceTransport.self, { $0.dropOffName = $1 }, { $0.dropOffName.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The name of the hospital or other place where the patient was taken.")
    /// `ambulance.dropOffStreet`: 2310F N301.
    public static let dropOffStreet = Field(
        "ambulance.dropOffStreet", "Drop-off street", name: .asLabeled, element: "2310F N301",
        in: AmbulanceTransport.self, { $0.dropOff.street = $1 }, { $0.dropOff.street.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Where the patient was taken.")
    /// `ambulance.dropOffStreet2`: 2310F N302.
    public static let dropOffSecondLine = Field(
        "ambulance.dropOffStreet2", "Suite", name: .called("Drop-off suite"), element: "2310F N302",
        in: AmbulanceTransport.self, { $0.dropOff.secondLine = $1 }, { $0.dropOff.secondLine.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Suite or floor, if any.")
    /// `ambulance.dropOffCity`: 2310F N401.
    public static let dropOffCity = Field(
        "ambulance.dropOffCity", "City", name: .called("Drop-off city"), element: "2310F N401",
        in: AmbulanceTransport.self, { $0.dropOff.city = $1 }, { $0.dropOff.city.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "City.")
    /// `ambulance.dropOffState`: 2310F N402.
    public static let dropOffState = Field(
        "ambulance.dropOffState", "State", name: .called("Drop-off state"), element: "2310F N402",
        in: AmbulanceTransport.self, { $0.dropOff.state = $1 }, { $0.dropOff.state.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Two letters; blank abroad, except for a province of Canada.")
    /// `ambulance.dropOffZIP`: 2310F N403.
    public static let dropOffZIP = Field(
        "ambulance.dropOffZIP", "ZIP", name: .called("Drop-off ZIP"), element: "2310F N403",
        in: AmbulanceTransport.self, { $0.dropOff.zip = $1 }, { $0.dropOff.zip.typed },
        keyed: .claim, asked: .onTransport, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept,
        identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Five or nine digits, or the postal code of the country.")
    /// `ambulance.dropOffCountry`: 2310F N404.
    public static let dropOffCountry = Field(
        "ambulance.dropOffCountry", "Country", name: .called("Drop-off country"), element: "2310F N404",
        in: AmbulanceTransport.self, { $0.dropOff.country = $1 }, { $0.dropOff.country.typed },
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
            [.dropOffName],
            [.dropOffStreet, .dropOffSecondLine],
            [.dropOffCity, .dropOffState, .dropOffZIP, .dropOffCountry],
        ])
}
