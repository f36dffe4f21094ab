/// What the payers before this one decided, on a claim to a later payer.
public typealias EarlierDecisions = Boxed<EarlierDecisionEntries>

/// What is keyed of it.
public struct EarlierDecisionEntries: SinglePart {
    public static let blank = EarlierDecisions(EarlierDecisionEntries())
    static var place: WritableKeyPath<DraftContents, EarlierDecisions> { \.adjudication }

    /// The primary's, on a claim to the secondary or tertiary payer.
    public var primary = PayerDecision()
    /// The secondary's, on a claim to the tertiary payer.
    public var secondary = PayerDecision()
}

/// What a payer decided on a claim as a whole.
public struct PayerDecision: Equatable, Sendable {
    /// The date of the payer's EOB or remittance.
    public var date = Entry<Day>()
    /// What the payer paid on this claim, in dollars; 0 if it paid nothing.
    public var paid = Entry<Money>()
    /// Those of the claim as a whole; most are on the lines.
    public var adjustments = Entry<Adjustments>()
    /// If the payer adjudicated the whole claim: what remains for the patient or the next payer.
    public var patientLiability = Entry<Money>()
    /// The payer's own number for the claim (ICN or DCN on its remittance).
    public var controlNumber = Entry<ClaimControlNumber>()
    /// The number of the payer's payment; it leads back to the remittance.
    public var payment = Entry<ShortText>()
    /// Y if the remittance says that the payer forwarded the claim to the next payer (MA18, N89, MA07).
    public var forwarded = Entry<YesNo>()
}

/// What a payer decided on one service line.
public struct LineDecision: Equatable, Sendable {
    /// What the payer paid on this line; 0 if it paid nothing.
    public var paid = Entry<Money>()
    /// What the payer adjusted on this line, as the remittance prints it: CO-45 40.00, PR-2 20.00.
    public var adjusted = Entry<Adjustments>()
    /// What remains of this line for the patient or the next payer.
    public var liability = Entry<Money>()
    /// The code and modifiers that the payer paid, if not those billed: 99212 25.
    public var procedure = Entry<PaidService>()
    /// The units that the payer paid, if not those billed.
    public var units = Entry<Units>()

    /// Whether nothing of it is keyed.
    public var isBlank: Bool {
        paid.isEmpty && adjusted.isEmpty && liability.isEmpty && procedure.isEmpty && units.isEmpty
    }
}

extension Field {
    /// `adjudication.date`: 2330B DTP*573 03.
    public static let adjudicationDate = Field(
        "adjudication.date", "Primary EOB date", name: .asLabeled, element: "2330B DTP*573 03",
        in: EarlierDecisions.self, { $0.primary.date = $1 }, { $0.primary.date.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "The date of the primary payer's EOB or remittance.")
    /// `adjudication.paid`: 2320 AMT*D 02.
    public static let adjudicationPaid = Field(
        "adjudication.paid", "Primary paid", name: .asLabeled, element: "2320 AMT*D 02",
        in: EarlierDecisions.self, { $0.primary.paid = $1 }, { $0.primary.paid.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "What the primary payer paid on this claim; 0 if it paid nothing.")
    /// `adjudication.adjustments`: 2320 CAS.
    public static let adjudicationAdjustments = Field(
        "adjudication.adjustments", "Claim adjustments", name: .asLabeled, element: "2320 CAS",
        in: EarlierDecisions.self, { $0.primary.adjustments = $1 }, { $0.primary.adjustments.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "What the primary adjusted on the whole claim: OA-23 50.00. Line adjustments go on the line.")
    /// `adjudication.patientLiability`: 2320 AMT*EAF 02.
    public static let adjudicationLiability = Field(
        "adjudication.patientLiability", "Patient responsibility", name: .asLabeled, element: "2320 AMT*EAF 02",
        in: EarlierDecisions.self, { $0.primary.patientLiability = $1 }, { $0.primary.patientLiability.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "If the primary adjudicated the whole claim: what remains for the patient or the next payer.")
    /// `adjudication.controlNumber`: 2330B REF*F8 02.
    public static let adjudicationControlNumber = Field(
        "adjudication.controlNumber", "Primary's claim no.", name: .asLabeled, element: "2330B REF*F8 02",
        in: EarlierDecisions.self, { $0.primary.controlNumber = $1 }, { $0.primary.controlNumber.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .primary,
        "The primary's own number for the claim (ICN or DCN on its remittance).")
    /// `adjudication.payment`: on neither form.
    public static let adjudicationPayment = Field(
        "adjudication.payment", "Check or EFT no.", name: .asLabeled, in: EarlierDecisions.self,
        { $0.primary.payment = $1 }, { $0.primary.payment.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .identifies, matter: .clerical, saidBy: .primary,
        "The primary's check or EFT number, to find its remittance.")
    /// `adjudication.forwarded`: on neither form.
    public static let adjudicationForwarded = Field(
        "adjudication.forwarded", "Crossed over", name: .asLabeled, in: EarlierDecisions.self,
        { $0.primary.forwarded = $1 }, { $0.primary.forwarded.typed },
        keyed: .claim, asked: .ofLaterPayer, lookUp: .choices, onCopy: .cleared, forLaterPayer: .cleared,
        identity: .none, matter: .clerical, saidBy: .primary,
        "Y if the remittance says that the primary crossed the claim over to the next payer (MA18, N89, MA07).")
}

extension FieldGroup {
    package static let adjudication = FieldGroup(
        "Primary EOB (secondary and tertiary claims)", isPersonal: true,
        [
            [.adjudicationDate, .adjudicationPaid],
            [.adjudicationControlNumber, .adjudicationPayment],
            [.adjudicationAdjustments],
            [.adjudicationLiability, .adjudicationForwarded],
            [.insuranceType],
        ])
}
