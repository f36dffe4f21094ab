/// Whether a claim is new or corrects one that the payer has (837P CLM05-3).
public enum FrequencyCode: String, Choice {
    case original = "1"
    case replacement = "7"
    case void = "8"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .original: "original"
        case .replacement: "corrected claim"
        case .void: "void"
        }
    }
}

/// Whether the provider accepts assignment (837P CLM07).
public enum AssignmentCode: String, Choice {
    case assigned = "A"
    case laboratoryOnly = "B"
    case notAssigned = "C"

    public static let table = ChoiceTable(Self.self)

    /// Box 27 of the paper form asks yes or no.
    public static let aliases: [String: AssignmentCode] = [
        "y": .assigned, "yes": .assigned, "n": .notAssigned, "no": .notAssigned,
    ]

    public var label: String {
        switch self {
        case .assigned: "assigned"
        case .laboratoryOnly: "clinical lab services only"
        case .notAssigned: "not assigned"
        }
    }
}

/// Consent to release records (837P CLM09).
public enum ReleaseOfInformation: String, Choice {
    case signed = "Y"
    case informed = "I"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .signed: "signed statement on file"
        case .informed: "informed consent, no signature required"
        }
    }
}

/// Whether benefits go to the provider (837P CLM08).
public enum BenefitsAssignment: String, Choice {
    case yes = "Y"
    case no = "N"
    case notApplicable = "W"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .yes: "yes"
        case .no: "no"
        case .notApplicable: "not applicable, patient refuses"
        }
    }
}

/// The place of a payer among the patient's insurers (837P SBR01).
public enum PayerOrder: String, Choice {
    case primary = "P"
    case secondary = "S"
    case tertiary = "T"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .primary: "primary"
        case .secondary: "secondary"
        case .tertiary: "tertiary"
        }
    }
}

/// Why Medicare is not the first to pay (837P SBR05).
public enum InsuranceType: String, Choice {
    case workingAged = "12"
    case renalDisease = "13"
    case noFault = "14"
    case workersCompensation = "15"
    case publicHealthService = "16"
    case blackLung = "41"
    case veterans = "42"
    case disability = "43"
    case otherLiability = "47"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .workingAged: "working aged, employer's plan first"
        case .renalDisease: "ESRD, employer's plan first"
        case .noFault: "no-fault or auto insurance first"
        case .workersCompensation: "workers' compensation first"
        case .publicHealthService: "public health service or other federal agency first"
        case .blackLung: "black lung program first"
        case .veterans: "Veterans Affairs first"
        case .disability: "disabled, large group plan first"
        case .otherLiability: "other liability insurance first"
        }
    }
}

/// Who is expected to pay.
public enum FinancialResponsibility: String, Choice {
    case insurance = "INSURANCE"
    case selfPay = "SELFPAY"
    case billForDenial = "WAIVER"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .insurance: "insurance"
        case .selfPay: "self-pay"
        case .billForDenial: "bill for denial, waiver signed"
        }
    }
}

/// What becomes of a claim (837P BHT06).
public enum ClaimPurpose: String, Choice {
    case chargeable = "CH"
    case encounter = "RP"
    case subrogation = "31"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .chargeable: "claim to be paid"
        case .encounter: "encounter, reported only"
        case .subrogation: "subrogation demand"
        }
    }
}

/// Why a patient was taken by ambulance to where they were taken (837P CR104).
public enum TransportReason: String, Choice {
    case nearestFacility = "A"
    case physician = "B"
    case family = "C"
    case specialist = "D"
    case rehabilitation = "E"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .nearestFacility: "nearest facility"
        case .physician: "physician"
        case .family: "family"
        case .specialist: "specialist"
        case .rehabilitation: "rehabilitation"
        }
    }
}
