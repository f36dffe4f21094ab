/// Drug, NDC and lot of a service line.
extension Field {
    /// `line.administration`: on neither form.
    public static let lineAdministration = Field(
        "line.administration", "Given on line", name: .asLabeled, in: ServiceLine.self, { $0.administrationLine = $1 },
        { $0.administrationLine.typed },
        keyed: .hcpcs, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "The number of the line that administers this drug; route and times are that line's.")
    /// `line.drugName`: 2400 SV101-7.
    public static let lineDrugName = Field(
        "line.drugName", "Drug name", name: .asLabeled, element: "2400 SV101-7", in: ServiceLine.self,
        { $0.drugName = $1 }, { $0.drugName.typed },
        keyed: .hcpcs, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The drug by its name, as on the label: KETAMINE HCL for an unlisted code such as J3490.")
    /// `line.dose`: on neither form.
    public static let lineDose = Field(
        "line.dose", "Dose given", name: .asLabeled, in: ServiceLine.self, { $0.dose = $1 }, { $0.dose.typed },
        keyed: .hcpcs, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "The total dose billed on this line, in mg.")
    /// `line.narrative`: box 24 shaded, 2400 NTE*ADD 02.
    public static let lineNarrative = Field(
        "line.narrative", "Narrative", name: .asLabeled, box: "24 shaded", element: "2400 NTE*ADD 02",
        in: ServiceLine.self, { $0.narrative = $1 }, { $0.narrative.typed },
        keyed: .hcpcs, asked: .always, lookUp: .texts, onCopy: .cleared, forLaterPayer: .kept, identity: .freeText,
        matter: .clerical, saidBy: .office,
        "Name, strength and dose: KETAMINE HCL 50MG/ML 35MG IV.")
    /// `line.invoice`: on neither form.
    public static let lineInvoice = Field(
        "line.invoice", "Invoice", name: .asLabeled, in: ServiceLine.self, { $0.invoice = $1 }, { $0.invoice.typed },
        keyed: .hcpcs, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The invoice cost of a compounded drug.")

    /// `line.ndc`: box 24A shaded, 2410 LIN03.
    public static let lineNDC = Field(
        "line.ndc", "NDC", name: .asLabeled, box: "24A shaded", element: "2410 LIN03", in: ServiceLine.self,
        { $0.ndc = $1 }, { $0.ndc.typed },
        keyed: .ndc, asked: .always, lookUp: .drugs, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "As on the label, with dashes. The 11-digit form is shown next to it.")
    /// `line.ndcUnit`: box 24 shaded, 2410 CTP05-1.
    public static let lineNDCUnit = Field(
        "line.ndcUnit", "Unit", name: .asLabeled, box: "24 shaded", element: "2410 CTP05-1", in: ServiceLine.self,
        { $0.ndcUnit = $1 }, { $0.ndcUnit.typed },
        keyed: .ndc, asked: .always, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "ML for a solution, UN for a vial of powder, GR, ME, F2.")
    /// `line.ndcQuantity`: box 24 shaded, 2410 CTP04.
    public static let lineNDCQuantity = Field(
        "line.ndcQuantity", "Quantity", name: .asLabeled, box: "24 shaded", element: "2410 CTP04",
        in: ServiceLine.self, { $0.ndcQuantity = $1 }, { $0.ndcQuantity.typed },
        keyed: .ndc, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The amount given, in that unit: dose divided by strength.")
    /// `line.lot`: on neither form.
    public static let lineLot = Field(
        "line.lot", "Lot", name: .asLabeled, in: ServiceLine.self, { $0.lot = $1 }, { $0.lot.typed },
        keyed: .ndc, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The lot number on the vial, for the practice's own record.")
}

extension FieldGroup {
    /// What a drug line has in addition to the fields of every line.
    package static let drug = FieldGroup(
        "Drug",
        [[.lineDrugName, .lineDose], [.lineAdministration, .lineInvoice], [.lineNarrative]])

    /// The drug identification of a drug line.
    package static let ndc = FieldGroup(
        "Drug identification",
        [[.lineNDC, .lineNDCUnit, .lineNDCQuantity, .lineLot]])
}
