/// Another insurance of the patient, and a third one.
public typealias OtherInsurance = Boxed<OtherInsuranceEntries>

/// What is keyed of it.
public struct OtherInsuranceEntries: SinglePart {
    public static let blank = OtherInsurance(OtherInsuranceEntries())
    static var place: WritableKeyPath<DraftContents, OtherInsurance> { \.otherInsurance }

    /// Y if another plan also covers the patient.
    public var exists = Entry<YesNo>()
    /// The plan that pays next to this one: the secondary on a primary claim, else the primary.
    public var plan = InsurancePlan()
    /// A third plan: the tertiary, or on a claim to it the secondary.
    public var third = InsurancePlan()
}

/// A plan that covers the patient besides the one that the claim is for: loops 2320, 2330A and 2330B.
public struct InsurancePlan: Equatable, Sendable {
    /// What the patient is to the person insured under it.
    public var relationship = Entry<Relationship>()
    /// Last name of the person insured under it.
    public var insuredLastName = Entry<PersonName>()
    /// First name of the person insured under it.
    public var insuredFirstName = Entry<PersonName>()
    /// Member or policy number under it.
    public var policyNumber = Entry<MemberID>()
    /// Group number under it, where its card has one.
    public var groupNumber = Entry<ShortText>()
    /// What it is called.
    public var name = Entry<OrganizationName>()
    /// Electronic ID of its payer.
    public var payerIdentifier = Entry<PayerIdentifier>()
    /// Its kind.
    public var filingIndicator = Entry<ClaimFilingIndicator>()

    /// Whether anything of it is keyed.
    package var isKeyed: Bool { self != InsurancePlan() }
}

extension Field {
    /// `otherInsurance.exists`: box 11d, 2320 SBR.
    public static let otherInsuranceExists = Field(
        "otherInsurance.exists", "Other insurance", name: .asLabeled, box: "11d", element: "2320 SBR",
        in: OtherInsurance.self, { $0.exists = $1 }, { $0.exists.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if another plan also covers the patient.")
    /// `otherInsurance.relationship`: 2320 SBR02.
    public static let otherRelationship = Field(
        "otherInsurance.relationship", "Relationship to insured", name: .called("Relationship to other insured"),
        element: "2320 SBR02",
        in: OtherInsurance.self, { $0.plan.relationship = $1 }, { $0.plan.relationship.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .choices, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Of the patient, under the other plan: 18 self, 01 spouse, 19 child, G8 other."
    )
    /// `otherInsurance.lastName`: box 9, 2330A NM103.
    public static let otherInsuredLastName = Field(
        "otherInsurance.lastName", "Other insured", name: .asLabeled, box: "9", element: "2330A NM103",
        in: OtherInsurance.self, { $0.plan.insuredLastName = $1 }, { $0.plan.insuredLastName.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Last name of the person insured under the other plan.")
    /// `otherInsurance.firstName`: box 9, 2330A NM104.
    public static let otherInsuredFirstName = Field(
        "otherInsurance.firstName", "First name", name: .called("Other insured first name"), box: "9",
        element: "2330A NM104", in: OtherInsurance.self, { $0.plan.insuredFirstName = $1 },
        { $0.plan.insuredFirstName.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "First name of the person insured under the other plan.")
    /// `otherInsurance.policyNumber`: box 9a, 2330A NM109.
    public static let otherPolicyNumber = Field(
        "otherInsurance.policyNumber", "Other policy no.", name: .asLabeled, box: "9a", element: "2330A NM109",
        in: OtherInsurance.self, { $0.plan.policyNumber = $1 }, { $0.plan.policyNumber.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Member or policy number under the other plan.")
    /// `otherInsurance.groupNumber`: box 9a, 2320 SBR03.
    public static let otherGroupNumber = Field(
        "otherInsurance.groupNumber", "Other group no.", name: .asLabeled, box: "9a", element: "2320 SBR03",
        in: OtherInsurance.self, { $0.plan.groupNumber = $1 }, { $0.plan.groupNumber.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Group number under the other plan, where its card has one.")
    /// `otherInsurance.planName`: box 9d, 2330B NM103.
    public static let otherPlanName = Field(
        "otherInsurance.planName", "Other plan", name: .asLabeled, box: "9d", element: "2330B NM103",
        in: OtherInsurance.self, { $0.plan.name = $1 }, { $0.plan.name.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Name of the other plan.")
    /// `otherInsurance.payerID`: 2330B NM109.
    public static let otherPayerIdentifier = Field(
        "otherInsurance.payerID", "Payer ID", name: .asLabeled, element: "2330B NM109", in: OtherInsurance.self,
        { $0.plan.payerIdentifier = $1 }, { $0.plan.payerIdentifier.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Electronic ID of the other payer.")
    /// `otherInsurance.filingIndicator`: 2320 SBR09.
    public static let otherFilingIndicator = Field(
        "otherInsurance.filingIndicator", "Filing indicator", name: .asLabeled, element: "2320 SBR09",
        in: OtherInsurance.self, { $0.plan.filingIndicator = $1 }, { $0.plan.filingIndicator.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .choices, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "The kind of the other plan.")
}

extension FieldGroup {
    package static let otherInsurance = FieldGroup(
        "Other insurance", isPersonal: true,
        [
            [.otherInsuranceExists, .otherPlanName],
            [.otherInsuredLastName, .otherInsuredFirstName],
            [.otherPolicyNumber, .otherGroupNumber],
            [.otherPayerIdentifier, .otherFilingIndicator],
            [.otherRelationship, .thirdPlanName],
        ])
}
