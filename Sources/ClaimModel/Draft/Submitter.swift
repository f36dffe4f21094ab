/// Who sends the practice's claims: loop 1000A of the 837P.
public struct Submitter: Hashable, Sendable {
    public var name = Entry<OrganizationName>()
    public var identifier = Entry<PayerIdentifier>()
    public var contact = Entry<PersonName>()
    public var phone = Entry<PhoneNumber>()

    public init() {}
}

extension Field {
    public static let submitterName = Field(
        "submitter.name", "Submitter", element: "1000A NM103", \.submitter.name,
        "The name under which the clearinghouse or payer knows the sender.")
    public static let submitterIdentifier = Field(
        "submitter.id", "Submitter ID", element: "1000A NM109", \.submitter.identifier,
        "The sender's number, given by the clearinghouse or payer.")
    public static let submitterContact = Field(
        "submitter.contact", "Contact", element: "1000A PER02", \.submitter.contact, "Whom to ask about a file.")
    public static let submitterPhone = Field(
        "submitter.phone", "Phone", element: "1000A PER04", \.submitter.phone, "Ten digits.")
}

extension FieldGroup {
    public static let submitter = FieldGroup(
        "Submitter",
        [
            [.submitterName, .submitterIdentifier],
            [.submitterContact, .submitterPhone],
        ])
}
