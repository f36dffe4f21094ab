/// Where the payment goes, if not to the billing provider's address.
public typealias PayToAddress = Boxed<PayToAddressEntries>

/// What is keyed of it.
public struct PayToAddressEntries: SinglePart {
    public static let blank = PayToAddress(PayToAddressEntries())
    static var place: WritableKeyPath<DraftContents, PayToAddress> { \.payTo }

    /// The address (2010AB).
    public var address = Address()
}

extension Field {
    /// `payTo.street`: 2010AB N301.
    public static let payToStreet = Field(
        "payTo.street", "Street", name: .called("Pay-to street"), element: "2010AB N301", in: PayToAddress.self,
        { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Street or PO box; only if payments go to another address.")
    /// `payTo.street2`: 2010AB N302.
    public static let payToSecondLine = Field(
        "payTo.street2", "Suite", name: .called("Pay-to suite"), element: "2010AB N302", in: PayToAddress.self,
        { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Suite or floor, if any.")
    /// `payTo.city`: 2010AB N401.
    public static let payToCity = Field(
        "payTo.city", "City", name: .called("Pay-to city"), element: "2010AB N401", in: PayToAddress.self,
        { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "City.")
    /// `payTo.state`: 2010AB N402.
    public static let payToState = Field(
        "payTo.state", "State", name: .called("Pay-to state"), element: "2010AB N402", in: PayToAddress.self,
        { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Two letters; blank abroad, except for a province of Canada.")
    /// `payTo.zip`: 2010AB N403.
    public static let payToZIP = Field(
        "payTo.zip", "ZIP", name: .called("Pay-to ZIP"), element: "2010AB N403", in: PayToAddress.self,
        { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Five or nine digits, or the postal code of the country.")
    /// `payTo.country`: 2010AB N404.
    public static let payToCountry = Field(
        "payTo.country", "Country", name: .called("Pay-to country"), element: "2010AB N404", in: PayToAddress.self,
        { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .references(.billingProvider), onCopy: .kept, forLaterPayer: .kept,
        identity: .none,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
}

extension FieldGroup {
    /// Where the payment goes, if elsewhere.
    package static let payTo = FieldGroup(
        "Pay-to address", reference: .billingProvider,
        [
            [.payToStreet, .payToSecondLine],
            [.payToCity, .payToState, .payToZIP, .payToCountry],
        ])
}
