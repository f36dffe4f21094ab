/// One service line; a drug line is a service line whose further fields are used.
public typealias ServiceLine = Boxed<ServiceLineEntries>

public struct ServiceLineEntries: RowPart {
    public static let blank = ServiceLine(ServiceLineEntries())
    static let part = Part.line
    static var rows: WritableKeyPath<DraftContents, [ServiceLine]> { \.lines }

    public var from = Entry<Day>()
    public var to = Entry<Day>()
    public var placeOfService = Entry<PlaceOfService>()
    public var procedure = Entry<ProcedureCode>()
    public var modifier1 = Entry<Modifier>()
    public var modifier2 = Entry<Modifier>()
    public var modifier3 = Entry<Modifier>()
    public var modifier4 = Entry<Modifier>()
    public var pointers = Entry<Pointers>()
    public var charge = Entry<Money>()
    public var units = Entry<Units>()
    public var route = Entry<Route>()
    public var start = Entry<ClockTime>()
    public var stop = Entry<ClockTime>()
    public var chartMinutes = Entry<Minutes>()
    public var continuousPresence = Entry<YesNo>()
    public var renderingNPI = Entry<NPI>()
    public var renderingLastName = Entry<PersonName>()
    public var renderingFirstName = Entry<PersonName>()
    public var description = Entry<Narrative>()

    public var administrationLine = Entry<LineNumber>()
    public var drugName = Entry<ShortText>()
    public var dose = Entry<Dose>()
    public var narrative = Entry<Narrative>()
    public var invoice = Entry<Money>()

    public var ndc = Entry<NDC>()
    public var ndcUnit = Entry<NDCUnit>()
    public var ndcQuantity = Entry<Quantity>()
    public var lot = Entry<ShortText>()

    public var unitBasis = Entry<UnitBasis>()
    public var ndcQualifier = Entry<ShortText>()
    public var revenueCode = Entry<RevenueCode>()
    public var primaryPaid = Entry<Money>()
    public var primaryAdjusted = Entry<Adjustments>()
    public var primaryLiability = Entry<Money>()
    public var primaryProcedure = Entry<PaidService>()
    public var primaryUnits = Entry<Units>()

    /// What a file says of the line that no field holds.
    public var carried: [CarriedSegment] = []
}

extension ServiceLine {
    /// The modifiers in their order, blank ones left out.
    public var modifiers: [Modifier] {
        [self.modifier1.value, self.modifier2.value, self.modifier3.value, self.modifier4.value].compactMap { $0 }
    }

    /// Whether anything of the primary's decision on the line is keyed.
    public var isAdjudicated: Bool {
        !self.primaryPaid.isEmpty || !self.primaryAdjusted.isEmpty || !self.primaryLiability.isEmpty
            || !self.primaryProcedure.isEmpty
            || !self.primaryUnits.isEmpty
    }

    /// Minutes from start to stop, or those read from the chart; `nil` where neither is known or stop is not later.
    public var minutes: Int? {
        if let start = self.start.value, let stop = self.stop.value {
            return stop.minutes > start.minutes ? stop.minutes - start.minutes : nil
        }
        return self.chartMinutes.value?.number
    }
}

