/// Where the service was given, if not at the billing provider's address.
public typealias ServiceFacility = Boxed<ServiceFacilityEntries>

public struct ServiceFacilityEntries: SinglePart {
    public static let blank = ServiceFacility(ServiceFacilityEntries())
    static var place: WritableKeyPath<DraftContents, ServiceFacility> { \.facility }

    public var name = Entry<OrganizationName>()
    public var npi = Entry<NPI>()
    public var address = Address()
}

extension Field {
    public static let facilityName = Field(
        "facility.name", "Facility", box: "32", element: "2310C NM103", in: ServiceFacility.self, \.name,
        "Where the service was given, if not at the billing address.")
    public static let facilityNPI = Field(
        "facility.npi", "Facility NPI", box: "32a", element: "2310C NM109", in: ServiceFacility.self, \.npi,
        "Ten digits.")
    public static let facilityStreet = Field(
        "facility.street", "Street", box: "32", element: "2310C N301", in: ServiceFacility.self, \.address.street,
        "Number and street.")
    public static let facilitySecondLine = Field(
        "facility.street2", "Suite", box: "32", element: "2310C N302", in: ServiceFacility.self, \.address.secondLine,
        "Suite or floor, where there is one.")
    public static let facilityCity = Field(
        "facility.city", "City", box: "32", element: "2310C N401", in: ServiceFacility.self, \.address.city, "City.")
    public static let facilityState = Field(
        "facility.state", "State", box: "32", element: "2310C N402", in: ServiceFacility.self, \.address.state,
        "Two letters.")
    public static let facilityZIP = Field(
        "facility.zip", "ZIP+4", box: "32", element: "2310C N403", in: ServiceFacility.self, \.address.zip,
        "All nine digits.")
}

extension FieldGroup {
    public static let serviceFacility = FieldGroup(
        "Service facility", reference: .serviceFacility,
        [
            [.facilityName, .facilityNPI],
            [.facilityStreet, .facilitySecondLine],
            [.facilityCity, .facilityState, .facilityZIP],
        ])
}
