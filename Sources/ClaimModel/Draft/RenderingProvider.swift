/// The person who gave the service.
public struct RenderingProvider: Hashable, Sendable {
    public var lastName = Entry<PersonName>()
    public var firstName = Entry<PersonName>()
    public var npi = Entry<NPI>()
    public var taxonomy = Entry<TaxonomyCode>()

    public init() {}
}

/// The person who referred, ordered or supervised.
public struct ReferringProvider: Hashable, Sendable {
    public var qualifier = Entry<ReferringQualifier>()
    public var lastName = Entry<PersonName>()
    public var firstName = Entry<PersonName>()
    public var npi = Entry<NPI>()

    public init() {}
}

extension Field {
    public static let renderingLastName = Field(
        "rendering.lastName", "Rendering last name", box: "31", element: "2310B NM103", \.rendering.lastName,
        "The person who gave the service.")
    public static let renderingFirstName = Field(
        "rendering.firstName", "First name", box: "31", element: "2310B NM104", \.rendering.firstName,
        "The person who gave the service.")
    public static let renderingNPI = Field(
        "rendering.npi", "Rendering NPI", box: "24J", element: "2310B NM109", \.rendering.npi,
        "The person's own NPI, not the group's. A line may name another.")
    public static let renderingTaxonomy = Field(
        "rendering.taxonomy", "Taxonomy", box: "24J", element: "2310B PRV03", \.rendering.taxonomy,
        "Ten characters from the NUCC list: 2084P0800X is psychiatry.")
    public static let referringQualifier = Field(
        "referring.qualifier", "Role", box: "17", element: "2310A NM101", \.referring.qualifier,
        "DN referring, DK ordering, DQ supervising.")
    public static let referringLastName = Field(
        "referring.lastName", "Last name", box: "17", element: "2310A NM103", \.referring.lastName,
        "Of the provider who referred, ordered or supervised.")
    public static let referringFirstName = Field(
        "referring.firstName", "First name", box: "17", element: "2310A NM104", \.referring.firstName,
        "Of the provider who referred, ordered or supervised.")
    public static let referringNPI = Field(
        "referring.npi", "NPI", box: "17b", element: "2310A NM109", \.referring.npi, "Ten digits.")
}

extension FieldGroup {
    public static let renderingProvider = FieldGroup(
        "Rendering provider", reference: .renderingProvider,
        [
            [.renderingLastName, .renderingFirstName],
            [.renderingNPI, .renderingTaxonomy],
        ])

    public static let referringProvider = FieldGroup(
        "Referring, ordering or supervising provider", reference: .referringProvider,
        [
            [.referringQualifier, .referringLastName, .referringFirstName],
            [.referringNPI],
        ])
}