extension Field {
    public static let lineFrom = Field(
        "line.from", "From", box: "24A", element: "2400 DTP*472 03", in: ServiceLine.self, \.from,
        "The day of the service: MMDDYYYY, M/D/YY, t for today, t-1 for yesterday.")
    public static let lineTo = Field(
        "line.to", "To", box: "24A", element: "2400 DTP*472 03", in: ServiceLine.self, \.to,
        "The last day; blank where the service took one day.")
    public static let linePlaceOfService = Field(
        "line.placeOfService", "POS", box: "24B", element: "2400 SV105", in: ServiceLine.self, \.placeOfService,
        "Only where it differs from the claim's place of service.")
    public static let lineProcedure = Field(
        "line.procedure", "Code", box: "24D", element: "2400 SV101-2", in: ServiceLine.self, \.procedure,
        "CPT or HCPCS Level II. F2 searches by words.")
    public static let lineModifier1 = Field(
        "line.modifier1", "M1", box: "24D", element: "2400 SV101-3", in: ServiceLine.self, \.modifier1,
        "Two characters; the one that changes the payment first.")
    public static let lineModifier2 = Field(
        "line.modifier2", "M2", box: "24D", element: "2400 SV101-4", in: ServiceLine.self, \.modifier2,
        "Two characters.")
    public static let lineModifier3 = Field(
        "line.modifier3", "M3", box: "24D", element: "2400 SV101-5", in: ServiceLine.self, \.modifier3,
        "Two characters.")
    public static let lineModifier4 = Field(
        "line.modifier4", "M4", box: "24D", element: "2400 SV101-6", in: ServiceLine.self, \.modifier4,
        "Two characters.")
    public static let linePointers = Field(
        "line.pointers", "Ptr", box: "24E", element: "2400 SV107", in: ServiceLine.self, \.pointers,
        "The letters of the diagnoses that this line treats, the main one first, four at most.")
    public static let lineCharge = Field(
        "line.charge", "Charge", box: "24F", element: "2400 SV102", in: ServiceLine.self, \.charge,
        "For the whole line. 210 means $210.00.")
    public static let lineUnits = Field(
        "line.units", "Units", box: "24G", element: "2400 SV104", in: ServiceLine.self, \.units,
        "How often, or how many of the code's units.")
    public static let lineRoute = Field(
        "line.route", "Route", in: ServiceLine.self, \.route,
        "How the drug went in: IVI infusion, IVP push, IM, SC, IN, PO, SL.")
    public static let lineStart = Field(
        "line.start", "Start", in: ServiceLine.self, \.start, "When the infusion began: 1000, 10:00 or 10a.")
    public static let lineStop = Field(
        "line.stop", "Stop", in: ServiceLine.self, \.stop, "When the infusion ended.")
    public static let lineChartMinutes = Field(
        "line.minutes", "Chart min", in: ServiceLine.self, \.chartMinutes,
        "Where start and stop are in the chart but not at hand: the minutes that you saw there.")
    public static let lineContinuousPresence = Field(
        "line.continuousPresence", "Attended", in: ServiceLine.self, \.continuousPresence,
        "Y where the chart says that the professional stayed with the patient for the whole push.")
    public static let lineRenderingNPI = Field(
        "line.renderingNPI", "Line NPI", box: "24J", element: "2420A NM109", in: ServiceLine.self, \.renderingNPI,
        "Only where another person than the claim's rendering provider gave this service.")
    public static let lineRenderingLastName = Field(
        "line.renderingLastName", "Line last name", element: "2420A NM103", in: ServiceLine.self, \.renderingLastName,
        "Of the person whose NPI stands on the line: the 837P names them.")
    public static let lineRenderingFirstName = Field(
        "line.renderingFirstName", "First name", element: "2420A NM104", in: ServiceLine.self, \.renderingFirstName,
        "Of the person whose NPI stands on the line.")
    public static let lineDescription = Field(
        "line.description", "Description", element: "2400 SV101-7", in: ServiceLine.self, \.description,
        "What an unlisted code stands for, in plain words.")

    public static let lineAdministration = Field(
        "line.administration", "Given on line", in: ServiceLine.self, \.administrationLine,
        "The number of the line that administers this drug; route and times are that line's.")
    public static let lineDrugName = Field(
        "line.drugName", "Drug name", element: "2400 SV101-7", in: ServiceLine.self, \.drugName,
        "The drug by its name, as on the label: KETAMINE HCL for an unlisted code such as J3490.")
    public static let lineDose = Field(
        "line.dose", "Dose given", in: ServiceLine.self, \.dose, "The total dose that this line bills, in mg.")
    public static let lineNarrative = Field(
        "line.narrative", "Narrative", box: "24 shaded", element: "2400 NTE*ADD 02", in: ServiceLine.self, \.narrative,
        "Name, strength and dose: KETAMINE HCL 50MG/ML 35MG IV.")
    public static let lineInvoice = Field(
        "line.invoice", "Invoice", in: ServiceLine.self, \.invoice, "What a compounded drug cost, as on its invoice.")

