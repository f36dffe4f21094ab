/// Who sends the practice's claims: loop 1000A of the 837P.
public typealias Submitter = Boxed<SubmitterEntries>

/// What is keyed of it.
public struct SubmitterEntries: SinglePart {
    public static let blank = Submitter(SubmitterEntries())
    static var place: WritableKeyPath<DraftContents, Submitter> { \.submitter }

    /// The name under which the clearinghouse or payer knows the sender.
    public var name = Entry<OrganizationName>()
    /// The sender's number, given by the clearinghouse or payer.
    public var identifier = Entry<PayerIdentifier>()
    /// The person to ask about a file.
    public var contact = Entry<PersonName>()
    /// Ten digits; of the contact.
    public var phone = Entry<PhoneNumber>()
}

extension Field {
    /// `submitter.name`: 1000A NM103.
    public static let submitterName = Field(
        "submitter.name", "Submitter", name: .asLabeled, element: "1000A NM103", in: Submitter.self, { $0.name = $1 },
        { $0.name.typed },
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The submitter's name as enrolled with the clearinghouse or payer.")
    /// `submitter.id`: 1000A NM109.
    public static let submitterIdentifier = Field(
        "submitter.id", "Submitter ID", name: .asLabeled, element: "1000A NM109", in: Submitter.self,
        { $0.identifier = $1 }, { $0.identifier.typed },
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The submitter ID assigned by the clearinghouse or payer.")
    /// `submitter.contact`: 1000A PER02.
    public static let submitterContact = Field(
        "submitter.contact", "Contact", name: .asLabeled, element: "1000A PER02", in: Submitter.self,
        { $0.contact = $1 }, { $0.contact.typed },
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Contact person for questions about a file.")
    /// `submitter.phone`: 1000A PER04.
    public static let submitterPhone = Field(
        "submitter.phone", "Phone", name: .asLabeled, element: "1000A PER04", in: Submitter.self, { $0.phone = $1 },
        { $0.phone.typed },
        keyed: .practice, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Ten digits.")
}

extension FieldGroup {
    package static let submitter = FieldGroup(
        "Submitter",
        [
            [.submitterName, .submitterIdentifier],
            [.submitterContact, .submitterPhone],
        ])
}
