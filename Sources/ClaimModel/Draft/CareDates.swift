/// When things happened that only some claims are asked for.
public typealias CareDates = Boxed<CareDatesEntries>

/// What is keyed of it.
public struct CareDatesEntries: SinglePart {
    public static let blank = CareDates(CareDatesEntries())
    static var place: WritableKeyPath<DraftContents, CareDates> { \.careDates }

    /// Its first day (DTP*484).
    public var lastMenstrualPeriod = Entry<Day>()
    /// The first day of treatment (DTP*454).
    public var initialTreatment = Entry<Day>()
    /// The first day that the patient was unable to work (DTP*360).
    public var disabledFrom = Entry<Day>()
    /// The last day that the patient was unable to work (DTP*361).
    public var disabledTo = Entry<Day>()
    /// The day of admission (DTP*435).
    public var admitted = Entry<Day>()
    /// The day of discharge (DTP*096).
    public var discharged = Entry<Day>()
}

extension Field {
    /// `dates.lastMenstrualPeriod`: box 14, 2300 DTP*484 03.
    public static let lastMenstrualPeriod = Field(
        "dates.lastMenstrualPeriod", "Last menstrual period", name: .asLabeled, box: "14", element: "2300 DTP*484 03",
        in: CareDates.self, { $0.lastMenstrualPeriod = $1 }, { $0.lastMenstrualPeriod.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "First day of the last menstrual period, on pregnancy claims.")
    /// `dates.initialTreatment`: box 15, 2300 DTP*454 03.
    public static let initialTreatmentDate = Field(
        "dates.initialTreatment", "Initial treatment", name: .asLabeled, box: "15", element: "2300 DTP*454 03",
        in: CareDates.self, { $0.initialTreatment = $1 }, { $0.initialTreatment.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "First day of treatment for this condition, as for spinal manipulation.")
    /// `dates.disabledFrom`: box 16, 2300 DTP*360 03.
    public static let disabledFrom = Field(
        "dates.disabledFrom", "Unable to work from", name: .asLabeled, box: "16", element: "2300 DTP*360 03",
        in: CareDates.self, { $0.disabledFrom = $1 }, { $0.disabledFrom.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "First day that the patient was unable to work.")
    /// `dates.disabledTo`: box 16, 2300 DTP*361 03.
    public static let disabledTo = Field(
        "dates.disabledTo", "Through", name: .called("Last day unable to work"), box: "16", element: "2300 DTP*361 03",
        in: CareDates.self, { $0.disabledTo = $1 }, { $0.disabledTo.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Last day that the patient was unable to work.")
    /// `dates.admitted`: box 18, 2300 DTP*435 03.
    public static let admissionDate = Field(
        "dates.admitted", "Admitted", name: .called("Admission date"), box: "18", element: "2300 DTP*435 03",
        in: CareDates.self, { $0.admitted = $1 }, { $0.admitted.typed },
        keyed: .claim, asked: .inHospital, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The day of admission, for services to an inpatient.")
    /// `dates.discharged`: box 18, 2300 DTP*096 03.
    public static let dischargeDate = Field(
        "dates.discharged", "Discharged", name: .called("Discharge date"), box: "18", element: "2300 DTP*096 03",
        in: CareDates.self, { $0.discharged = $1 }, { $0.discharged.typed },
        keyed: .claim, asked: .seldom, lookUp: .none, onCopy: .cleared, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The day of discharge; blank while the patient is in the hospital.")
}

extension FieldGroup {
    /// The hospital stay, and dates that few claims need.
    package static let careDates = FieldGroup(
        "Hospital stay and other dates", isPersonal: true,
        [
            [.admissionDate, .dischargeDate],
            [.disabledFrom, .disabledTo],
            [.lastMenstrualPeriod, .initialTreatmentDate],
        ])
}
