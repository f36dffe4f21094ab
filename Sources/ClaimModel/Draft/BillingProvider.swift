/// Who is paid.
public typealias BillingProvider = Boxed<BillingProviderEntries>

/// What is keyed of it.
public struct BillingProviderEntries: SinglePart {
    public static let blank = BillingProvider(BillingProviderEntries())
    static var place: WritableKeyPath<DraftContents, BillingProvider> { \.billing }

    /// 1 a person, 2 an organization.
    public var entityType = Entry<EntityType>()
    /// The organization's name, or the person's last name.
    public var name = Entry<OrganizationName>()
    /// Only if the billing provider is a person.
    public var firstName = Entry<PersonName>()
    /// Ten digits; the last one checks the others.
    public var npi = Entry<NPI>()
    /// The number under which the payer knows a provider who cannot have an NPI.
    public var payerNumber = Entry<ClaimControlNumber>()
    /// Nine digits: an EIN or a Social Security number, as `taxIDKind` says.
    public var taxID = Entry<TaxIdentifier>()
    /// EI for an employer's number, SY for a Social Security number.
    public var taxIDKind = Entry<TaxIdentifierKind>()
    /// Ten characters from the NUCC list, as enrolled with the payer.
    public var taxonomy = Entry<TaxonomyCode>()
    /// Where the practice is: the 837P takes no post-office box, and asks for all nine digits of the ZIP code (2010AA
    /// N3, N4).
    public var address = Address()
    /// Ten digits, with or without punctuation.
    public var phone = Entry<PhoneNumber>()
}

extension Field {
    /// `billing.entityType`: 2010AA NM102.
    public static let billingEntityType = Field(
        "billing.entityType", "Entity type",
        name: .called("Whether the billing provider is a person or an organization"), element: "2010AA NM102",
        in: BillingProvider.self, { $0.entityType = $1 }, { $0.entityType.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "1 a person, 2 an organization.")
    /// `billing.name`: box 33, 2010AA NM103.
    public static let billingName = Field(
        "billing.name", "Billing name", name: .asLabeled, box: "33", element: "2010AA NM103",
        in: BillingProvider.self, { $0.name = $1 }, { $0.name.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifiesIfPerson, matter: .clerical, saidBy: .office,
        "The organization's legal name, or the person's last name.")
    /// `billing.firstName`: box 33, 2010AA NM104.
    public static let billingFirstName = Field(
        "billing.firstName", "First name", name: .called("Billing first name"), box: "33", element: "2010AA NM104",
        in: BillingProvider.self, { $0.firstName = $1 }, { $0.firstName.typed },
        keyed: .claim, asked: .ofPerson, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifiesIfPerson, matter: .clerical, saidBy: .office,
        "Only if the billing provider is a person.")
    /// `billing.npi`: box 33a, 2010AA NM109.
    public static let billingNPI = Field(
        "billing.npi", "Billing NPI", name: .asLabeled, box: "33a", element: "2010AA NM109",
        in: BillingProvider.self, { $0.npi = $1 }, { $0.npi.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "Ten digits; the last is a check digit.")
    /// `billing.payerNumber`: box 33b, 2010BB REF*G2 02.
    public static let billingPayerNumber = Field(
        "billing.payerNumber", "Payer's no.", name: .called("Billing provider's payer number"), box: "33b",
        element: "2010BB REF*G2 02", in: BillingProvider.self, { $0.payerNumber = $1 }, { $0.payerNumber.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The payer's number for a provider who cannot have an NPI, such as a home care agency.")
    /// `billing.taxID`: box 25, 2010AA REF02.
    public static let billingTaxID = Field(
        "billing.taxID", "Tax ID", name: .asLabeled, box: "25", element: "2010AA REF02", in: BillingProvider.self,
        { $0.taxID = $1 }, { $0.taxID.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .identifiesIfSSN, matter: .clerical, saidBy: .office,
        "Nine digits.")
    /// `billing.taxIDKind`: box 25, 2010AA REF01.
    public static let billingTaxIDKind = Field(
        "billing.taxIDKind", "EIN/SSN", name: .called("Whether the tax ID is an EIN or an SSN"), box: "25",
        element: "2010AA REF01", in: BillingProvider.self, { $0.taxIDKind = $1 }, { $0.taxIDKind.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "EI for an employer's number, SY for a Social Security number.")
    /// `billing.taxonomy`: box 33b, 2000A PRV03.
    public static let billingTaxonomy = Field(
        "billing.taxonomy", "Taxonomy", name: .called("Billing taxonomy"), box: "33b", element: "2000A PRV03",
        in: BillingProvider.self, { $0.taxonomy = $1 }, { $0.taxonomy.typed },
        keyed: .claim, asked: .always, lookUp: .taxonomies, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Ten characters from the NUCC list, as enrolled with the payer.")
    /// `billing.street`: box 33, 2010AA N301.
    public static let billingStreet = Field(
        "billing.street", "Street", name: .called("Billing street"), box: "33", element: "2010AA N301",
        in: BillingProvider.self, { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "A street address: the 837P does not allow a PO box here.")
    /// `billing.street2`: box 33, 2010AA N302.
    public static let billingSecondLine = Field(
        "billing.street2", "Suite", name: .called("Billing suite"), box: "33", element: "2010AA N302",
        in: BillingProvider.self, { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "Suite or floor, if any.")
    /// `billing.city`: box 33, 2010AA N401.
    public static let billingCity = Field(
        "billing.city", "City", name: .called("Billing city"), box: "33", element: "2010AA N401",
        in: BillingProvider.self, { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "City.")
    /// `billing.state`: box 33, 2010AA N402.
    public static let billingState = Field(
        "billing.state", "State", name: .called("Billing state"), box: "33", element: "2010AA N402",
        in: BillingProvider.self, { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "Two letters.")
    /// `billing.zip`: box 33, 2010AA N403.
    public static let billingZIP = Field(
        "billing.zip", "ZIP+4", name: .called("Billing ZIP+4"), box: "33", element: "2010AA N403",
        in: BillingProvider.self, { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "All nine digits; the 837P requires them here.")
    /// `billing.country`: box 33, 2010AA N404.
    public static let billingCountry = Field(
        "billing.country", "Country", name: .called("Billing country"), box: "33", element: "2010AA N404",
        in: BillingProvider.self, { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
    /// `billing.phone`: box 33, 2010AA PER04.
    public static let billingPhone = Field(
        "billing.phone", "Phone", name: .called("Billing phone"), box: "33", element: "2010AA PER04",
        in: BillingProvider.self, { $0.phone = $1 }, { $0.phone.typed },
        keyed: .claim, asked: .always, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "Ten digits.")
}

extension FieldGroup {
    package static let billingProvider = FieldGroup(
        "Billing provider", reference: .billingProvider,
        [
            [.billingEntityType, .billingName, .billingFirstName],
            [.billingNPI, .billingTaxonomy, .billingPhone],
            [.billingTaxID, .billingTaxIDKind, .billingPayerNumber],
            [.billingStreet, .billingSecondLine],
            [.billingCity, .billingState, .billingZIP, .billingCountry],
        ])
}
