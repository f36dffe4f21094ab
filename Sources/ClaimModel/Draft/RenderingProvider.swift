/// Who gave the service: a person, seldom an organization.
public typealias RenderingProvider = Boxed<RenderingProviderEntries>

/// What is keyed of it.
public struct RenderingProviderEntries: SinglePart {
    public static let blank = RenderingProvider(RenderingProviderEntries())
    static var place: WritableKeyPath<DraftContents, RenderingProvider> { \.rendering }

    /// A person where it is blank.
    public var entityType = Entry<EntityType>()
    /// The person's last name, or the organization's name.
    public var lastName = Entry<OrganizationName>()
    public var firstName = Entry<PersonName>()
    public var npi = Entry<NPI>()
    /// The number under which the payer knows a provider who cannot have an NPI.
    public var payerNumber = Entry<ClaimControlNumber>()
    public var taxonomy = Entry<TaxonomyCode>()
}

/// The person who referred, ordered or supervised.
public typealias ReferringProvider = Boxed<ReferringProviderEntries>

/// What is keyed of it.
public struct ReferringProviderEntries: SinglePart {
    public static let blank = ReferringProvider(ReferringProviderEntries())
    static var place: WritableKeyPath<DraftContents, ReferringProvider> { \.referring }

    public var qualifier = Entry<ReferringQualifier>()
    public var lastName = Entry<PersonName>()
    public var firstName = Entry<PersonName>()
    public var npi = Entry<NPI>()
}

extension Field {
    public static let renderingLastName = Field(
        "rendering.lastName", "Rendering last name", name: .asLabeled, box: "31", element: "2310B NM103",
        in: RenderingProvider.self, \.lastName,
        keyed: .claim, asked: .always, lookUp: .references(.renderingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "The person who gave the service.")
    public static let renderingFirstName = Field(
        "rendering.firstName", "First name", name: .called("Rendering first name"), box: "31",
        element: "2310B NM104", in: RenderingProvider.self, \.firstName,
        keyed: .claim, asked: .always, lookUp: .references(.renderingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "The person who gave the service.")
    public static let renderingNPI = Field(
        "rendering.npi", "Rendering NPI", name: .asLabeled, box: "24J", element: "2310B NM109",
        in: RenderingProvider.self, \.npi,
        keyed: .claim, asked: .always, lookUp: .references(.renderingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "The person's own NPI, not the group's. A line may name another.")
    public static let renderingTaxonomy = Field(
        "rendering.taxonomy", "Taxonomy", name: .called("Rendering taxonomy"), box: "24J", element: "2310B PRV03",
        in: RenderingProvider.self, \.taxonomy,
        keyed: .claim, asked: .always, lookUp: .taxonomies, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Ten characters from the NUCC list: 2084P0800X is psychiatry.")
    public static let renderingEntityType = Field(
        "rendering.entityType", "Rendering is",
        name: .called("Whether the rendering provider is a person or an organization"), element: "2310B NM102",
        in: RenderingProvider.self, \.entityType,
        keyed: .claim, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Blank or 1 a person, 2 an organization.")
    public static let renderingPayerNumber = Field(
        "rendering.payerNumber", "Payer's no.", name: .called("Rendering provider's payer number"), box: "24J",
        element: "2310B REF*G2 02", in: RenderingProvider.self, \.payerNumber,
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The payer's number for a provider who cannot have an NPI, such as a home helper.")
    public static let referringQualifier = Field(
        "referring.qualifier", "Role", name: .called("Referring role"), box: "17", element: "2310A NM101",
        in: ReferringProvider.self, \.qualifier,
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "DN referring, DK ordering, DQ supervising.")
    public static let referringLastName = Field(
        "referring.lastName", "Last name", name: .called("Referring last name"), box: "17", element: "2310A NM103",
        in: ReferringProvider.self, \.lastName,
        keyed: .claim, asked: .always, lookUp: .references(.referringProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Of the provider who referred, ordered or supervised.")
    public static let referringFirstName = Field(
        "referring.firstName", "First name", name: .called("Referring first name"), box: "17",
        element: "2310A NM104", in: ReferringProvider.self, \.firstName,
        keyed: .claim, asked: .always, lookUp: .references(.referringProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Of the provider who referred, ordered or supervised.")
    public static let referringNPI = Field(
        "referring.npi", "NPI", name: .called("Referring NPI"), box: "17b", element: "2310A NM109",
        in: ReferringProvider.self, \.npi,
        keyed: .claim, asked: .always, lookUp: .references(.referringProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "Ten digits.")
}

extension FieldGroup {
    public static let renderingProvider = FieldGroup(
        "Rendering provider", reference: .renderingProvider,
        [
            [.renderingLastName, .renderingFirstName],
            [.renderingNPI, .renderingTaxonomy],
            [.renderingEntityType, .renderingPayerNumber],
        ])

    public static let referringProvider = FieldGroup(
        "Referring, ordering or supervising provider", reference: .referringProvider,
        [
            [.referringQualifier, .referringLastName, .referringFirstName],
            [.referringNPI],
        ])
}
