/// One service line; a drug line is a service line whose further fields are used.
public typealias ServiceLine = Boxed<ServiceLineEntries>

/// What is keyed of it.
public struct ServiceLineEntries: RowPart {
    public static let blank = ServiceLine(ServiceLineEntries())
    static let part = Part.line
    static var rows: WritableKeyPath<DraftContents, [ServiceLine]> { \.lines }

    /// The first day of the service.
    public var from = Entry<Day>()
    /// The last day; blank if the service took one day.
    public var to = Entry<Day>()
    /// Only if it differs from the claim's place of service.
    public var placeOfService = Entry<PlaceOfService>()
    /// A CPT or HCPCS Level II code, such as `J3490`.
    public var procedure = Entry<ProcedureCode>()
    /// Two characters; first the one that affects payment.
    public var modifier1 = Entry<Modifier>()
    /// Two characters, such as `25`; blank where there is no second one.
    public var modifier2 = Entry<Modifier>()
    /// Two characters; blank where there is no third one.
    public var modifier3 = Entry<Modifier>()
    /// Two characters; the 837P takes no fifth one.
    public var modifier4 = Entry<Modifier>()
    /// The letters of the diagnoses that this line treats, the main one first, four at most.
    public var pointers = Entry<Pointers>()
    /// In dollars, for the whole line, whatever the units: `210` is $210.00.
    public var charge = Entry<Money>()
    /// How many times the service was given, or how many units of the code: `1`, `2.5`.
    public var units = Entry<Units>()
    /// How the drug was given: IVI infusion, IVP push, IM, SC, IN, PO, SL.
    public var route = Entry<Route>()
    /// When the infusion began: 1000, 10:00 or 10a.
    public var start = Entry<ClockTime>()
    /// When the infusion ended, the same day.
    public var stop = Entry<ClockTime>()
    /// Minutes seen in the chart, if the start and stop times are not at hand.
    public var chartMinutes = Entry<Minutes>()
    /// Y if the chart says that the professional stayed with the patient for the whole push.
    public var continuousPresence = Entry<YesNo>()
    /// Only if somebody other than the claim's rendering provider gave this service.
    public var renderingNPI = Entry<NPI>()
    /// Last name that goes with the line NPI; the 837P needs it.
    public var renderingLastName = Entry<PersonName>()
    /// First name that goes with the line NPI.
    public var renderingFirstName = Entry<PersonName>()
    /// What was done under an unlisted code, in plain words.
    public var description = Entry<Narrative>()
    /// Whether the service was an emergency (SV109).
    public var emergency = Entry<YesNo>()
    /// Whether it came of an EPSDT screening (SV111).
    public var screeningReferral = Entry<YesNo>()
    /// Whether it was family planning (SV112).
    public var familyPlanning = Entry<YesNo>()
    /// Of the ordering provider (2420E).
    public var orderingNPI = Entry<NPI>()
    /// Of the ordering provider (2420E).
    public var orderingLastName = Entry<PersonName>()
    /// Of the ordering provider (2420E).
    public var orderingFirstName = Entry<PersonName>()
    /// Of the referring provider (2420F).
    public var referringNPI = Entry<NPI>()
    /// Of the referring provider (2420F).
    public var referringLastName = Entry<PersonName>()
    /// Of the referring provider (2420F).
    public var referringFirstName = Entry<PersonName>()
    /// The sender's own number of the line, which the remittance returns.
    public var controlNumber = Entry<ControlNumber>()
    /// The laboratory's CLIA certificate (2400 REF*X4).
    public var cliaNumber = Entry<CLIANumber>()
    /// What an outside laboratory charged for the test, and its NPI.
    public var purchasedCharge = Entry<Money>()
    /// Of the provider from whom the test was purchased (2420B).
    public var purchasedNPI = Entry<NPI>()

    /// The number of the line that administers this drug; route and times are that line's.
    public var administrationLine = Entry<LineNumber>()
    /// The drug by its name, as on the label: KETAMINE HCL for an unlisted code such as J3490.
    public var drugName = Entry<ShortText>()
    /// The total dose billed on this line, in mg.
    public var dose = Entry<Dose>()
    /// Name, strength and dose: KETAMINE HCL 50MG/ML 35MG IV.
    public var narrative = Entry<Narrative>()
    /// The invoice cost of a compounded drug, in dollars.
    public var invoice = Entry<Money>()

    /// As on the label, with dashes; billed as eleven digits.
    public var ndc = Entry<NDC>()
    /// ML for a solution, UN for a vial of powder, GR, ME, F2.
    public var ndcUnit = Entry<NDCUnit>()
    /// The amount given, in that unit: dose divided by strength.
    public var ndcQuantity = Entry<Quantity>()
    /// The lot number on the vial, for the practice's own record.
    public var lot = Entry<ShortText>()

    /// UN units, MJ anesthesia minutes.
    public var unitBasis = Entry<UnitBasis>()
    /// N4 is the only one in use.
    public var ndcQualifier = Entry<ShortText>()
    /// On a UB-04 only.
    public var revenueCode = Entry<RevenueCode>()
    /// What the primary decided on this line.
    public var primary = LineDecision()
    /// What the secondary decided on this line.
    public var secondary = LineDecision()

    /// What a file says of the line that no field holds.
    public var carried: [CarriedSegment] = []
}

extension ServiceLine {
    /// The modifiers in their order, blank ones left out.
    public var modifiers: [Modifier] {
        [self.modifier1.value, self.modifier2.value, self.modifier3.value, self.modifier4.value].compactMap { $0 }
    }

    /// Minutes from start to stop, or those read from the chart; `nil` where neither is known or stop is not later.
    public var minutes: Int? {
        if let start = self.start.value, let stop = self.stop.value {
            return stop.minutes > start.minutes ? stop.minutes - start.minutes : nil
        }
        return self.chartMinutes.value?.number
    }
}
