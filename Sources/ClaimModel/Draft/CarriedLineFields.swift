/// What other formats and payers say of a service line.
extension Field {
    /// `line.unitBasis`: 2400 SV103.
    public static let lineUnitBasis = Field(
        "line.unitBasis", "Unit basis", name: .asLabeled, element: "2400 SV103", in: ServiceLine.self,
        { $0.unitBasis = $1 }, { $0.unitBasis.typed },
        keyed: .procedure, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "UN units, MJ anesthesia minutes. Blank means UN.")
    /// `line.ndcQualifier`: box 24A shaded, 2410 LIN02.
    public static let lineNDCQualifier = Field(
        "line.ndcQualifier", "NDC qualifier", name: .asLabeled, box: "24A shaded", element: "2410 LIN02",
        in: ServiceLine.self, { $0.ndcQualifier = $1 }, { $0.ndcQualifier.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "N4 is the only one in use.")
    /// `line.revenueCode`: 837I SV201.
    public static let lineRevenueCode = Field(
        "line.revenueCode", "Revenue code", name: .asLabeled, element: "837I SV201", in: ServiceLine.self,
        { $0.revenueCode = $1 }, { $0.revenueCode.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "On a UB-04 only.")
}

extension FieldGroup {
    /// What only files bring in.
    static let carried = FieldGroup(
        "Carried along",
        [[.lineNDCQualifier, .lineRevenueCode, .lineControlNumber]])
}
