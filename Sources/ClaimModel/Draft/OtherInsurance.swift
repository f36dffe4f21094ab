/// Another insurance of the patient.
public typealias OtherInsurance = Boxed<OtherInsuranceEntries>

/// What is keyed of it.
public struct OtherInsuranceEntries: SinglePart {
    public static let blank = OtherInsurance(OtherInsuranceEntries())
    static var place: WritableKeyPath<DraftContents, OtherInsurance> { \.otherInsurance }

    /// Y if another plan also covers the patient.
    public var exists = Entry<YesNo>()
    /// What the patient is to the person insured under the other plan.
    public var relationship = Entry<Relationship>()
    /// Last name of the person insured under the other plan.
    public var insuredLastName = Entry<PersonName>()
    /// First name of the person insured under the other plan.
    public var insuredFirstName = Entry<PersonName>()
    /// Member or policy number under the other plan.
    public var policyNumber = Entry<MemberID>()
    /// Group number under the other plan, where its card has one.
    public var groupNumber = Entry<ShortText>()
    /// Name of the other plan.
    public var planName = Entry<OrganizationName>()
    /// Electronic ID of the other payer.
    public var payerIdentifier = Entry<PayerIdentifier>()
    /// The kind of the other plan.
    public var filingIndicator = Entry<ClaimFilingIndicator>()
}

/// What the primary payer decided, on a claim to a later payer.
public typealias PrimaryAdjudication = Boxed<PrimaryAdjudicationEntries>

/// What is keyed of it.
public struct PrimaryAdjudicationEntries: SinglePart {
    public static let blank = PrimaryAdjudication(PrimaryAdjudicationEntries())
    static var place: WritableKeyPath<DraftContents, PrimaryAdjudication> { \.adjudication }

    /// The date of the primary payer's EOB or remittance.
    public var date = Entry<Day>()
    /// What the primary payer paid on this claim, in dollars; 0 if it paid nothing.
    public var paid = Entry<Money>()
    /// Those of the claim as a whole; most are on the lines.
    public var adjustments = Entry<Adjustments>()
    /// If the primary adjudicated the whole claim: what remains for the patient or the next payer.
    public var patientLiability = Entry<Money>()
    /// The primary's own number for the claim (ICN or DCN on its remittance).
    public var controlNumber = Entry<ClaimControlNumber>()
    /// The number of the primary's payment; it leads back to the remittance.
    public var payment = Entry<ShortText>()
    /// Y if the remittance says that the primary forwarded the claim to the next payer (MA18, N89, MA07).
    public var forwarded = Entry<YesNo>()
}

