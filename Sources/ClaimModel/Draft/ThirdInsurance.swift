/// A third plan of the patient; loops 2320 and 2330, second turn.
extension Field {
    /// `thirdInsurance.relationship`: 2320 SBR02.
    public static let thirdRelationship = Field(
        "thirdInsurance.relationship", "Relationship to insured", name: .called("Relationship to third insured"),
        element: "2320 SBR02",
        in: OtherInsurance.self, { $0.third.relationship = $1 }, { $0.third.relationship.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .choices, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Of the patient, under the third plan: 18 self, 01 spouse, 19 child, G8 other."
    )
    /// `thirdInsurance.lastName`: 2330A NM103.
    public static let thirdInsuredLastName = Field(
        "thirdInsurance.lastName", "Third insured", name: .asLabeled, element: "2330A NM103",
        in: OtherInsurance.self, { $0.third.insuredLastName = $1 }, { $0.third.insuredLastName.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Last name of the person insured under the third plan.")
    /// `thirdInsurance.firstName`: 2330A NM104.
    public static let thirdInsuredFirstName = Field(
        "thirdInsurance.firstName", "First name", name: .called("Third insured first name"),
        element: "2330A NM104", in: OtherInsurance.self, { $0.third.insuredFirstName = $1 },
        { $0.third.insuredFirstName.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "First name of the person insured under the third plan.")
    /// `thirdInsurance.policyNumber`: 2330A NM109.
    public static let thirdPolicyNumber = Field(
        "thirdInsurance.policyNumber", "Third policy no.", name: .asLabeled, element: "2330A NM109",
        in: OtherInsurance.self, { $0.third.policyNumber = $1 }, { $0.third.policyNumber.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Member or policy number under the third plan.")
    /// `thirdInsurance.groupNumber`: 2320 SBR03.
    public static let thirdGroupNumber = Field(
        "thirdInsurance.groupNumber", "Third group no.", name: .asLabeled, element: "2320 SBR03",
        in: OtherInsurance.self, { $0.third.groupNumber = $1 }, { $0.third.groupNumber.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .identifies, matter: .clerical, saidBy: .office,
        "Group number under the third plan, where its card has one.")
    /// `thirdInsurance.planName`: 2330B NM103.
    public static let thirdPlanName = Field(
        "thirdInsurance.planName", "Third plan", name: .asLabeled, element: "2330B NM103",
        in: OtherInsurance.self, { $0.third.name = $1 }, { $0.third.name.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Name of the third plan.")
    /// `thirdInsurance.payerID`: 2330B NM109.
    public static let thirdPayerIdentifier = Field(
        "thirdInsurance.payerID", "Payer ID", name: .asLabeled, element: "2330B NM109", in: OtherInsurance.self,
        { $0.third.payerIdentifier = $1 }, { $0.third.payerIdentifier.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .none, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "Electronic ID of the third payer.")
    /// `thirdInsurance.filingIndicator`: 2320 SBR09.
    public static let thirdFilingIndicator = Field(
        "thirdInsurance.filingIndicator", "Filing indicator", name: .asLabeled, element: "2320 SBR09",
        in: OtherInsurance.self, { $0.third.filingIndicator = $1 }, { $0.third.filingIndicator.typed },
        keyed: .claim, asked: .withThirdPlan, lookUp: .choices, onCopy: .kept, forLaterPayer: .given,
        identity: .none, matter: .clerical, saidBy: .office,
        "The kind of the third plan.")
}

extension FieldGroup {
    /// Its name is keyed with the other insurance.
    package static let thirdPlan = FieldGroup(
        "Third plan", isPersonal: true,
        [
            [.thirdInsuredLastName, .thirdInsuredFirstName],
            [.thirdPolicyNumber, .thirdGroupNumber],
            [.thirdPayerIdentifier, .thirdFilingIndicator],
            [.thirdRelationship],
        ])
}
