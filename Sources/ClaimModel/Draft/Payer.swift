/// Who is asked to pay, and whose rules the claim is checked against.
public typealias Payer = Boxed<PayerEntries>

/// What is keyed of it.
public struct PayerEntries: SinglePart {
    public static let blank = Payer(PayerEntries())
    static var place: WritableKeyPath<DraftContents, Payer> { \.payer }

    /// The insurer as its card names it.
    public var name = Entry<OrganizationName>()
    /// The payer's electronic ID, from the card or the clearinghouse's list.
    public var identifier = Entry<PayerIdentifier>()
    /// The id of the payer policy that the claim is checked against; blank means general rules only.
    public var policy = Entry<PolicyID>()
    /// The type of plan: CI commercial, BL Blue Cross, MB Medicare Part B, MC Medicaid, VA, …
    public var filingIndicator = Entry<ClaimFilingIndicator>()
    /// P primary, S secondary, T tertiary.
    public var order = Entry<PayerOrder>()
    /// Why Medicare is secondary: 12 working aged, 13 ESRD, 15 workers' compensation, 43 disability, …
    public var insuranceType = Entry<InsuranceType>()
    /// The address (2010BB).
    public var address = Address()
}

extension Field {
    /// `payer.name`: top of the CMS-1500, 2010BB NM103.
    public static let payerName = Field(
        "payer.name", "Payer", name: .asLabeled, box: "Top", element: "2010BB NM103", in: Payer.self, { $0.name = $1 },
        { $0.name.typed },
        keyed: .claim, asked: .always, lookUp: .payers, onCopy: .kept, forLaterPayer: .given, identity: .none,
        matter: .clerical, saidBy: .office,
        "The insurer as its card names it. F2 offers those with a policy and those keyed before.")
    /// `payer.id`: 2010BB NM109.
    public static let payerIdentifier = Field(
        "payer.id", "Payer ID", name: .asLabeled, element: "2010BB NM109", in: Payer.self, { $0.identifier = $1 },
        { $0.identifier.typed },
        keyed: .claim, asked: .always, lookUp: .payers, onCopy: .kept, forLaterPayer: .given, identity: .none,
        matter: .clerical, saidBy: .office,
        "The payer's electronic ID, from the card or the clearinghouse's list.")
    /// `payer.policy`: on neither form.
    public static let payerPolicy = Field(
        "payer.policy", "Policy", name: .asLabeled, in: Payer.self, { $0.policy = $1 }, { $0.policy.typed },
        keyed: .claim, asked: .always, lookUp: .policies, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The payer policy that this claim is checked against (F2). Blank: no payer policy, general rules only.")
    /// `payer.filingIndicator`: box 1, 2000B SBR09.
    public static let filingIndicator = Field(
        "payer.filingIndicator", "Filing indicator", name: .asLabeled, box: "1", element: "2000B SBR09",
        in: Payer.self, { $0.filingIndicator = $1 }, { $0.filingIndicator.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .given, identity: .none,
        matter: .clerical, saidBy: .office,
        "The type of plan: CI commercial, BL Blue Cross, MB Medicare Part B, MC Medicaid, VA, …")
    /// `payer.order`: 2000B SBR01.
    public static let payerOrder = Field(
        "payer.order", "Payer order", name: .asLabeled, element: "2000B SBR01", in: Payer.self, { $0.order = $1 },
        { $0.order.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .given, identity: .none,
        matter: .clerical, saidBy: .office,
        "P primary, S secondary, T tertiary.")
    /// `payer.insuranceType`: 2000B SBR05.
    public static let insuranceType = Field(
        "payer.insuranceType", "MSP type", name: .asLabeled, element: "2000B SBR05", in: Payer.self,
        { $0.insuranceType = $1 }, { $0.insuranceType.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .office,
        "Why Medicare is secondary: 12 working aged, 13 ESRD, 15 workers' compensation, 43 disability, …"
    )
    /// `payer.street`: top of the CMS-1500, 2010BB N301.
    public static let payerStreet = Field(
        "payer.street", "Street", name: .called("Payer street"), box: "Top", element: "2010BB N301", in: Payer.self,
        { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .seldom, lookUp: .payers, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Where paper claims go: street or PO box.")
    /// `payer.street2`: top of the CMS-1500, 2010BB N302.
    public static let payerSecondLine = Field(
        "payer.street2", "Suite", name: .called("Payer suite"), box: "Top", element: "2010BB N302", in: Payer.self,
        { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .seldom, lookUp: .payers, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Suite or floor, if any.")
    /// `payer.city`: top of the CMS-1500, 2010BB N401.
    public static let payerCity = Field(
        "payer.city", "City", name: .called("Payer city"), box: "Top", element: "2010BB N401", in: Payer.self,
        { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .seldom, lookUp: .payers, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "City.")
    /// `payer.state`: top of the CMS-1500, 2010BB N402.
    public static let payerState = Field(
        "payer.state", "State", name: .called("Payer state"), box: "Top", element: "2010BB N402", in: Payer.self,
        { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .seldom, lookUp: .payers, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Two letters; blank abroad, except for a province of Canada.")
    /// `payer.zip`: top of the CMS-1500, 2010BB N403.
    public static let payerZIP = Field(
        "payer.zip", "ZIP", name: .called("Payer ZIP"), box: "Top", element: "2010BB N403", in: Payer.self,
        { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .seldom, lookUp: .payers, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Five or nine digits, or the postal code of the country.")
    /// `payer.country`: top of the CMS-1500, 2010BB N404.
    public static let payerCountry = Field(
        "payer.country", "Country", name: .called("Payer country"), box: "Top", element: "2010BB N404", in: Payer.self,
        { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .payers, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
}

extension FieldGroup {
    package static let payer = FieldGroup(
        "Payer", reference: .payer,
        [
            [.payerName, .payerIdentifier],
            [.payerPolicy, .filingIndicator, .payerOrder],
            [.payerStreet, .payerSecondLine],
            [.payerCity, .payerState, .payerZIP, .payerCountry],
        ])
}
