/// What the patient and the provider have signed.
public typealias Signatures = Boxed<SignaturesEntries>

/// What is keyed of it.
public struct SignaturesEntries: SinglePart {
    public static let blank = Signatures(SignaturesEntries())
    static var place: WritableKeyPath<DraftContents, Signatures> { \.signatures }

    /// Y: the patient's signed release is on file. I: informed consent, if the law requires no signature.
    public var release = Entry<ReleaseOfInformation>()
    /// Y: the insured assigned benefits to the practice. N: not assigned. W: refused.
    public var benefitsAssignment = Entry<BenefitsAssignment>()
    /// A accepted, B for laboratory services only, C not accepted (CLM07).
    public var acceptsAssignment = Entry<AssignmentCode>()
    /// Y if the provider's signature is on file.
    public var provider = Entry<YesNo>()
    /// The date of the provider's signature.
    public var providerDate = Entry<Day>()
}

extension Field {
    /// `signatures.release`: box 12, 2300 CLM09.
    public static let release = Field(
        "signatures.release", "Release of information", name: .asLabeled, box: "12", element: "2300 CLM09",
        in: Signatures.self, { $0.release = $1 }, { $0.release.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y: the patient's signed release is on file. I: informed consent, if the law requires no signature.")
    /// `signatures.benefits`: box 13, 2300 CLM08.
    public static let benefitsAssignment = Field(
        "signatures.benefits", "Benefits assigned", name: .asLabeled, box: "13", element: "2300 CLM08",
        in: Signatures.self, { $0.benefitsAssignment = $1 }, { $0.benefitsAssignment.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y: the insured assigned benefits to the practice. N: not assigned. W: refused.")
    /// `signatures.assignment`: box 27, 2300 CLM07.
    public static let acceptsAssignment = Field(
        "signatures.assignment", "Accepts assignment", name: .asLabeled, box: "27", element: "2300 CLM07",
        in: Signatures.self, { $0.acceptsAssignment = $1 }, { $0.acceptsAssignment.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "A (or Y) accepted, C (or N) not accepted, B for laboratory services only.")
    /// `signatures.provider`: box 31, 2300 CLM06.
    public static let providerSignature = Field(
        "signatures.provider", "Provider signed", name: .asLabeled, box: "31", element: "2300 CLM06",
        in: Signatures.self, { $0.provider = $1 }, { $0.provider.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if the provider's signature is on file.")
    /// `signatures.providerDate`: box 31.
    public static let providerSignatureDate = Field(
        "signatures.providerDate", "Signed on", name: .asLabeled, box: "31", in: Signatures.self,
        { $0.providerDate = $1 }, { $0.providerDate.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The date of the provider's signature.")
}

extension FieldGroup {
    package static let signatures = FieldGroup(
        "Signatures and assignment",
        [
            [.release, .benefitsAssignment],
            [.acceptsAssignment, .providerSignature, .providerSignatureDate],
        ])
    /// What a practice fills in on every claim: all but the day.
    package static let defaultSignatures = FieldGroup(
        "Signatures and assignment",
        [[.release, .benefitsAssignment], [.acceptsAssignment, .providerSignature]])
}
