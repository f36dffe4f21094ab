/// Where the service was given, if not at the billing provider's address.
public struct ServiceFacility: Hashable, Sendable {
    public var name = Entry<OrganizationName>()
    public var npi = Entry<NPI>()
    public var address = Address()

    public init() {}
}

extension Field {
    public static let facilityName = Field(
        "facility.name", "Facility", box: "32", element: "2310C NM103", \.facility.name,
        "Where the service was given, if not at the billing address.")
    public static let facilityNPI = Field(
        "facility.npi", "Facility NPI", box: "32a", element: "2310C NM109", \.facility.npi, "Ten digits.")
    public static let facilityStreet = Field(
        "facility.street", "Street", box: "32", element: "2310C N301", \.facility.address.street, "Number and street.")
    public static let facilitySecondLine = Field(
        "facility.street2", "Suite", box: "32", element: "2310C N302", \.facility.address.secondLine,
        "Suite or floor, where there is one.")
    public static let facilityCity = Field(
        "facility.city", "City", box: "32", element: "2310C N401", \.facility.address.city, "City.")
    public static let facilityState = Field(
        "facility.state", "State", box: "32", element: "2310C N402", \.facility.address.state, "Two letters.")
    public static let facilityZIP = Field(
        "facility.zip", "ZIP+4", box: "32", element: "2310C N403", \.facility.address.zip, "All nine digits.")
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