extension Field {
    /// `otherInsurance.exists`: box 11d, 2320 SBR.
    public static let otherInsuranceExists = Field(
        "otherInsurance.exists", "Other insurance", name: .asLabeled, box: "11d", element: "2320 SBR",
        in: OtherInsurance.self, \.exists, { $0.exists.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if another plan also covers the patient.")
    /// `otherInsurance.relationship`: 2320 SBR02.
    public static let otherRelationship = Field(
        "otherInsurance.relationship", "Relationship to insured", name: .called("Relationship to other insured"),
        element: "2320 SBR02",
        in: OtherInsurance.self, \.relationship, { $0.relationship.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .choices, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Of the patient, under the other plan: 18 self, 01 spouse, 19 child, G8 other."
    )
    /// `otherInsurance.lastName`: box 9, 2330A NM103.
    public static let otherInsuredLastName = Field(
        "otherInsurance.lastName", "Other insured", name: .asLabeled, box: "9", element: "2330A NM103",
        in: OtherInsurance.self, \.insuredLastName, { $0.insuredLastName.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Last name of the person insured under the other plan.")
    /// `otherInsurance.firstName`: box 9, 2330A NM104.
    public static let otherInsuredFirstName = Field(
        "otherInsurance.firstName", "First name", name: .called("Other insured first name"), box: "9",
        element: "2330A NM104", in: OtherInsurance.self, \.insuredFirstName, { $0.insuredFirstName.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "First name of the person insured under the other plan.")
    /// `otherInsurance.policyNumber`: box 9a, 2330A NM109.
    public static let otherPolicyNumber = Field(
        "otherInsurance.policyNumber", "Other policy no.", name: .asLabeled, box: "9a", element: "2330A NM109",
        in: OtherInsurance.self, \.policyNumber, { $0.policyNumber.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Member or policy number under the other plan.")
    /// `otherInsurance.groupNumber`: box 9a, 2320 SBR03.
    public static let otherGroupNumber = Field(
        "otherInsurance.groupNumber", "Other group no.", name: .asLabeled, box: "9a", element: "2320 SBR03",
        in: OtherInsurance.self, \.groupNumber, { $0.groupNumber.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Group number under the other plan, where its card has one.")
    /// `otherInsurance.planName`: box 9d, 2330B NM103.
    public static let otherPlanName = Field(
        "otherInsurance.planName", "Other plan", name: .asLabeled, box: "9d", element: "2330B NM103",
        in: OtherInsurance.self, \.planName, { $0.planName.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Name of the other plan.")
    /// `otherInsurance.payerID`: 2330B NM109.
    public static let otherPayerIdentifier = Field(
        "otherInsurance.payerID", "Payer ID", name: .asLabeled, element: "2330B NM109", in: OtherInsurance.self,
        \.payerIdentifier, { $0.payerIdentifier.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Electronic ID of the other payer.")
    /// `otherInsurance.filingIndicator`: 2320 SBR09.
    public static let otherFilingIndicator = Field(
        "otherInsurance.filingIndicator", "Filing indicator", name: .asLabeled, element: "2320 SBR09",
        in: OtherInsurance.self, \.filingIndicator, { $0.filingIndicator.typed },
        keyed: .claim, asked: .withOtherInsurance, lookUp: .choices, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "The kind of the other plan.")
    /// `adjudication.date`: 2330B DTP*573 03.
    public static let adjudicationDate = Field(
        "adjudication.date", "Primary EOB date", name: .asLabeled, element: "2330B DTP*573 03",
        in: PrimaryAdjudication.self, \.date, { $0.date.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "The date of the primary payer's EOB or remittance.")
    /// `adjudication.paid`: 2320 AMT*D 02.
    public static let adjudicationPaid = Field(
        "adjudication.paid", "Primary paid", name: .asLabeled, element: "2320 AMT*D 02",
        in: PrimaryAdjudication.self, \.paid, { $0.paid.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "What the primary payer paid on this claim; 0 if it paid nothing.")
    /// `adjudication.adjustments`: 2320 CAS.
    public static let adjudicationAdjustments = Field(
        "adjudication.adjustments", "Claim adjustments", name: .asLabeled, element: "2320 CAS",
        in: PrimaryAdjudication.self, \.adjustments, { $0.adjustments.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "What the primary adjusted on the whole claim: OA-23 50.00. Line adjustments go on the line.")
    /// `adjudication.patientLiability`: 2320 AMT*EAF 02.
    public static let adjudicationLiability = Field(
        "adjudication.patientLiability", "Patient responsibility", name: .asLabeled, element: "2320 AMT*EAF 02",
        in: PrimaryAdjudication.self, \.patientLiability, { $0.patientLiability.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "If the primary adjudicated the whole claim: what remains for the patient or the next payer.")
    /// `adjudication.controlNumber`: 2330B REF*F8 02.
    public static let adjudicationControlNumber = Field(
        "adjudication.controlNumber", "Primary's claim no.", name: .asLabeled, element: "2330B REF*F8 02",
        in: PrimaryAdjudication.self, \.controlNumber, { $0.controlNumber.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .primary,
        "The primary's own number for the claim (ICN or DCN on its remittance).")
    /// `adjudication.payment`: on neither form.
    public static let adjudicationPayment = Field(
        "adjudication.payment", "Check or EFT no.", name: .asLabeled, in: PrimaryAdjudication.self, \.payment,
        { $0.payment.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .primary,
        "The primary's check or EFT number, to find its remittance.")
    /// `adjudication.forwarded`: on neither form.
    public static let adjudicationForwarded = Field(
        "adjudication.forwarded", "Crossed over", name: .asLabeled, in: PrimaryAdjudication.self, \.forwarded,
        { $0.forwarded.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .choices, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "Y if the remittance says that the primary crossed the claim over to the next payer (MA18, N89, MA07).")
}

extension FieldGroup {
    package static let otherInsurance = FieldGroup(
        "Other insurance", isPersonal: true,
        [
            [.otherInsuranceExists, .otherPlanName],
            [.otherInsuredLastName, .otherInsuredFirstName],
            [.otherPolicyNumber, .otherGroupNumber],
            [.otherPayerIdentifier, .otherFilingIndicator],
            [.otherRelationship],
        ])

    package static let adjudication = FieldGroup(
        "Primary EOB (secondary claims)", isPersonal: true,
        [
            [.adjudicationDate, .adjudicationPaid],
            [.adjudicationControlNumber, .adjudicationPayment],
            [.adjudicationAdjustments],
            [.adjudicationLiability, .adjudicationForwarded],
            [.insuranceType],
        ])
}