    public static let lineNDC = Field(
        "line.ndc", "NDC", box: "24A shaded", element: "2410 LIN03", in: ServiceLine.self, \.ndc,
        "As on the label, dashes and all. The 11-digit form is shown beside it.")
    public static let lineNDCUnit = Field(
        "line.ndcUnit", "Unit", box: "24 shaded", element: "2410 CTP05-1", in: ServiceLine.self, \.ndcUnit,
        "ML for a solution, UN for a vial of powder, GR, ME, F2.")
    public static let lineNDCQuantity = Field(
        "line.ndcQuantity", "Quantity", box: "24 shaded", element: "2410 CTP04", in: ServiceLine.self, \.ndcQuantity,
        "How much was given, in that unit: dose divided by strength.")
    public static let lineLot = Field(
        "line.lot", "Lot", in: ServiceLine.self, \.lot, "The lot number on the vial, for the practice's own record.")

    public static let lineUnitBasis = Field(
        "line.unitBasis", "Unit basis", element: "2400 SV103", in: ServiceLine.self, \.unitBasis,
        "UN units, MJ anesthesia minutes.")
    public static let lineNDCQualifier = Field(
        "line.ndcQualifier", "NDC qualifier", box: "24A shaded", element: "2410 LIN02", in: ServiceLine.self,
        \.ndcQualifier, "N4 is the only one in use.")
    public static let lineRevenueCode = Field(
        "line.revenueCode", "Revenue code", element: "837I SV201", in: ServiceLine.self, \.revenueCode,
        "Belongs on a UB-04 only.")
    public static let linePrimaryPaid = Field(
        "line.primaryPaid", "Primary paid", element: "2430 SVD02", in: ServiceLine.self, \.primaryPaid,
        "What the primary paid on this line; 0 where it paid nothing.")
    public static let linePrimaryAdjusted = Field(
        "line.primaryAdjusted", "Adjustments", element: "2430 CAS", in: ServiceLine.self, \.primaryAdjusted,
        "What the primary took off this line and why, as the remittance prints it: CO-45 40.00, PR-2 20.00.")
    public static let linePrimaryLiability = Field(
        "line.primaryLiability", "Patient still owes", element: "2430 AMT*EAF 02", in: ServiceLine.self,
        \.primaryLiability, "What is left of this line for the patient or the next payer.")
    public static let linePrimaryProcedure = Field(
        "line.primaryProcedure", "Paid as", element: "2430 SVD03", in: ServiceLine.self, \.primaryProcedure,
        "The code and modifiers that the primary paid, where they are not those billed: 99212 25.")
    public static let linePrimaryUnits = Field(
        "line.primaryUnits", "Units paid", element: "2430 SVD05", in: ServiceLine.self, \.primaryUnits,
        "The units that the primary paid, where they are not those billed.")
}

extension FieldGroup {
    public static let serviceLine = FieldGroup(
        "Service lines",
        [
            [
                .lineFrom, .lineTo, .linePlaceOfService, .lineProcedure, .lineModifier1, .lineModifier2,
                .lineModifier3, .lineModifier4, .linePointers, .lineCharge, .lineUnits,
            ],
            [
                .lineRoute, .lineStart, .lineStop, .lineChartMinutes, .lineContinuousPresence, .lineRenderingNPI,
                .lineDescription,
            ],
            [.lineRenderingLastName, .lineRenderingFirstName],
            [.linePrimaryPaid, .linePrimaryAdjusted],
            [.linePrimaryLiability, .linePrimaryProcedure, .linePrimaryUnits],
        ])

    /// What a drug line has beside the fields of every line.
    public static let drug = FieldGroup(
        "Drug",
        [[.lineDrugName, .lineDose], [.lineAdministration, .lineInvoice], [.lineNarrative]])

    /// The drug identification of a drug line.
    public static let ndc = FieldGroup(
        "Drug identification",
        [[.lineNDC, .lineNDCUnit, .lineNDCQuantity, .lineLot]])

    /// What only files bring in.
    static let carried = FieldGroup(
        "Carried along",
        [[.lineUnitBasis, .lineNDCQualifier, .lineRevenueCode]])
}
