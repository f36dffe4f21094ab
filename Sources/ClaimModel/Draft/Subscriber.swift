/// The person who holds the insurance, and the patient's place under it.
public typealias Subscriber = Boxed<SubscriberEntries>

/// What is keyed of it.
public struct SubscriberEntries: SinglePart {
    public static let blank = Subscriber(SubscriberEntries())
    static var place: WritableKeyPath<DraftContents, Subscriber> { \.subscriber }

    /// As on the card, with its prefix: `JQX123456789`; spaces and dashes are left out.
    public var memberID = Entry<MemberID>()
    /// The group or policy number on the card.
    public var groupNumber = Entry<ShortText>()
    /// The plan's name, if there is no group number.
    public var groupName = Entry<OrganizationName>()
    /// Of the patient to the insured: 18 self, 01 spouse, 19 child, G8 other.
    public var relationship = Entry<Relationship>()
    /// Of the insured, only if the patient is not the insured.
    /// A person where it is blank.
    public var entityType = Entry<EntityType>()
    /// The person's last name, or the organization's name.
    public var lastName = Entry<OrganizationName>()
    /// Of the insured, only if the patient is not the insured.
    public var firstName = Entry<PersonName>()
    /// Middle name or initial of the insured.
    public var middleName = Entry<PersonName>()
    /// Of the insured, only if the patient is not the insured; never in the future.
    public var birthDate = Entry<BirthDate>()
    /// Of the insured: M, F or U.
    public var sex = Entry<Sex>()
    /// Of the insured, only if the patient is not the insured: box 7; 2010BA N3 and N4.
    public var address = Address()
}

