/// Who sends the practice's claims: loop 1000A of the 837P.
public typealias Submitter = Boxed<SubmitterEntries>

/// What is keyed of it.
public struct SubmitterEntries: SinglePart {
    public static let blank = Submitter(SubmitterEntries())
    static var place: WritableKeyPath<DraftContents, Submitter> { \.submitter }

    public var name = Entry<OrganizationName>()
    public var identifier = Entry<PayerIdentifier>()
    public var contact = Entry<PersonName>()
    public var phone = Entry<PhoneNumber>()
}

extension Field {
    public static let submitterName = Field(
        "submitter.name", "Submitter", name: .asLabeled, element: "1000A NM103", in: Submitter.self, \.name,
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The submitter's name as enrolled with the clearinghouse or payer.")
    public static let submitterIdentifier = Field(
        "submitter.id", "Submitter ID", name: .asLabeled, element: "1000A NM109", in: Submitter.self, \.identifier,
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The submitter ID assigned by the clearinghouse or payer.")
    public static let submitterContact = Field(
        "submitter.contact", "Contact", name: .asLabeled, element: "1000A PER02", in: Submitter.self, \.contact,
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Contact person for questions about a file.")
    public static let submitterPhone = Field(
        "submitter.phone", "Phone", name: .asLabeled, element: "1000A PER04", in: Submitter.self, \.phone,
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Ten digits.")
}

extension FieldGroup {
    public static let submitter = FieldGroup(
        "Submitter",
        [
            [.submitterName, .submitterIdentifier],
            [.submitterContact, .submitterPhone],
        ])
}
