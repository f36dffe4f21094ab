/// What a procedure code is, read from its number alone, whether or not a table has the code.
public struct ProcedureKinds: OptionSet, Hashable, Sendable {
    /// One bit for each kind; not for storing, since new kinds may move them.
    public let rawValue: UInt32

    /// As `OptionSet` asks.
    public init(rawValue: UInt32) {
        self.rawValue = rawValue
    }

    private init(bit: Int) { rawValue = 1 << UInt32(bit) }

    /// Office visits 99202–99205 and 99211–99215, and the deleted 99201.
    public static let officeVisit = ProcedureKinds(bit: 0)
    /// New-patient office visits.
    public static let newPatientVisit = ProcedureKinds(bit: 1)
    /// Any evaluation and management visit: office, hospital, emergency, home, consultation, preventive.
    public static let evaluationAndManagement = ProcedureKinds(bit: 2)
    /// Services that modifier 25 may be on: E/M visits and those that payers treat as such.
    public static let takesModifier25 = ProcedureKinds(bit: 3)
    /// Anesthesia 00100–01999.
    public static let anesthesia = ProcedureKinds(bit: 4)
    /// Qualifying circumstances of anesthesia 99100–99140.
    public static let anesthesiaCircumstance = ProcedureKinds(bit: 5)
    /// Moderate sedation 99151–99157.
    public static let sedation = ProcedureKinds(bit: 6)
    /// Epidurals, nerve blocks, nerve destruction, trigger points, 64999.
    public static let painProcedure = ProcedureKinds(bit: 7)
    /// Giving a drug by infusion, push or injection: 96365–96368, 96372, 96374–96376, 96379.
    public static let administration = ProcedureKinds(bit: 8)
    /// Therapeutic infusions 96365–96368.
    public static let infusion = ProcedureKinds(bit: 9)
    /// Intravenous pushes 96374–96376.
    public static let push = ProcedureKinds(bit: 10)
    /// The injection into muscle or under the skin, 96372.
    public static let injection = ProcedureKinds(bit: 11)
    /// Hydration 96360 and 96361.
    public static let hydration = ProcedureKinds(bit: 12)
    /// Codes of which one encounter has only one: 96360, 96365, 96374, 96409, 96413.
    public static let initialService = ProcedureKinds(bit: 13)
    /// Codes that are billed only with a primary one.
    public static let addOn = ProcedureKinds(bit: 14)
    /// Chemotherapy and other complex drug administration 96401–96549.
    public static let chemotherapy = ProcedureKinds(bit: 15)
    /// Codes of a drug, biological, vaccine or radiopharmaceutical, which an NDC may be on.
    public static let drug = ProcedureKinds(bit: 16)
    /// Drug codes without a drug of their own, such as J3490.
    public static let unlistedDrug = ProcedureKinds(bit: 17)
    /// Any code that says nothing without a description, unlisted drugs included.
    public static let unlisted = ProcedureKinds(bit: 18)
    /// Esketamine, alone (J0013, S0013) or with the visit (G2082, G2083, which are no `.drug`).
    public static let esketamine = ProcedureKinds(bit: 19)
    /// Psychotherapy of its own 90832, 90834, 90837.
    public static let psychotherapy = ProcedureKinds(bit: 20)
    /// Psychotherapy with a visit 90833, 90836, 90838.
    public static let psychotherapyAddOn = ProcedureKinds(bit: 21)
    /// Psychiatric evaluation 90791 and 90792.
    public static let psychiatricEvaluation = ProcedureKinds(bit: 22)
    /// Prolonged services of clinicians or staff.
    public static let prolongedService = ProcedureKinds(bit: 23)
    /// Services that only a facility reports: 96376, G0463.
    public static let facilityOnly = ProcedureKinds(bit: 24)
    /// Miles driven, whose units may have a decimal.
    public static let mileage = ProcedureKinds(bit: 25)

    /// Laboratory tests 80047–89398, done under a CLIA certificate.
    public static let laboratory = ProcedureKinds(bit: 26)
    /// Radiology 70010–79999.
    public static let imaging = ProcedureKinds(bit: 27)

    /// The kinds of a code in any case; empty where the text has no five characters or no kind is known.
    @specialized(where Code == String)
    public init<Code: StringProtocol>(of code: Code) {
        self = ProcedureKinds.number(code).map(ProcedureKinds.kinds(of:)) ?? []
    }

    /// Five letters or digits as one number that keeps their order.
    static func number(_ code: some StringProtocol) -> UInt64? {
        guard let key = CodeKey(code, skipping: { _ in false }), key.length == 5 else { return nil }
        return key.high >> 24
    }
}