extension Field {
    /// `subscriber.memberID`: box 1a, 2010BA NM109.
    public static let memberID = Field(
        "subscriber.memberID", "Member ID", name: .asLabeled, box: "1a", element: "2010BA NM109",
        in: Subscriber.self, { $0.memberID = $1 }, { $0.memberID.typed },
        keyed: .claim, asked: .always, lookUp: .references(.coverage), onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "As on the card, with its prefix. Spaces and dashes are not submitted.")
    /// `subscriber.groupNumber`: box 11, 2000B SBR03.
    public static let groupNumber = Field(
        "subscriber.groupNumber", "Group no.", name: .asLabeled, box: "11", element: "2000B SBR03",
        in: Subscriber.self, { $0.groupNumber = $1 }, { $0.groupNumber.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .given, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The group or policy number on the card.")
    /// `subscriber.groupName`: box 11c, 2000B SBR04.
    public static let groupName = Field(
        "subscriber.groupName", "Plan name", name: .asLabeled, box: "11c", element: "2000B SBR04",
        in: Subscriber.self, { $0.groupName = $1 }, { $0.groupName.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The plan's name, if there is no group number.")
    /// `subscriber.relationship`: box 6, 2000B SBR02.
    public static let relationship = Field(
        "subscriber.relationship", "Relationship to insured", name: .asLabeled,
        box: "6", element: "2000B SBR02", in: Subscriber.self, { $0.relationship = $1 }, { $0.relationship.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .given, identity: .none,
        matter: .clerical, saidBy: .office,
        "The patient's relationship to the insured: 18 self, 01 spouse, 19 child, G8 other.")
    /// `subscriber.entityType`: 2010BA NM102.
    public static let subscriberEntityType = Field(
        "subscriber.entityType", "Insured is", name: .called("Whether the insured is a person or an organization"),
        element: "2010BA NM102", in: Subscriber.self, { $0.entityType = $1 }, { $0.entityType.typed },
        keyed: .claim, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "1 a person, 2 an organization: the employer of a workers' compensation or fleet auto claim.")
    /// `subscriber.lastName`: box 4, 2010BA NM103.
    public static let subscriberLastName = Field(
        "subscriber.lastName", "Insured last name", name: .asLabeled, box: "4", element: "2010BA NM103",
        in: Subscriber.self, { $0.lastName = $1 }, { $0.lastName.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Only if the patient is not the insured; the name alone if the insured is an organization.")
    /// `subscriber.firstName`: box 4, 2010BA NM104.
    public static let subscriberFirstName = Field(
        "subscriber.firstName", "First name", name: .called("Insured first name"), box: "4", element: "2010BA NM104",
        in: Subscriber.self, { $0.firstName = $1 }, { $0.firstName.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Only if the patient is not the insured.")
    /// `subscriber.middleName`: box 4, 2010BA NM105.
    public static let subscriberMiddleName = Field(
        "subscriber.middleName", "Middle", name: .called("Insured middle"), box: "4", element: "2010BA NM105",
        in: Subscriber.self, { $0.middleName = $1 }, { $0.middleName.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Middle name or initial of the insured.")
    /// `subscriber.birthDate`: box 11a, 2010BA DMG02.
    public static let subscriberBirthDate = Field(
        "subscriber.birthDate", "Insured birth date", name: .asLabeled, box: "11a", element: "2010BA DMG02",
        in: Subscriber.self, { $0.birthDate = $1 }, { $0.birthDate.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "MMDDYYYY or M/D/YY.")
    /// `subscriber.sex`: box 11a, 2010BA DMG03.
    public static let subscriberSex = Field(
        "subscriber.sex", "Sex", name: .called("Insured sex"), box: "11a", element: "2010BA DMG03",
        in: Subscriber.self, { $0.sex = $1 }, { $0.sex.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .office,
        "M, F or U.")
    /// `subscriber.street`: box 7, 2010BA N301.
    public static let subscriberStreet = Field(
        "subscriber.street", "Insured street", name: .asLabeled, box: "7", element: "2010BA N301",
        in: Subscriber.self, { $0.address.street = $1 }, { $0.address.street.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Number and street.")
    /// `subscriber.street2`: box 7, 2010BA N302.
    public static let subscriberSecondLine = Field(
        "subscriber.street2", "Apt", name: .called("Insured apt"), box: "7", element: "2010BA N302",
        in: Subscriber.self, { $0.address.secondLine = $1 }, { $0.address.secondLine.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Apartment or unit, if any.")
    /// `subscriber.city`: box 7, 2010BA N401.
    public static let subscriberCity = Field(
        "subscriber.city", "City", name: .called("Insured city"), box: "7", element: "2010BA N401",
        in: Subscriber.self, { $0.address.city = $1 }, { $0.address.city.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "City.")
    /// `subscriber.state`: box 7, 2010BA N402.
    public static let subscriberState = Field(
        "subscriber.state", "State", name: .called("Insured state"), box: "7", element: "2010BA N402",
        in: Subscriber.self, { $0.address.state = $1 }, { $0.address.state.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Two letters.")
    /// `subscriber.zip`: box 7, 2010BA N403.
    public static let subscriberZIP = Field(
        "subscriber.zip", "ZIP", name: .called("Insured ZIP"), box: "7", element: "2010BA N403", in: Subscriber.self,
        { $0.address.zip = $1 }, { $0.address.zip.typed },
        keyed: .claim, asked: .ofAnotherInsured, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Five digits, or nine.")
    /// `subscriber.country`: box 7, 2010BA N404.
    public static let subscriberCountry = Field(
        "subscriber.country", "Country", name: .called("Insured country"), box: "7", element: "2010BA N404",
        in: Subscriber.self, { $0.address.country = $1 }, { $0.address.country.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Only outside the United States: two letters, such as CA or MX.")
}

extension FieldGroup {
    package static let subscriber = FieldGroup(
        "Subscriber", reference: .coverage, isPersonal: true,
        [
            [.memberID, .groupNumber],
            [.groupName, .relationship],
            [.subscriberLastName, .subscriberFirstName, .subscriberMiddleName],
            [.subscriberBirthDate, .subscriberSex, .subscriberEntityType],
            [.subscriberStreet, .subscriberSecondLine],
            [.subscriberCity, .subscriberState, .subscriberZIP, .subscriberCountry],
        ])
}
