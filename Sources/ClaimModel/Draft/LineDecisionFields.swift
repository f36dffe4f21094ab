/// What the primary decided on a service line.
extension Field {
    /// `line.primaryPaid`: 2430 SVD02.
    public static let linePrimaryPaid = Field(
        "line.primaryPaid", "Primary paid", name: .asLabeled, element: "2430 SVD02", in: ServiceLine.self,
        { $0.primary.paid = $1 }, { $0.primary.paid.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "What the primary paid on this line; 0 if it paid nothing.")
    /// `line.primaryAdjusted`: 2430 CAS.
    public static let linePrimaryAdjusted = Field(
        "line.primaryAdjusted", "Adjustments", name: .asLabeled, element: "2430 CAS", in: ServiceLine.self,
        { $0.primary.adjusted = $1 }, { $0.primary.adjusted.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "What the primary adjusted on this line, as the remittance prints it: CO-45 40.00, PR-2 20.00.")
    /// `line.primaryLiability`: 2430 AMT*EAF 02.
    public static let linePrimaryLiability = Field(
        "line.primaryLiability", "Patient responsibility", name: .asLabeled, element: "2430 AMT*EAF 02",
        in: ServiceLine.self, { $0.primary.liability = $1 }, { $0.primary.liability.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "What remains of this line for the patient or the next payer.")
    /// `line.primaryProcedure`: 2430 SVD03.
    public static let linePrimaryProcedure = Field(
        "line.primaryProcedure", "Paid as", name: .asLabeled, element: "2430 SVD03", in: ServiceLine.self,
        { $0.primary.procedure = $1 }, { $0.primary.procedure.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "The code and modifiers that the primary paid, if not those billed: 99212 25.")
    /// `line.primaryUnits`: 2430 SVD05.
    public static let linePrimaryUnits = Field(
        "line.primaryUnits", "Units paid", name: .asLabeled, element: "2430 SVD05", in: ServiceLine.self,
        { $0.primary.units = $1 }, { $0.primary.units.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "The units that the primary paid, if not those billed.")
}

/// What the secondary decided on a service line, on a claim to the tertiary payer.
extension Field {
    /// `line.secondaryPaid`: 2430 SVD02.
    public static let lineSecondaryPaid = Field(
        "line.secondaryPaid", "Secondary paid", name: .asLabeled, element: "2430 SVD02", in: ServiceLine.self,
        { $0.secondary.paid = $1 }, { $0.secondary.paid.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .secondary,
        "What the secondary paid on this line; 0 if it paid nothing.")
    /// `line.secondaryAdjusted`: 2430 CAS.
    public static let lineSecondaryAdjusted = Field(
        "line.secondaryAdjusted", "Adjustments", name: .called("Secondary adjustments"), element: "2430 CAS",
        in: ServiceLine.self,
        { $0.secondary.adjusted = $1 }, { $0.secondary.adjusted.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .secondary,
        "What the secondary adjusted on this line, as the remittance prints it: CO-45 40.00, PR-2 20.00.")
    /// `line.secondaryLiability`: 2430 AMT*EAF 02.
    public static let lineSecondaryLiability = Field(
        "line.secondaryLiability", "Patient responsibility",
        name: .called("Patient responsibility after the secondary"), element: "2430 AMT*EAF 02",
        in: ServiceLine.self, { $0.secondary.liability = $1 }, { $0.secondary.liability.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .secondary,
        "What remains of this line for the patient or the next payer.")
    /// `line.secondaryProcedure`: 2430 SVD03.
    public static let lineSecondaryProcedure = Field(
        "line.secondaryProcedure", "Paid as", name: .called("Secondary paid as"), element: "2430 SVD03",
        in: ServiceLine.self,
        { $0.secondary.procedure = $1 }, { $0.secondary.procedure.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .secondary,
        "The code and modifiers that the secondary paid, if not those billed: 99212 25.")
    /// `line.secondaryUnits`: 2430 SVD05.
    public static let lineSecondaryUnits = Field(
        "line.secondaryUnits", "Units paid", name: .called("Units that the secondary paid"), element: "2430 SVD05",
        in: ServiceLine.self,
        { $0.secondary.units = $1 }, { $0.secondary.units.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .secondary,
        "The units that the secondary paid, if not those billed.")
}
