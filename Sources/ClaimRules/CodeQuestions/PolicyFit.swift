public import ClaimModel
public import CodeSets

/// What a payer's policy says about a code.
public enum PolicyFit: String, Hashable, Sendable {
    /// A diagnosis that the policy lists as an indication.
    case covered
    /// A procedure, a drug or a place of service that the policy accepts.
    case accepted
    case excluded
    /// The policy has a list of such codes, and this one is not on it.
    case unlisted = "not listed"
    /// The policy names no such codes.
    case unsaid = "not stated"
}

extension Policy {
    /// What the policy says about a code on a service date. Drug and administration codes are checked as those of
    /// ketamine treatment, which the policies are about.
    public func fit(of code: String, in set: CodeSetName, on day: Day?) -> PolicyFit {
        switch set {
        case .diagnosis: fit(ofDiagnosis: code.filter { $0 != "." })
        case .cpt, .hcpcs: fit(ofProcedure: code, on: day)
        case .placeOfService:
            value(of: \.placesOfService).map { $0.contains(code) ? .accepted : .unlisted } ?? .unsaid
        default: .unsaid
        }
    }

    /// The source and how well it is known; empty where the policy says nothing.
    public func grounds(of fit: PolicyFit, for code: String, in set: CodeSetName) -> String {
        guard fit != .unsaid else { return "" }
        switch set {
        case .diagnosis where fit == .excluded: return grounds(\.allowsBipolar)
        case .diagnosis: return grounds(\.coveredDiagnoses)
        case .placeOfService: return grounds(\.placesOfService)
        default:
            return self.settings.drugCodes?.value.contains { $0.code == code } == true
                ? grounds(\.drugCodes) : grounds(\.acceptedAdministrationCodes)
        }
    }

    /// The diagnoses, or beginnings of them, that the policy lists as indications.
    public var listedDiagnoses: [String] { value(of: \.coveredDiagnoses) ?? [] }

    private func grounds<Value>(_ setting: KeyPath<PolicySettings, Setting<Value>?>) -> String {
        "\(source(of: setting)) (\(confidence(of: setting).rawValue))"
    }

    private func fit(ofDiagnosis code: String) -> PolicyFit {
        if DiagnosisFamily.bipolar.contains(code), value(of: \.allowsBipolar) == false { return .excluded }
        guard let listed = value(of: \.coveredDiagnoses), DiagnosisFamily.psychiatric.contains(code)
        else { return .unsaid }
        let beginnings = listed.map { $0.filter { $0 != "." } }
        if beginnings.contains(where: code.hasPrefix) { return .covered }
        // Some subcodes of a header are on the list.
        return beginnings.contains { $0.hasPrefix(code) } ? .unsaid : .unlisted
    }

    private func fit(ofProcedure code: String, on day: Day?) -> PolicyFit {
        if let dated = value(of: \.drugCodes)?.first(where: { $0.code == code }) {
            let from = dated.from.flatMap { Day(iso: $0) }
            let to = dated.to.flatMap { Day(iso: $0) }
            let isInForce = day.map { (from ?? $0) <= $0 && $0 <= (to ?? $0) } ?? true
            return isInForce ? .accepted : .unlisted
        }
        guard let accepted = value(of: \.acceptedAdministrationCodes) else { return .unsaid }
        if accepted.contains(code) { return .accepted }
        let isExhaustive = value(of: \.administrationCodesAreExhaustive) == true
        return isExhaustive && !ProcedureKinds(of: code).isDisjoint(with: .administration) ? .unlisted : .unsaid
    }
}
