/// Another insurance of the patient.
public struct OtherInsurance: Hashable, Sendable {
    public var exists = Entry<YesNo>()
    /// What the patient is to the person insured under the other plan.
    public var relationship = Entry<Relationship>()
    public var insuredLastName = Entry<PersonName>()
    public var insuredFirstName = Entry<PersonName>()
    public var policyNumber = Entry<MemberID>()
    public var planName = Entry<OrganizationName>()
    public var payerIdentifier = Entry<PayerIdentifier>()
    public var filingIndicator = Entry<ClaimFilingIndicator>()

    public init() {}
}

/// What the primary payer decided, on a claim to a later payer.
public struct PrimaryAdjudication: Hashable, Sendable {
    public var date = Entry<Day>()
    public var paid = Entry<Money>()

    public init() {}
}

extension Field {
    public static let otherInsuranceExists = Field(
        "otherInsurance.exists", "Other insurance", box: "11d", element: "2320 SBR", \.otherInsurance.exists,
        "Y where another plan covers the patient too.")
    public static let otherRelationship = Field(
        "otherInsurance.relationship", "Patient is", element: "2320 SBR02", \.otherInsurance.relationship,
        "The patient's relationship to the person insured under the other plan: 18 self, 01 spouse, 19 child, G8 other."
    )
    public static let otherInsuredLastName = Field(
        "otherInsurance.lastName", "Other insured", box: "9", element: "2330A NM103", \.otherInsurance.insuredLastName,
        "Last name of the person insured under the other plan.")
    public static let otherInsuredFirstName = Field(
        "otherInsurance.firstName", "First name", box: "9", element: "2330A NM104", \.otherInsurance.insuredFirstName,
        "First name of the person insured under the other plan.")
    public static let otherPolicyNumber = Field(
        "otherInsurance.policyNumber", "Other policy no.", box: "9a", element: "2330A NM109",
        \.otherInsurance.policyNumber, "Member or policy number under the other plan.")
    public static let otherPlanName = Field(
        "otherInsurance.planName", "Other plan", box: "9d", element: "2330B NM103", \.otherInsurance.planName,
        "Name of the other plan.")
    public static let otherPayerIdentifier = Field(
        "otherInsurance.payerID", "Payer ID", element: "2330B NM109", \.otherInsurance.payerIdentifier,
        "Electronic ID of the other payer.")
    public static let otherFilingIndicator = Field(
        "otherInsurance.filingIndicator", "Filing indicator", element: "2320 SBR09", \.otherInsurance.filingIndicator,
        "The kind of the other plan.")
    public static let adjudicationDate = Field(
        "adjudication.date", "Primary decided on", element: "2330B DTP*573 03", \.adjudication.date,
        "The date of the primary payer's remittance.")
    public static let adjudicationPaid = Field(
        "adjudication.paid", "Primary paid", element: "2320 AMT*D 02", \.adjudication.paid,
        "What the primary payer paid on this claim; 0 where it paid nothing.")
}

extension FieldGroup {
    public static let otherInsurance = FieldGroup(
        "Other insurance",
        [
            [.otherInsuranceExists, .otherPlanName],
            [.otherInsuredLastName, .otherInsuredFirstName],
            [.otherPolicyNumber, .otherPayerIdentifier],
            [.otherFilingIndicator, .otherRelationship],
        ])

    public static let adjudication = FieldGroup(
        "The primary's decision (secondary claims)",
        [[.adjudicationDate, .adjudicationPaid], [.insuranceType]])
}
