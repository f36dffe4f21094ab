import ClaimModel
public import ClaimRules

/// An entry of the denial forecast as a report carries it.
public struct ForecastLine: Hashable, Sendable {
    /// Rejected before adjudication, or denied after it.
    public let stage: DenialForecast.Stage
    /// In words; no figure is known.
    public let likelihood: DenialForecast.Likelihood
    /// The answer and its remarks: `claim status 254`, or `CARC 16`, `RARC M76`.
    public let codes: [String]
    /// The ids of the rules that it rests on, the gravest first.
    public let rules: [String]
    /// The keys of the fields: `line.ndc[2]`.
    public let fields: [String]
    /// Whether a person has overridden all of it.
    public let isOverridden: Bool

    init(_ entry: DenialForecast.Entry) {
        stage = entry.stage
        likelihood = entry.likelihood
        codes = [entry.answer.text] + entry.remarks.map(\.text)
        rules = entry.rules
        fields = entry.places.map(\.key)
        isOverridden = entry.isOverridden
    }
}
