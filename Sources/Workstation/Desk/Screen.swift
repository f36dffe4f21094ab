import ClaimModel

/// The screens of a claim, in the order in which they are keyed.
public enum Screen: Int, CaseIterable, Hashable, Sendable {
    case claim = 1, diagnosis, procedure, hcpcs, ndc, documentation, review
    /// The practice's own data: reached with Ctrl-O 9, and at the first start.
    case practice = 9

    /// The seven screens of a claim.
    public static let claimScreens: [Screen] = [
        .claim, .diagnosis, .procedure, .hcpcs, .ndc, .documentation, .review,
    ]

    public var title: String {
        switch self {
        case .claim: "Claim"
        case .diagnosis: "Diagnosis"
        case .procedure: "Procedure"
        case .hcpcs: "HCPCS"
        case .ndc: "NDC"
        case .documentation: "Documentation"
        case .review: "Review"
        case .practice: "Practice set-up"
        }
    }

    var next: Screen? { Screen.claimScreens.contains(self) ? Screen(rawValue: rawValue + 1) : nil }
    var previous: Screen? { Screen.claimScreens.contains(self) ? Screen(rawValue: rawValue - 1) : nil }

    /// The screen on which a field is keyed.
    init(of field: Field) {
        switch field.part {
        case .diagnosis: self = .diagnosis
        case .trial, .score, .attachment: self = .documentation
        case .line, .claim: self = Screen.elsewhere[field] ?? (field.part == .line ? .procedure : .claim)
        }
    }

    /// The fields of the claim and of its lines that are keyed on another screen than most.
    private static let elsewhere: [Field: Screen] = {
        var screens: [Field: Screen] = [:]
        for field in FieldGroup.documentation.flatMap(\.fields) { screens[field] = .documentation }
        for field in FieldGroup.ndc.fields { screens[field] = .ndc }
        for field in FieldGroup.drug.fields { screens[field] = .hcpcs }
        return screens
    }()
}
