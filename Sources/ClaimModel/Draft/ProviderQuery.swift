/// A question to the provider, asked of one finding in a person's own words.
public struct ProviderQuery: Hashable, Sendable {
    public let rule: String
    /// The key of the place that the finding is at.
    public let place: String
    public let question: String
    /// Who asks, as they name themselves.
    public let by: String
    public let on: Day

    public init(rule: String, place: String, question: String, by: String, on: Day) {
        self.rule = rule
        self.place = place
        self.question = question
        self.by = by
        self.on = on
    }
}
