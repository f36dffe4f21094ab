public import ClaimModel

/// Whether an override is still in effect.
public enum OverrideState: Hashable, Sendable {
    case holds
    /// Something that the rule read has changed: the places, in the order of the fields.
    case lapsed([Place])
    /// The warning is an error now, and an error must be fixed.
    case isError
    /// The rule has no finding there anymore.
    case notNeeded
}

extension Override {
    /// - Parameter findings: what `validate` found on the draft.
    public func state(on draft: ClaimDraft, among findings: [Finding]) -> OverrideState {
        let here = findings.filter { $0.rule.id == rule && $0.place.key == place }
        guard let finding = here.max(by: { $0.severity < $1.severity }) else { return .notNeeded }
        if finding.severity == .error { return .isError }
        guard finding.severity == .warning else { return .notNeeded }
        let keys = changedKeys(since: finding.inputs(in: draft))
        guard !keys.isEmpty else { return .holds }
        return .lapsed(
            keys.compactMap { Place(key: $0) }.sorted { ($0.field.position, $0.row) < ($1.field.position, $1.row) })
    }

    /// The keys of the places whose text has changed since the warning was overridden; a row added or deleted without text
    /// is no change.
    func changedKeys(since now: [String: String]) -> Set<String> {
        guard inputs != now else { return [] }
        return Set(inputs.keys).union(now.keys).filter { inputs[$0] ?? "" != now[$0] ?? "" }
    }
}

extension Finding {
    /// The last override of this warning that has ended, and what has changed since.
    public func lapsedOverride(in draft: ClaimDraft) -> (override: Override, changes: [Place])? {
        guard severity == .warning, override(in: draft) == nil,
            let last = draft.overrides.last(where: { $0.rule == rule.id && $0.place == place.key }),
            case .lapsed(let changes) = last.state(on: draft, among: [self])
        else { return nil }
        return (last, changes)
    }
}

extension Place {
    /// `line 2, NDC`; the label alone for a field of the claim.
    public var label: String { number.map { "\(field.part.word) \($0), \(field.label)" } ?? field.label }
}

extension [Place] {
    /// The places as text; of many the first ones.
    public var listed: String {
        let shown = prefix(3).map(\.label).joined(separator: "; ")
        return isEmpty ? "what the rule reads" : count > 3 ? "\(shown) and \(count - 3) more" : shown
    }
}

extension Part {
    /// What a row of this part is called.
    public var word: String {
        switch self {
        case .claim: "claim"
        case .diagnosis: "diagnosis"
        case .line: "line"
        case .trial: "trial"
        case .score: "score"
        case .attachment: "attachment"
        }
    }
}
