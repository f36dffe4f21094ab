import ClaimModel

/// The screens of a claim, in the order in which they are keyed.
public enum Screen: Int, CaseIterable, Hashable, Sendable {
    case claim = 1, diagnosis, procedure, hcpcs, ndc, documentation, review
    /// An entry of a reference file; Ctrl-O 8 lists the files.
    case reference = 8
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
        case .reference: "Reference files"
        case .practice: "Practice setup"
        }
    }

    var next: Screen? { Screen.claimScreens.contains(self) ? Screen(rawValue: rawValue + 1) : nil }
    var previous: Screen? { Screen.claimScreens.contains(self) ? Screen(rawValue: rawValue - 1) : nil }

    /// The screen of a claim on which a field is keyed, or on which its findings are shown.
    init(of field: Field) {
        switch field.keyed {
        case .claim: self = .claim
        case .diagnosis: self = .diagnosis
        case .procedure: self = .procedure
        case .hcpcs: self = .hcpcs
        case .ndc: self = .ndc
        case .documentation: self = .documentation
        // They are on no screen of a claim: what is wrong with them is shown where their part is.
        case .practice, .reference, .nowhere: self = field.part == .line ? .procedure : .claim
        }
    }
}
