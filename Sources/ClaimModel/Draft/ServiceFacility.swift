/// Where the service was given, if not at the billing provider's address.
public typealias ServiceFacility = Boxed<ServiceFacilityEntries>

/// What is keyed of it.
public struct ServiceFacilityEntries: SinglePart {
    public static let blank = ServiceFacility(ServiceFacilityEntries())
    static var place: WritableKeyPath<DraftContents, ServiceFacility> { \.facility }

    /// Where the service was given, if not at the billing address.
    public var name = Entry<OrganizationName>()
    /// Ten digits: of the facility, not of the practice.
    public var npi = Entry<NPI>()
    /// Where the service was given: box 32; 2310C N3 and N4.
    public var address = Address()
}

extension Field {
    /// `facility.name`: box 32, 2310C NM103.
    public static let facilityName = Field(
        "facility.name", "Facility", name: .asLabeled, box: "32", element: "2310C NM103", in: ServiceFacility.self,
        { $0.name = $1 }, { $0.name.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "Where the service was rendered, if not at the billing address.")
    /// `facility.npi`: box 32a, 2310C NM109.
    public static let facilityNPI = Field(
        "facility.npi", "Facility NPI", name: .asLabeled, box: "32a", element: "2310C NM109",
        in: ServiceFacility.self, { $0.npi = $1 }, { $0.npi.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "Ten digits.")
    /// `facility.street`: box 32, 2310C N301.
    public static let facilityStreet = Field(
        "facility.street", "Street", name: .called("Facility street"), box: "32", element: "2310C N301",
        in: ServiceFacility.self, { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "Number and street.")
    /// `facility.street2`: box 32, 2310C N302.
    public static let facilitySecondLine = Field(
        "facility.street2", "Suite", name: .called("Facility suite"), box: "32", element: "2310C N302",
        in: ServiceFacility.self, { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "Suite or floor, if any.")
    /// `facility.city`: box 32, 2310C N401.
    public static let facilityCity = Field(
        "facility.city", "City", name: .called("Facility city"), box: "32", element: "2310C N401",
        in: ServiceFacility.self, { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "City.")
    /// `facility.state`: box 32, 2310C N402.
    public static let facilityState = Field(
        "facility.state", "State", name: .called("Facility state"), box: "32", element: "2310C N402",
        in: ServiceFacility.self, { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "Two letters.")
    /// `facility.zip`: box 32, 2310C N403.
    public static let facilityZIP = Field(
        "facility.zip", "ZIP+4", name: .called("Facility ZIP+4"), box: "32", element: "2310C N403",
        in: ServiceFacility.self, { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .awayFromOffice, lookUp: .references(.serviceFacility), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "All nine digits.")
    /// `facility.country`: box 32, 2310C N404.
    public static let facilityCountry = Field(
        "facility.country", "Country", name: .called("Facility country"), box: "32", element: "2310C N404",
        in: ServiceFacility.self, { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.serviceFacility), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
}

extension FieldGroup {
    package static let serviceFacility = FieldGroup(
        "Service facility", reference: .serviceFacility,
        [
            [.facilityName, .facilityNPI],
            [.facilityStreet, .facilitySecondLine],
            [.facilityCity, .facilityState, .facilityZIP, .facilityCountry],
        ])
}
