/// One value of a payer's policy, with how well it is known and its source.
public struct Setting<Value: Hashable & Sendable>: Hashable, Sendable {
    /// What the payer's policy says.
    public let value: Value
    /// Its own source, else the policy's.
    public let provenance: Provenance

    /// How well it is known: an unverified setting raises at most a warning.
    public var confidence: Confidence { provenance.confidence }

    init(_ value: Value, _ provenance: Provenance) {
        self.value = value
        self.provenance = provenance
    }
}

extension Setting {
    /// A setting of an example's policy.
    init(_ value: Value, _ confidence: Confidence = .verified) {
        self.init(value, Provenance.ofExample(confidence))
    }
}

extension Provenance {
    /// Where the settings come from that the examples of rules set themselves.
    static func ofExample(_ confidence: Confidence) -> Provenance { examples[confidence] ?? unsaid }

    private static let examples = Dictionary(
        uniqueKeysWithValues: Confidence.allCases.map { ($0, Provenance(unsaid, confidence: $0)) })

    /// Where no provenance is read yet.
    static let unsaid = Provenance(
        confidence: .unverified, source: "an example", date: SourceDate("2026-11") ?? .undated)

    private init(_ other: Provenance, confidence: Confidence) {
        self.init(confidence: confidence, source: other.source, date: other.date)
    }
}
