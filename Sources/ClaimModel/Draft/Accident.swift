/// Whether the condition comes from work or an accident, and when it began.
public typealias Accident = Boxed<AccidentEntries>

/// What is keyed of it.
public struct AccidentEntries: SinglePart {
    public static let blank = Accident(AccidentEntries())
    static var place: WritableKeyPath<DraftContents, Accident> { \.accident }

    /// Whether the condition comes from work: box 10a.
    public var employment = Entry<YesNo>()
    /// Whether it comes from an auto accident: box 10b.
    public var auto = Entry<YesNo>()
    /// The state where the auto accident happened, two letters.
    public var autoState = Entry<StateCode>()
    /// Whether it comes from another accident: box 10c.
    public var other = Entry<YesNo>()
    /// The day of the accident.
    public var date = Entry<Day>()
    /// When the present illness began, where the payer asks.
    public var onset = Entry<Day>()
    /// The number that the accident has with a property or casualty insurer.
    public var claimNumber = Entry<ClaimControlNumber>()
}

extension Field {
    /// `accident.employment`: box 10a, 2300 CLM11-1 EM.
    public static let employmentRelated = Field(
        "accident.employment", "Work related", name: .asLabeled, box: "10a", element: "2300 CLM11-1 EM",
        in: Accident.self, { $0.employment = $1 }, { $0.employment.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y or N.")
    /// `accident.auto`: box 10b, 2300 CLM11-1 AA.
    public static let autoAccident = Field(
        "accident.auto", "Auto accident", name: .asLabeled, box: "10b", element: "2300 CLM11-1 AA",
        in: Accident.self, { $0.auto = $1 }, { $0.auto.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y or N.")
    /// `accident.state`: box 10b, 2300 CLM11-4.
    public static let autoAccidentState = Field(
        "accident.state", "State", name: .called("Accident state"), box: "10b", element: "2300 CLM11-4",
        in: Accident.self, { $0.autoState = $1 }, { $0.autoState.typed },
        keyed: .claim, asked: .afterAutoAccident, lookUp: .none, onCopy: .kept, forLaterPayer: .kept,
        identity: .none, matter: .clerical, saidBy: .office,
        "The state where the auto accident happened.")
    /// `accident.other`: box 10c, 2300 CLM11-1 OA.
    public static let otherAccident = Field(
        "accident.other", "Other accident", name: .asLabeled, box: "10c", element: "2300 CLM11-1 OA",
        in: Accident.self, { $0.other = $1 }, { $0.other.typed },
        keyed: .claim, asked: .always, lookUp: .choices, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "Y or N.")
    /// `accident.date`: box 15, 2300 DTP*439 03.
    public static let accidentDate = Field(
        "accident.date", "Accident date", name: .asLabeled, box: "15", element: "2300 DTP*439 03", in: Accident.self,
        { $0.date = $1 }, { $0.date.typed },
        keyed: .claim, asked: .afterAccident, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "The date of the accident.")
    /// `accident.onset`: box 14, 2300 DTP*431 03.
    public static let onsetDate = Field(
        "accident.onset", "Onset", name: .asLabeled, box: "14", element: "2300 DTP*431 03", in: Accident.self,
        { $0.onset = $1 }, { $0.onset.typed },
        keyed: .claim, asked: .always, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .none,
        matter: .clerical, saidBy: .office,
        "When the present illness began, where the payer asks.")
    /// `accident.claimNumber`: box 11b, 2010BA REF*Y4 02.
    public static let accidentClaimNumber = Field(
        "accident.claimNumber", "Accident claim no.", name: .asLabeled, box: "11b", element: "2010BA REF*Y4 02",
        in: Accident.self, { $0.claimNumber = $1 }, { $0.claimNumber.typed },
        keyed: .claim, asked: .afterAccident, lookUp: .none, onCopy: .kept, forLaterPayer: .kept, identity: .identifies,
        matter: .clerical, saidBy: .office,
        "The number that the workers' compensation or auto insurer gave the accident.")
}

extension FieldGroup {
    package static let accident = FieldGroup(
        "Accident, onset and death", isPersonal: true,
        [
            [.employmentRelated, .autoAccident, .autoAccidentState, .otherAccident],
            [.accidentDate, .onsetDate, .patientDeathDate],
            [.accidentClaimNumber],
        ])
}
