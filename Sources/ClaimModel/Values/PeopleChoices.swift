/// Yes or no.
public enum YesNo: String, Choice {
    case yes = "Y"
    case no = "N"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        }
    }
}

/// Sex as payers take it (837P DMG03).
public enum Sex: String, Choice {
    case male = "M"
    case female = "F"
    case unknown = "U"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .male: "male"
        case .female: "female"
        case .unknown: "unknown"
        }
    }
}

/// Whether a provider is a person or an organization (837P NM102).
public enum EntityType: String, Choice {
    case person = "1"
    case organization = "2"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .person: "person"
        case .organization: "organization"
        }
    }
}

/// What the patient is to the subscriber (837P SBR02, PAT01).
public enum Relationship: String, Choice {
    case `self` = "18"
    case spouse = "01"
    case child = "19"
    case employee = "20"
    case unknown = "21"
    case organDonor = "39"
    case cadaverDonor = "40"
    case lifePartner = "53"
    case other = "G8"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .`self`: "self"
        case .spouse: "spouse"
        case .child: "child"
        case .employee: "employee"
        case .unknown: "unknown"
        case .organDonor: "organ donor"
        case .cadaverDonor: "cadaver donor"
        case .lifePartner: "life partner"
        case .other: "other relationship"
        }
    }
}

/// Which federal number a tax ID is (837P REF01).
public enum TaxIdentifierKind: String, Choice {
    case ein = "EI"
    case ssn = "SY"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .ein: "EIN"
        case .ssn: "SSN"
        }
    }
}

/// What part another provider had (box 17).
public enum ReferringQualifier: String, Choice {
    case referring = "DN"
    case ordering = "DK"
    case supervising = "DQ"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .referring: "referring"
        case .ordering: "ordering"
        case .supervising: "supervising"
        }
    }
}
