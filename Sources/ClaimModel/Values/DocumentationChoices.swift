/// The class of a treatment tried before.
public enum DrugClass: String, Choice {
    case ssri = "SSRI"
    case snri = "SNRI"
    case tca = "TCA"
    case maoi = "MAOI"
    case bupropion = "NDRI"
    case mirtazapine = "MIRT"
    case otherAntidepressant = "OAD"
    case atypicalAntipsychotic = "AAP"
    case lithium = "LI"
    case thyroid = "T3"
    case psychotherapy = "THER"
    case neuromodulation = "STIM"
    case other = "OTHER"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .ssri: "SSRI"
        case .snri: "SNRI"
        case .tca: "tricyclic (TCA)"
        case .maoi: "MAO inhibitor"
        case .bupropion: "bupropion (NDRI)"
        case .mirtazapine: "mirtazapine"
        case .otherAntidepressant: "other antidepressant"
        case .atypicalAntipsychotic: "atypical antipsychotic"
        case .lithium: "lithium"
        case .thyroid: "thyroid hormone (T3)"
        case .psychotherapy: "psychotherapy"
        case .neuromodulation: "stimulation (ECT, TMS)"
        case .other: "other treatment"
        }
    }

    /// Whether drugs of this class are added to an antidepressant.
    public var isAugmentation: Bool {
        switch self {
        case .atypicalAntipsychotic, .lithium, .thyroid: true
        default: false
        }
    }
}

/// How a treatment tried before ended.
public enum TrialOutcome: String, Choice {
    case failed = "FAILED"
    case partial = "PARTIAL"
    case intolerant = "INTOLERANT"
    case responded = "RESPONDED"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .failed: "failed"
        case .partial: "partial response"
        case .intolerant: "intolerant"
        case .responded: "responded"
        }
    }
}

/// What an attachment is (837P PWK01), in our own words.
public enum AttachmentType: String, Choice {
    case medicalRecord = "M1"
    case supportData = "OZ"
    case progressReport = "09"
    case physicianReport = "PY"
    case patientHistory = "P5"
    case drugProfile = "D2"
    case consent = "CK"
    case treatmentJustification = "03"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .medicalRecord: "medical record"
        case .supportData: "support data for the claim"
        case .progressReport: "progress report"
        case .physicianReport: "physician's report"
        case .patientHistory: "patient history"
        case .drugProfile: "drug profile"
        case .consent: "consent form"
        case .treatmentJustification: "justification of treatment"
        }
    }
}

/// How an attachment reaches the payer (837P PWK02).
public enum AttachmentTransmission: String, Choice {
    case onRequest = "AA"
    case mail = "BM"
    case electronic = "EL"
    case email = "EM"
    case fax = "FX"
    case fileTransfer = "FT"

    public static let table = ChoiceTable(Self.self)

    public var label: String {
        switch self {
        case .onRequest: "available on request"
        case .mail: "by mail"
        case .electronic: "electronic"
        case .email: "email"
        case .fax: "fax"
        case .fileTransfer: "file transfer"
        }
    }
}
