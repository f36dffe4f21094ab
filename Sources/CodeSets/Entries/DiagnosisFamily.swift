/// The families of diagnoses that rules are about, read from the code's text alone.
///
/// Codes may be written with or without their dot, in any case. A header belongs to the family of its leaves.
public enum DiagnosisFamily: Int, Hashable, Sendable, CaseIterable {
    /// F20–F99: the mental disorders that are not due to a substance or to another condition.
    case psychiatric
    /// The main indications of ketamine in psychiatry: F31.3–F31.5, F32, F33, F42, F43.1.
    case ketamineIndication
    /// F32 and F33.
    case depressive
    /// F31.
    case bipolar
    /// F20–F29, F32.3, F33.3, F31.2, F31.5, F31.64: a psychosis, or a mood disorder with one.
    case psychosis
    /// F10–F19.
    case substanceUse
    /// F31.7-, F32.4, F32.5, F33.4-: a mood disorder in remission.
    case remission
    /// F32.A, F32.9, F33.9, F31.9: no severity is given.
    case unspecifiedSeverity
    /// F32.0, F32.1, F33.0, F33.1.
    case mildOrModerate
    /// F32.2 and F33.2.
    case severe
    /// Phobias, anxiety, obsessions, stress reactions: F40, F41, F42, F43.
    case anxietyOrStress
    /// Pain as a diagnosis: G89, CRPS, migraine, neuralgia, back and muscle pain, fibromyalgia.
    case pain
    /// R45.851.
    case suicidalIdeation
    /// T14.91-.
    case suicideAttempt
    /// Z00, Z02, Z71, Z76: administrative and counseling encounters.
    case administrative
    /// Z16: resistance to antimicrobial drugs, which is not treatment resistance.
    case antimicrobialResistance

    private var beginnings: [String] {
        switch self {
        case .psychiatric: ["F2", "F3", "F4", "F5", "F6", "F7", "F8", "F9"]
        case .ketamineIndication: ["F313", "F314", "F315", "F32", "F33", "F42", "F431"]
        case .depressive: ["F32", "F33"]
        case .bipolar: ["F31"]
        case .psychosis: ["F2", "F312", "F315", "F3164", "F323", "F333"]
        case .substanceUse: ["F1"]
        case .remission: ["F317", "F324", "F325", "F334"]
        case .unspecifiedSeverity: ["F319", "F329", "F32A", "F339"]
        case .mildOrModerate: ["F320", "F321", "F330", "F331"]
        case .severe: ["F322", "F332"]
        case .anxietyOrStress: ["F40", "F41", "F42", "F43"]
        case .pain:
            [
                "B022", "G43", "G500", "G546", "G564", "G577", "G89", "G905", "M545", "M790", "M791", "M792", "M796",
                "M797",
                "R52",
            ]
        case .suicidalIdeation: ["R45851"]
        case .suicideAttempt: ["T1491"]
        case .administrative: ["Z00", "Z02", "Z71", "Z76"]
        case .antimicrobialResistance: ["Z16"]
        }
    }

    /// Each family's codes, in the order of the families.
    private static let ranges = allCases.map { family in
        family.beginnings.compactMap { CodeRange(first: $0, last: $0) }
    }

    /// Whether a code is in the family, with or without its dot, in any case; `false` for what is no code.
    @specialized(where Code == String)
    public func contains<Code: StringProtocol>(_ code: Code) -> Bool {
        guard let key = DiagnosisEntry.key(code), key.length >= 3 else { return false }
        return DiagnosisFamily.ranges[rawValue].contains { $0.contains(key.high) }
    }
}
