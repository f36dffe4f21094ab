extension Field {
    /// `line.from`: box 24A, 2400 DTP*472 03.
    public static let lineFrom = Field(
        "line.from", "From", name: .asLabeled, box: "24A", element: "2400 DTP*472 03", in: ServiceLine.self,
        { $0.from = $1 }, { $0.from.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The date of service: MMDDYYYY, M/D/YY, t for today, t-1 for yesterday.")
    /// `line.to`: box 24A, 2400 DTP*472 03.
    public static let lineTo = Field(
        "line.to", "To", name: .asLabeled, box: "24A", element: "2400 DTP*472 03", in: ServiceLine.self, { $0.to = $1 },
        { $0.to.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The last date; blank if the service took one day.")
    /// `line.placeOfService`: box 24B, 2400 SV105.
    public static let linePlaceOfService = Field(
        "line.placeOfService", "POS", name: .asLabeled, box: "24B", element: "2400 SV105", in: ServiceLine.self,
        { $0.placeOfService = $1 }, { $0.placeOfService.typed },
        keyed: .procedure, asked: .always, lookUp: .placesOfService, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .coding, saidBy: .office,
        "Only if it differs from the claim's place of service.")
    /// `line.procedure`: box 24D, 2400 SV101-2.
    public static let lineProcedure = Field(
        "line.procedure", "Code", name: .asLabeled, box: "24D", element: "2400 SV101-2", in: ServiceLine.self,
        { $0.procedure = $1 }, { $0.procedure.typed },
        keyed: .procedure, asked: .always, lookUp: .procedures, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "CPT or HCPCS Level II. F2 searches by words.")
    /// `line.modifier1`: box 24D, 2400 SV101-3.
    public static let lineModifier1 = Field(
        "line.modifier1", "M1", name: .asLabeled, box: "24D", element: "2400 SV101-3", in: ServiceLine.self,
        { $0.modifier1 = $1 }, { $0.modifier1.typed },
        keyed: .procedure, asked: .always, lookUp: .modifiers, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "Two characters. Modifiers that affect payment go first.")
    /// `line.modifier2`: box 24D, 2400 SV101-4.
    public static let lineModifier2 = Field(
        "line.modifier2", "M2", name: .asLabeled, box: "24D", element: "2400 SV101-4", in: ServiceLine.self,
        { $0.modifier2 = $1 }, { $0.modifier2.typed },
        keyed: .procedure, asked: .always, lookUp: .modifiers, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "Two characters.")
    /// `line.modifier3`: box 24D, 2400 SV101-5.
    public static let lineModifier3 = Field(
        "line.modifier3", "M3", name: .asLabeled, box: "24D", element: "2400 SV101-5", in: ServiceLine.self,
        { $0.modifier3 = $1 }, { $0.modifier3.typed },
        keyed: .procedure, asked: .always, lookUp: .modifiers, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "Two characters.")
    /// `line.modifier4`: box 24D, 2400 SV101-6.
    public static let lineModifier4 = Field(
        "line.modifier4", "M4", name: .asLabeled, box: "24D", element: "2400 SV101-6", in: ServiceLine.self,
        { $0.modifier4 = $1 }, { $0.modifier4.typed },
        keyed: .procedure, asked: .always, lookUp: .modifiers, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "Two characters.")
    /// `line.pointers`: box 24E, 2400 SV107.
    public static let linePointers = Field(
        "line.pointers", "Ptr", name: .asLabeled, box: "24E", element: "2400 SV107", in: ServiceLine.self,
        { $0.pointers = $1 }, { $0.pointers.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .coding, saidBy: .office,
        "The letters of the diagnoses that this line treats, the main one first, four at most.")
    /// `line.charge`: box 24F, 2400 SV102.
    public static let lineCharge = Field(
        "line.charge", "Charge", name: .asLabeled, box: "24F", element: "2400 SV102", in: ServiceLine.self,
        { $0.charge = $1 }, { $0.charge.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "For the whole line. 210 means $210.00.")
    /// `line.units`: box 24G, 2400 SV104.
    public static let lineUnits = Field(
        "line.units", "Units", name: .asLabeled, box: "24G", element: "2400 SV104", in: ServiceLine.self,
        { $0.units = $1 }, { $0.units.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "How many times, or how many units of the code.")
    /// `line.route`: on neither form.
    public static let lineRoute = Field(
        "line.route", "Route", name: .asLabeled, in: ServiceLine.self, { $0.route = $1 }, { $0.route.typed },
        keyed: .procedure, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "How the drug was given: IVI infusion, IVP push, IM, SC, IN, PO, SL.")
    /// `line.start`: on neither form.
    public static let lineStart = Field(
        "line.start", "Start", name: .asLabeled, in: ServiceLine.self, { $0.start = $1 }, { $0.start.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "When the infusion began: 1000, 10:00 or 10a.")
    /// `line.stop`: on neither form.
    public static let lineStop = Field(
        "line.stop", "Stop", name: .asLabeled, in: ServiceLine.self, { $0.stop = $1 }, { $0.stop.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "When the infusion ended.")
    /// `line.minutes`: on neither form.
    public static let lineChartMinutes = Field(
        "line.minutes", "Chart min", name: .asLabeled, in: ServiceLine.self, { $0.chartMinutes = $1 },
        { $0.chartMinutes.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "Infusion minutes from the chart, if it has no start and stop times.")
    /// `line.continuousPresence`: on neither form.
    public static let lineContinuousPresence = Field(
        "line.continuousPresence", "Attended", name: .asLabeled, in: ServiceLine.self, { $0.continuousPresence = $1 },
        { $0.continuousPresence.typed },
        keyed: .procedure, asked: .always, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clinical, saidBy: .office,
        "Y if the chart says that the professional stayed with the patient for the whole push.")
    /// `line.renderingNPI`: box 24J, 2420A NM109.
    public static let lineRenderingNPI = Field(
        "line.renderingNPI", "Line NPI", name: .asLabeled, box: "24J", element: "2420A NM109", in: ServiceLine.self,
        { $0.renderingNPI = $1 }, { $0.renderingNPI.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Only if somebody other than the claim's rendering provider rendered this service.")
    /// `line.renderingLastName`: 2420A NM103.
    public static let lineRenderingLastName = Field(
        "line.renderingLastName", "Line last name", name: .asLabeled, element: "2420A NM103", in: ServiceLine.self,
        { $0.renderingLastName = $1 }, { $0.renderingLastName.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Last name that goes with the line NPI; the 837P needs it.")
    /// `line.renderingFirstName`: 2420A NM104.
    public static let lineRenderingFirstName = Field(
        "line.renderingFirstName", "First name", name: .asLabeled, element: "2420A NM104", in: ServiceLine.self,
        { $0.renderingFirstName = $1 }, { $0.renderingFirstName.typed },
        keyed: .procedure, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "First name that goes with the line NPI.")
    /// `line.description`: 2400 SV101-7.
    public static let lineDescription = Field(
        "line.description", "Description", name: .asLabeled, element: "2400 SV101-7", in: ServiceLine.self,
        { $0.description = $1 }, { $0.description.typed },
        keyed: .procedure, asked: .always, lookUp: .texts, onCopy: .kept, forLaterPayer: .kept, identity: .freeText,
        matter: .clerical, saidBy: .office,
        "What was done under an unlisted code, in plain words.")

    /// `line.emergency`: box 24C, 2400 SV109.
    public static let lineEmergency = Field(
        "line.emergency", "EMG", name: .called("Emergency"), box: "24C", element: "2400 SV109", in: ServiceLine.self,
        { $0.emergency = $1 }, { $0.emergency.typed },
        keyed: .procedure, asked: .seldom, lookUp: .choices, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if the service was an emergency, where the payer asks.")
    /// `line.epsdt`: box 24H, 2400 SV111.
    public static let lineScreeningReferral = Field(
        "line.epsdt", "EPSDT", name: .asLabeled, box: "24H", element: "2400 SV111", in: ServiceLine.self,
        { $0.screeningReferral = $1 }, { $0.screeningReferral.typed },
        keyed: .procedure, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if the service follows from a Medicaid child screening (EPSDT).")
    /// `line.familyPlanning`: box 24H, 2400 SV112.
    public static let lineFamilyPlanning = Field(
        "line.familyPlanning", "Family planning", name: .asLabeled, box: "24H", element: "2400 SV112",
        in: ServiceLine.self, { $0.familyPlanning = $1 }, { $0.familyPlanning.typed },
        keyed: .procedure, asked: .seldom, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y if the service is family planning, where Medicaid asks.")
    /// `line.orderingNPI`: 2420E NM109.
    public static let lineOrderingNPI = Field(
        "line.orderingNPI", "Ordered by NPI", name: .asLabeled, element: "2420E NM109", in: ServiceLine.self,
        { $0.orderingNPI = $1 }, { $0.orderingNPI.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Only if the lines were ordered by different providers.")
    /// `line.orderingLastName`: 2420E NM103.
    public static let lineOrderingLastName = Field(
        "line.orderingLastName", "Ordering last name", name: .asLabeled, element: "2420E NM103", in: ServiceLine.self,
        { $0.orderingLastName = $1 }, { $0.orderingLastName.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Last name of the provider who ordered this line.")
    /// `line.orderingFirstName`: 2420E NM104.
    public static let lineOrderingFirstName = Field(
        "line.orderingFirstName", "First name", name: .called("Ordering first name"), element: "2420E NM104",
        in: ServiceLine.self, { $0.orderingFirstName = $1 }, { $0.orderingFirstName.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "First name of the provider who ordered this line.")
    /// `line.referringNPI`: 2420F NM109.
    public static let lineReferringNPI = Field(
        "line.referringNPI", "Referred by NPI", name: .asLabeled, element: "2420F NM109", in: ServiceLine.self,
        { $0.referringNPI = $1 }, { $0.referringNPI.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Only if another provider than the claim's referred for this line.")
    /// `line.referringLastName`: 2420F NM103.
    public static let lineReferringLastName = Field(
        "line.referringLastName", "Referring last name", name: .asLabeled, element: "2420F NM103", in: ServiceLine.self,
        { $0.referringLastName = $1 }, { $0.referringLastName.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "Last name of the provider who referred for this line.")
    /// `line.referringFirstName`: 2420F NM104.
    public static let lineReferringFirstName = Field(
        "line.referringFirstName", "First name", name: .called("Line referring first name"), element: "2420F NM104",
        in: ServiceLine.self, { $0.referringFirstName = $1 }, { $0.referringFirstName.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "First name of the provider who referred for this line.")
    /// `line.controlNumber`: 2400 REF*6R 02.
    public static let lineControlNumber = Field(
        "line.controlNumber", "Line control no.", name: .asLabeled, element: "2400 REF*6R 02", in: ServiceLine.self,
        { $0.controlNumber = $1 }, { $0.controlNumber.typed },
        keyed: .nowhere, asked: .always, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The sender's own number of the line; the remittance returns it.")
    /// `line.cliaNumber`: 2400 REF*X4 02.
    public static let lineCLIANumber = Field(
        "line.cliaNumber", "Line CLIA no.", name: .asLabeled, element: "2400 REF*X4 02", in: ServiceLine.self,
        { $0.cliaNumber = $1 }, { $0.cliaNumber.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Only if another certificate than the claim's is this test's.")
    /// `line.purchasedCharge`: 2400 PS102.
    public static let linePurchasedCharge = Field(
        "line.purchasedCharge", "Bought for", name: .asLabeled, element: "2400 PS102", in: ServiceLine.self,
        { $0.purchasedCharge = $1 }, { $0.purchasedCharge.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "What the outside laboratory charged for this test, where several were bought.")
    /// `line.purchasedNPI`: 2420B NM109.
    public static let linePurchasedNPI = Field(
        "line.purchasedNPI", "Bought from NPI", name: .asLabeled, element: "2420B NM109", in: ServiceLine.self,
        { $0.purchasedNPI = $1 }, { $0.purchasedNPI.typed },
        keyed: .procedure, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "NPI of the laboratory that did this test.")
}

extension Field {
    /// The four of a service line, in their order.
    package static let lineModifiers: [Field] = [.lineModifier1, .lineModifier2, .lineModifier3, .lineModifier4]
}

extension FieldGroup {
    package static let serviceLine = FieldGroup(
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
            [.lineUnitBasis, .lineEmergency, .lineScreeningReferral, .lineFamilyPlanning, .lineCLIANumber],
            [.lineOrderingNPI, .lineOrderingLastName, .lineOrderingFirstName],
            [.lineReferringNPI, .lineReferringLastName, .lineReferringFirstName],
            [.linePurchasedCharge, .linePurchasedNPI],
            [.linePrimaryPaid, .linePrimaryAdjusted],
            [.linePrimaryLiability, .linePrimaryProcedure, .linePrimaryUnits],
            [.lineSecondaryPaid, .lineSecondaryAdjusted],
            [.lineSecondaryLiability, .lineSecondaryProcedure, .lineSecondaryUnits],
        ])
}
