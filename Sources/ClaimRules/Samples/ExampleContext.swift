public import CodeSets

extension ClaimExample {
    /// What the example is judged in: its policy with its adjustments, the day of all examples, the patient's other
    /// claims.
    public func context(books: CodeBooks, policies: PolicyLibrary) -> Context {
        var policy = policies.named(policy) ?? policies.generic
        for adjust in adjustments { adjust(&policy.settings) }
        return Context(books: books, policy: policy, today: ClaimExample.today, history: history)
    }
}
