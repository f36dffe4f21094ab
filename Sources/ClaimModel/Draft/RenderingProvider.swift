/// Who rendered the service: a person, seldom an organization.
public typealias RenderingProvider = Boxed<RenderingProviderEntries>

/// What is keyed of it.
public struct RenderingProviderEntries: SinglePart {
    public static let blank = RenderingProvider(RenderingProviderEntries())
    static var place: WritableKeyPath<DraftContents, RenderingProvider> { \.rendering }

    /// Of the person who gave the service; up to 60 characters.
    /// A person where it is blank.
    public var entityType = Entry<EntityType>()
    /// The person's last name, or the organization's name.
    public var lastName = Entry<OrganizationName>()
    /// Of the person who gave the service.
    public var firstName = Entry<PersonName>()
    /// The person's own NPI, not the group's. A line may name another.
    public var npi = Entry<NPI>()
    /// The number under which the payer knows a provider who cannot have an NPI.
    public var payerNumber = Entry<ClaimControlNumber>()
    /// Ten characters from the NUCC list: 2084P0800X is psychiatry.
    public var taxonomy = Entry<TaxonomyCode>()
}

/// The person who referred, ordered or supervised.
public typealias ReferringProvider = Boxed<ReferringProviderEntries>

/// What is keyed of it.
public struct ReferringProviderEntries: SinglePart {
    public static let blank = ReferringProvider(ReferringProviderEntries())
    static var place: WritableKeyPath<DraftContents, ReferringProvider> { \.referring }

    /// DN referring, DK ordering, DQ supervising.
    public var qualifier = Entry<ReferringQualifier>()
    /// Of the provider who referred, ordered or supervised; up to 60 characters.
    public var lastName = Entry<PersonName>()
    /// Of the provider who referred, ordered or supervised; blank if it is not known.
    public var firstName = Entry<PersonName>()
    /// Ten digits: of the provider who referred, ordered or supervised.
    public var npi = Entry<NPI>()
}

extension Field {
    /// `rendering.lastName`: box 31, 2310B NM103.
    public static let renderingLastName = Field(
        "rendering.lastName", "Rendering last name", name: .asLabeled, box: "31", element: "2310B NM103",
        in: RenderingProvider.self, { $0.lastName = $1 }, { $0.lastName.typed },
        keyed: .claim, asked: .always, lookUp: .references(.renderingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "The provider who rendered the service.")
    /// `rendering.firstName`: box 31, 2310B NM104.
    public static let renderingFirstName = Field(
        "rendering.firstName", "First name", name: .called("Rendering first name"), box: "31",
        element: "2310B NM104", in: RenderingProvider.self, { $0.firstName = $1 }, { $0.firstName.typed },
        keyed: .claim, asked: .always, lookUp: .references(.renderingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "The provider who rendered the service.")
    /// `rendering.npi`: box 24J, 2310B NM109.
    public static let renderingNPI = Field(
        "rendering.npi", "Rendering NPI", name: .asLabeled, box: "24J", element: "2310B NM109",
        in: RenderingProvider.self, { $0.npi = $1 }, { $0.npi.typed },
        keyed: .claim, asked: .always, lookUp: .references(.renderingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "The person's own NPI, not the group's. A line may name another.")
    /// `rendering.taxonomy`: box 24J, 2310B PRV03.
    public static let renderingTaxonomy = Field(
        "rendering.taxonomy", "Taxonomy", name: .called("Rendering taxonomy"), box: "24J", element: "2310B PRV03",
        in: RenderingProvider.self, { $0.taxonomy = $1 }, { $0.taxonomy.typed },
        keyed: .claim, asked: .always, lookUp: .taxonomies, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Ten characters from the NUCC list: 2084P0800X is psychiatry.")
    /// `rendering.entityType`: 2310B NM102.
    public static let renderingEntityType = Field(
        "rendering.entityType", "Rendering is",
        name: .called("Whether the rendering provider is a person or an organization"), element: "2310B NM102",
        in: RenderingProvider.self, { $0.entityType = $1 }, { $0.entityType.typed },
        keyed: .claim, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Blank or 1 a person, 2 an organization.")
    /// `rendering.payerNumber`: box 24J, 2310B REF*G2 02.
    public static let renderingPayerNumber = Field(
        "rendering.payerNumber", "Payer's no.", name: .called("Rendering provider's payer number"), box: "24J",
        element: "2310B REF*G2 02", in: RenderingProvider.self, { $0.payerNumber = $1 }, { $0.payerNumber.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The payer's number for a provider who cannot have an NPI, such as a home helper.")
    /// `referring.qualifier`: box 17, 2310A NM101.
    public static let referringQualifier = Field(
        "referring.qualifier", "Role", name: .called("Referring role"), box: "17", element: "2310A NM101",
        in: ReferringProvider.self, { $0.qualifier = $1 }, { $0.qualifier.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "DN referring, DK ordering, DQ supervising.")
    /// `referring.lastName`: box 17, 2310A NM103.
    public static let referringLastName = Field(
        "referring.lastName", "Last name", name: .called("Referring last name"), box: "17", element: "2310A NM103",
        in: ReferringProvider.self, { $0.lastName = $1 }, { $0.lastName.typed },
        keyed: .claim, asked: .withReferrer, lookUp: .references(.referringProvider), onCopy: .kept,
        forLaterPayer: .kept, identity: .identifies, matter: .clerical, saidBy: .office,
        "Of the provider who referred, ordered or supervised.")
    /// `referring.firstName`: box 17, 2310A NM104.
    public static let referringFirstName = Field(
        "referring.firstName", "First name", name: .called("Referring first name"), box: "17",
        element: "2310A NM104", in: ReferringProvider.self, { $0.firstName = $1 }, { $0.firstName.typed },
        keyed: .claim, asked: .withReferrer, lookUp: .references(.referringProvider), onCopy: .kept,
        forLaterPayer: .kept, identity: .identifies, matter: .clerical, saidBy: .office,
        "Of the provider who referred, ordered or supervised.")
    /// `referring.npi`: box 17b, 2310A NM109.
    public static let referringNPI = Field(
        "referring.npi", "NPI", name: .called("Referring NPI"), box: "17b", element: "2310A NM109",
        in: ReferringProvider.self, { $0.npi = $1 }, { $0.npi.typed },
        keyed: .claim, asked: .withReferrer, lookUp: .references(.referringProvider), onCopy: .kept,
        forLaterPayer: .kept, identity: .none, matter: .clerical, saidBy: .office,
        "Ten digits.")
}

extension FieldGroup {
    package static let renderingProvider = FieldGroup(
        "Rendering provider", reference: .renderingProvider,
        [
            [.renderingLastName, .renderingFirstName],
            [.renderingNPI, .renderingTaxonomy],
            [.renderingEntityType, .renderingPayerNumber],
        ])

    package static let referringProvider = FieldGroup(
        "Referring, ordering or supervising provider", reference: .referringProvider,
        [
            [.referringQualifier, .referringLastName, .referringFirstName],
            [.referringNPI],
        ])
}
