/// What the office keeps in its reference files that no claim says.
public typealias ReferenceDetails = Boxed<ReferenceDetailsEntries>

/// What is keyed of it.
public struct ReferenceDetailsEntries: SinglePart {
    public static let blank = ReferenceDetails(ReferenceDetailsEntries())
    static var place: WritableKeyPath<DraftContents, ReferenceDetails> { \.reference }

    /// The number that the payer's provider line answers, ten digits.
    public var payerPhone = Entry<PhoneNumber>()
    /// Whether this payer takes claims electronically or on paper.
    public var submission = Entry<SubmissionWay>()
    /// As on the label of the drug: `50 mg/mL`.
    public var strength = Entry<ShortText>()
    /// What a vial holds: `10 mL`.
    public var vial = Entry<ShortText>()
    /// The last day on which the lot may be given.
    public var expiry = Entry<Day>()
    /// What a template or a text is called.
    public var name = Entry<ShortText>()
    /// A text to insert, with a blank `___` for each thing that differs.
    public var text = Entry<FreeText>()
}

/// How a payer takes claims.
public enum SubmissionWay: String, Choice {
    case electronic = "E"
    case paper = "P"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .electronic: "electronic"
        case .paper: "paper"
        }
    }
}

extension Field {
    /// `reference.payerPhone`: on neither form.
    public static let payerPhone = Field(
        "reference.payerPhone", "Provider line", name: .called("Payer phone"), in: ReferenceDetails.self,
        { $0.payerPhone = $1 }, { $0.payerPhone.typed },
        keyed: .reference, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "The payer's phone number for providers, ten digits.")
    /// `reference.submission`: on neither form.
    public static let submissionWay = Field(
        "reference.submission", "Takes claims", name: .called("How the payer takes claims"), in: ReferenceDetails.self,
        { $0.submission = $1 }, { $0.submission.typed },
        keyed: .reference, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "E electronic, P paper.")
    /// `reference.strength`: on neither form.
    public static let shelfStrength = Field(
        "reference.strength", "Strength", name: .called("Drug strength"), in: ReferenceDetails.self,
        { $0.strength = $1 }, { $0.strength.typed },
        keyed: .reference, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "As on the label: 50 mg/mL.")
    /// `reference.vial`: on neither form.
    public static let shelfVial = Field(
        "reference.vial", "Vial", name: .called("Vial size"), in: ReferenceDetails.self, { $0.vial = $1 },
        { $0.vial.typed },
        keyed: .reference, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "What one vial holds: 10 mL.")
    /// `reference.expiry`: on neither form.
    public static let shelfExpiry = Field(
        "reference.expiry", "Expires", name: .called("Expiry date of the lot"), in: ReferenceDetails.self,
        { $0.expiry = $1 }, { $0.expiry.typed },
        keyed: .reference, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The last day on which this lot may be given.")
    /// `reference.name`: on neither form.
    public static let entryName = Field(
        "reference.name", "Name", name: .called("Name of the entry"), in: ReferenceDetails.self, { $0.name = $1 },
        { $0.name.typed },
        keyed: .reference, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .office,
        "What the office calls it: the list is sorted and searched by it.")
    /// `reference.text`: on neither form.
    public static let entryText = Field(
        "reference.text", "Text", name: .called("Text to insert"), in: ReferenceDetails.self, { $0.text = $1 },
        { $0.text.typed },
        keyed: .reference, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .freeText, matter: .clerical, saidBy: .office,
        "The words to insert. Put ___ (three underscores) where something is to be filled in on the claim.")
}

extension FieldGroup {
    package static let payerContact = FieldGroup(
        "Reaching the payer", reference: .payer, [[.payerPhone, .submissionWay]])

    /// What the shelf says of a drug that no claim does.
    package static let shelfDetails = FieldGroup("On the shelf", [[.shelfStrength, .shelfVial, .shelfExpiry]])

    package static let entryName = FieldGroup("Entry", [[.entryName]])
    package static let entryText = FieldGroup("Text", [[.entryText]])
}
