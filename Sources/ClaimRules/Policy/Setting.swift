/// One value of a payer's policy, with how well it is known and its source.
public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
    public let value: Value
    public let provenance: Provenance

    public var standing: Standing { provenance.standing }

    init(_ value: Value, _ provenance: Provenance) {
        self.value = value
        self.provenance = provenance
    }
}

extension Setting {
    /// A setting of an example's policy.
    init(_ value: Value, _ standing: Standing = .verified) {
        self.init(value, Provenance.ofExample(standing))
    }
}

extension Provenance {
    /// Where the settings come from that the examples of rules set themselves.
    static func ofExample(_ standing: Standing) -> Provenance { examples[standing] ?? unsaid }

    private static let examples = Dictionary(
        uniqueKeysWithValues: Standing.allCases.map { ($0, Provenance(unsaid, standing: $0)) })

    /// Where no provenance is read yet.
    static let unsaid = Provenance(standing: .unverified, source: "an example", date: SourceDate("2026-11") ?? .undated)

    private init(_ other: Provenance, standing: Standing) {
        self.init(standing: standing, source: other.source, date: other.date)
    }
}
