public import CodeSets

extension ClaimExample {
    /// What the example is judged by: its policy with its adjustments, its tables, its history, its day.
    public func context(books: CodeBooks, library: PolicyLibrary) -> Context {
        var judged = library.named(policy) ?? library.generic
        for adjust in adjustments { adjust(&judged) }
        return Context(
            books: self.books(over: books), policy: judged, today: ClaimExample.today, history: history,
            sent: sent, payerIDOwner: payerIDOwner, isRepeated: isRepeated, corrected: corrected)
    }

    /// Every finding on the example.
    public func findings(books: CodeBooks, library: PolicyLibrary) -> [Finding] {
        validate(draft, in: context(books: books, library: library))
    }
}
