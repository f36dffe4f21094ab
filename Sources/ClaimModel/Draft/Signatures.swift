/// What the patient and the provider have signed.
public typealias Signatures = Boxed<SignaturesEntries>

/// What is keyed of it.
public struct SignaturesEntries: SinglePart {
    public static let blank = Signatures(SignaturesEntries())
    static var place: WritableKeyPath<DraftContents, Signatures> { \.signatures }

    public var release = Entry<ReleaseOfInformation>()
    public var benefitsAssignment = Entry<BenefitsAssignment>()
    public var acceptsAssignment = Entry<AssignmentCode>()
    public var provider = Entry<YesNo>()
    public var providerDate = Entry<Day>()
}

extension Field {
    public static let release = Field(
        "signatures.release", "Release of information", name: .asLabeled, box: "12", element: "2300 CLM09",
        in: Signatures.self, \.release,
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y: the patient's signed release is on file. I: informed consent, if the law requires no signature.")
    public static let benefitsAssignment = Field(
        "signatures.benefits", "Benefits assigned", name: .asLabeled, box: "13", element: "2300 CLM08",
        in: Signatures.self, \.benefitsAssignment,
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y: the insured assigned benefits to the practice. N: not assigned. W: refused.")
    public static let acceptsAssignment = Field(
        "signatures.assignment", "Accepts assignment", name: .asLabeled, box: "27", element: "2300 CLM07",
        in: Signatures.self, \.acceptsAssignment,
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "A (or Y) accepted, C (or N) not accepted, B for laboratory services only.")
    public static let providerSignature = Field(
        "signatures.provider", "Provider signed", name: .asLabeled, box: "31", element: "2300 CLM06",
        in: Signatures.self, \.provider,
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if the provider's signature is on file.")
    public static let providerSignatureDate = Field(
        "signatures.providerDate", "Signed on", name: .asLabeled, box: "31", in: Signatures.self, \.providerDate,
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The date of the provider's signature.")
}

extension FieldGroup {
    public static let signatures = FieldGroup(
        "Signatures and assignment",
        [
            [.release, .benefitsAssignment],
            [.acceptsAssignment, .providerSignature, .providerSignatureDate],
        ])
    /// What a practice fills in on every claim: all but the day.
    public static let defaultSignatures = FieldGroup(
        "Signatures and assignment",
        [[.release, .benefitsAssignment], [.acceptsAssignment, .providerSignature]])
}
