/// What the secondary payer decided, on a claim to the tertiary payer.
extension Field {
    /// `secondaryAdjudication.date`: 2330B DTP*573 03.
    public static let secondaryAdjudicationDate = Field(
        "secondaryAdjudication.date", "Secondary EOB date", name: .asLabeled, element: "2330B DTP*573 03",
        in: EarlierDecisions.self, { $0.secondary.date = $1 }, { $0.secondary.date.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .secondary,
        "The date of the secondary payer's EOB or remittance.")
    /// `secondaryAdjudication.paid`: 2320 AMT*D 02.
    public static let secondaryAdjudicationPaid = Field(
        "secondaryAdjudication.paid", "Secondary paid", name: .asLabeled, element: "2320 AMT*D 02",
        in: EarlierDecisions.self, { $0.secondary.paid = $1 }, { $0.secondary.paid.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .secondary,
        "What the secondary payer paid on this claim; 0 if it paid nothing.")
    /// `secondaryAdjudication.adjustments`: 2320 CAS.
    public static let secondaryAdjudicationAdjustments = Field(
        "secondaryAdjudication.adjustments", "Claim adjustments", name: .called("Secondary claim adjustments"),
        element: "2320 CAS",
        in: EarlierDecisions.self, { $0.secondary.adjustments = $1 }, { $0.secondary.adjustments.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .secondary,
        "What the secondary adjusted on the whole claim: OA-23 50.00. Line adjustments go on the line.")
    /// `secondaryAdjudication.patientLiability`: 2320 AMT*EAF 02.
    public static let secondaryAdjudicationLiability = Field(
        "secondaryAdjudication.patientLiability", "Patient responsibility",
        name: .called("Patient responsibility after the secondary"), element: "2320 AMT*EAF 02",
        in: EarlierDecisions.self, { $0.secondary.patientLiability = $1 }, { $0.secondary.patientLiability.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .secondary,
        "If the secondary adjudicated the whole claim: what remains for the patient or the next payer.")
    /// `secondaryAdjudication.controlNumber`: 2330B REF*F8 02.
    public static let secondaryAdjudicationControlNumber = Field(
        "secondaryAdjudication.controlNumber", "Secondary's claim no.", name: .asLabeled, element: "2330B REF*F8 02",
        in: EarlierDecisions.self, { $0.secondary.controlNumber = $1 }, { $0.secondary.controlNumber.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .secondary,
        "The secondary's own number for the claim (ICN or DCN on its remittance).")
    /// `secondaryAdjudication.payment`: on neither form.
    public static let secondaryAdjudicationPayment = Field(
        "secondaryAdjudication.payment", "Check or EFT no.", name: .called("Secondary check or EFT no."),
        in: EarlierDecisions.self, { $0.secondary.payment = $1 },
        { $0.secondary.payment.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .secondary,
        "The secondary's check or EFT number, to find its remittance.")
    /// `secondaryAdjudication.forwarded`: on neither form.
    public static let secondaryAdjudicationForwarded = Field(
        "secondaryAdjudication.forwarded", "Crossed over", name: .called("Crossed over by the secondary"),
        in: EarlierDecisions.self, { $0.secondary.forwarded = $1 },
        { $0.secondary.forwarded.typed },
        keyed: .claim, asked: .ofTertiaryPayer, lookUp: .choices, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .secondary,
        "Y if the remittance says that the secondary crossed the claim over to the next payer (MA18, N89, MA07).")
}

extension FieldGroup {
    package static let secondaryAdjudication = FieldGroup(
        "Secondary EOB (tertiary claims)", isPersonal: true,
        [
            [.secondaryAdjudicationDate, .secondaryAdjudicationPaid],
            [.secondaryAdjudicationControlNumber, .secondaryAdjudicationPayment],
            [.secondaryAdjudicationAdjustments],
            [.secondaryAdjudicationLiability, .secondaryAdjudicationForwarded],
        ])
}
