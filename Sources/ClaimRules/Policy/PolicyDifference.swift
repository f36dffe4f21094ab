/// A line in which two policies differ.
public struct PolicyDifference: Hashable, Sendable {
    /// The key in the file: `pa_required`, `DX-009`, `treatment.weight`.
    public let key: String
    /// What the line is about, in words.
    public let label: String
    /// `nil` where a policy does not have it.
    public let left: PolicyRow?
    /// `nil` where a policy does not have it.
    public let right: PolicyRow?

    /// What differs in value, confidence, source or date, in the order of the schema.
    public static func all(from left: Policy, to right: Policy) -> [PolicyDifference] {
        let (before, after) = (left.rows, right.rows)
        let (old, new) = (before.byIdentity, after.byIdentity)
        let order = (before + after).map(\.identity).uniqued
        let differences = order.compactMap { identity -> PolicyDifference? in
            let (one, other) = (old[identity], new[identity])
            guard one != other, let row = one ?? other else { return nil }
            return PolicyDifference(key: row.key, label: row.label, left: one, right: other)
        }
        return differences.sorted { $0.rank < $1.rank }
    }

    /// By kind, then as the schema lists the settings; rules and fields by name.
    private var rank: (Int, Int, String) {
        let kind = (left ?? right)?.kind ?? .setting
        let position = SettingKey.all.firstIndex { $0.name == key } ?? .max
        return (kind == .setting ? 0 : kind == .rule ? 1 : 2, kind == .setting ? position : 0, key)
    }
}

extension PolicyRow {
    fileprivate struct Identity: Hashable {
        let kind: Kind
        let key: String
    }

    fileprivate var identity: Identity { Identity(kind: kind, key: key) }
}

extension [PolicyRow] {
    fileprivate var byIdentity: [PolicyRow.Identity: PolicyRow] {
        Dictionary(map { ($0.identity, $0) }) { first, _ in first }
    }
}
