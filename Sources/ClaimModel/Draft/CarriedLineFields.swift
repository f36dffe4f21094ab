/// What other formats and payers say of a service line.
extension Field {
    /// `line.unitBasis`: 2400 SV103.
    public static let lineUnitBasis = Field(
        "line.unitBasis", "Unit basis", name: .asLabeled, element: "2400 SV103", in: ServiceLine.self, \.unitBasis,
        { $0.unitBasis.typed },
        keyed: .procedure, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "UN units, MJ anesthesia minutes. Blank means UN.")
    /// `line.ndcQualifier`: box 24A shaded, 2410 LIN02.
    public static let lineNDCQualifier = Field(
        "line.ndcQualifier", "NDC qualifier", name: .asLabeled, box: "24A shaded", element: "2410 LIN02",
        in: ServiceLine.self, \.ndcQualifier, { $0.ndcQualifier.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "N4 is the only one in use.")
    /// `line.revenueCode`: 837I SV201.
    public static let lineRevenueCode = Field(
        "line.revenueCode", "Revenue code", name: .asLabeled, element: "837I SV201", in: ServiceLine.self,
        \.revenueCode, { $0.revenueCode.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "On a UB-04 only.")
    /// `line.primaryPaid`: 2430 SVD02.
    public static let linePrimaryPaid = Field(
        "line.primaryPaid", "Primary paid", name: .asLabeled, element: "2430 SVD02", in: ServiceLine.self,
        \.primaryPaid, { $0.primaryPaid.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "What the primary paid on this line; 0 if it paid nothing.")
    /// `line.primaryAdjusted`: 2430 CAS.
    public static let linePrimaryAdjusted = Field(
        "line.primaryAdjusted", "Adjustments", name: .asLabeled, element: "2430 CAS", in: ServiceLine.self,
        \.primaryAdjusted, { $0.primaryAdjusted.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "What the primary adjusted on this line, as the remittance prints it: CO-45 40.00, PR-2 20.00.")
    /// `line.primaryLiability`: 2430 AMT*EAF 02.
    public static let linePrimaryLiability = Field(
        "line.primaryLiability", "Patient responsibility", name: .asLabeled, element: "2430 AMT*EAF 02",
        in: ServiceLine.self, \.primaryLiability, { $0.primaryLiability.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "What remains of this line for the patient or the next payer.")
    /// `line.primaryProcedure`: 2430 SVD03.
    public static let linePrimaryProcedure = Field(
        "line.primaryProcedure", "Paid as", name: .asLabeled, element: "2430 SVD03", in: ServiceLine.self,
        \.primaryProcedure, { $0.primaryProcedure.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "The code and modifiers that the primary paid, if not those billed: 99212 25.")
    /// `line.primaryUnits`: 2430 SVD05.
    public static let linePrimaryUnits = Field(
        "line.primaryUnits", "Units paid", name: .asLabeled, element: "2430 SVD05", in: ServiceLine.self,
        \.primaryUnits, { $0.primaryUnits.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .cleared, identity: .none,
        matter: .clerical, saidBy: .primary,
        "The units that the primary paid, if not those billed.")
}

extension FieldGroup {
    /// What only files bring in.
    static let carried = FieldGroup(
        "Carried along",
        [[.lineNDCQualifier, .lineRevenueCode, .lineControlNumber]])
}
