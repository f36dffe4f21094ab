/// One service line; a drug line is a service line whose further fields are used.
public typealias ServiceLine = Boxed<ServiceLineEntries>

/// What is keyed of it.
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
    public var emergency = Entry<YesNo>()
    public var screeningReferral = Entry<YesNo>()
    public var familyPlanning = Entry<YesNo>()
    public var orderingNPI = Entry<NPI>()
    public var orderingLastName = Entry<PersonName>()
    public var orderingFirstName = Entry<PersonName>()
    public var referringNPI = Entry<NPI>()
    public var referringLastName = Entry<PersonName>()
    public var referringFirstName = Entry<PersonName>()
    /// The sender's own number of the line, which the remittance returns.
    public var controlNumber = Entry<ControlNumber>()
    public var cliaNumber = Entry<CLIANumber>()
    /// What an outside laboratory charged for the test, and its NPI.
    public var purchasedCharge = Entry<Money>()
    public var purchasedNPI = Entry<NPI>()

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
