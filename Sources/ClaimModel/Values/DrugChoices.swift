/// How a drug was given.
public enum Route: String, Choice {
    case intravenousInfusion = "IVI"
    case intravenousPush = "IVP"
    case intramuscular = "IM"
    case subcutaneous = "SC"
    case intranasal = "IN"
    case oral = "PO"
    case sublingual = "SL"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .intravenousInfusion: "IV infusion"
        case .intravenousPush: "IV push"
        case .intramuscular: "intramuscular"
        case .subcutaneous: "subcutaneous"
        case .intranasal: "intranasal"
        case .oral: "oral"
        case .sublingual: "sublingual"
        }
    }

    /// Whether the drug went into a vein.
    public var isIntravenous: Bool { self == .intravenousInfusion || self == .intravenousPush }
}

/// Who supplied a drug.
public enum DrugSupplier: String, Choice {
    case practice = "PRACTICE"
    case pharmacy = "PHARMACY"
    case patient = "PATIENT"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .practice: "practice"
        case .pharmacy: "pharmacy"
        case .patient: "patient"
        }
    }
}

/// What a treatment is for.
public enum Indication: String, Choice {
    case psychiatric = "PSYCH"
    case pain = "PAIN"
    case other = "OTHER"
    case unknown = "UNKNOWN"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .psychiatric: "psychiatric"
        case .pain: "pain"
        case .other: "other"
        case .unknown: "unknown"
        }
    }
}

/// Where in its course a treatment is.
public enum TreatmentStage: String, Choice {
    case induction = "INDUCTION"
    case maintenance = "MAINTENANCE"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .induction: "induction"
        case .maintenance: "maintenance"
        }
    }
}

/// What the units of a line count (837P SV103).
public enum UnitBasis: String, Choice {
    case units = "UN"
    case minutes = "MJ"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .units: "units"
        case .minutes: "minutes"
        }
    }
}

/// What the quantity of an NDC counts (837P CTP05).
public enum NDCUnit: String, Choice {
    case internationalUnits = "F2"
    case grams = "GR"
    case milligrams = "ME"
    case milliliters = "ML"
    case units = "UN"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .internationalUnits: "international units"
        case .grams: "grams"
        case .milligrams: "milligrams"
        case .milliliters: "milliliters"
        case .units: "units (each)"
        }
    }
}
