/// A question to the provider, asked of one finding in a person's own words.
public struct ProviderQuery: Hashable, Sendable {
    /// The id of the rule whose finding is asked about, such as `DS-003`.
    public let rule: String
    /// The key of the place that the finding is at.
    public let place: String
    /// In the words of the person who asks.
    public let question: String
    /// Who asks, as they name themselves.
    public let by: String
    /// The day it was asked.
    public let on: Day

    /// A question as it is kept with the claim.
    public init(rule: String, place: String, question: String, by: String, on: Day) {
        self.rule = rule
        self.place = place
        self.question = question
        self.by = by
        self.on = on
    }
}
