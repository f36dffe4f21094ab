import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// A rule reads the fields that it names, and nothing else.
@Suite struct RuleReadsTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    static let claims = (ClaimExample.demo + [.intramuscular, .secondary, .dependent, .replacement]).enumerated().map {
        $0
    }

    /// What a rule says of a claim, as far as anybody can tell two verdicts apart.
    private struct Verdict: Hashable {
        let place: Place
        let severity: Severity?
        let message: String

        /// `nil` where the rule does not judge the claim.
        static func of(_ rule: Rule, on facts: ClaimFacts) -> [Verdict]? {
            guard facts.isJudged(by: rule.scope) else { return nil }
            return rule.check(facts).map { Verdict(place: $0.place, severity: $0.severity, message: $0.message()) }
        }
    }

    private func expectSameVerdicts(
        of rules: [Rule] = Rule.evaluated, on draft: ClaimDraft, after place: Place, as verdicts: [[Verdict]?],
        in context: Context
    ) {
        let facts = ClaimFacts(of: draft, in: context)
        for (rule, before) in zip(rules, verdicts)
        where !rule.reads.contains(place.field) && !rule.scope.reads.contains(place.field) {
            let isSame = Verdict.of(rule, on: facts) == before
            #expect(isSame, "\(rule.id) looks at \(place.field.id), which it does not say")
        }
    }

    /// The draft with this field blank, and with something else typed into it; never with fewer or more rows.
    private func changes(of draft: ClaimDraft, at place: Place, using random: inout Seeded) -> [ClaimDraft] {
        ["", OddTexts.text(for: place.field, using: &random)].filter { $0 != draft.text(at: place) }.compactMap {
            text in
            var changed = draft
            changed.type(text, at: place, in: ClaimExample.parsing)
            return changed.rowCount(of: place.field.part) == draft.rowCount(of: place.field.part) ? changed : nil
        }
    }

    /// Blanking a field, or typing something else into it, leaves what a rule says as it was unless the rule or its
    /// scope names that field.
    ///
    /// Each claim is tried at every third of its places, and the claims take turns.
    @Test(arguments: claims)
    func `a rule reads no other field than it says`(_ turn: Int, _ example: ClaimExample) {
        var random = Seeded(UInt64(turn))
        let context = example.context(books: books, library: library)
        let facts = ClaimFacts(of: example.draft, in: context)
        let verdicts = Rule.evaluated.map { Verdict.of($0, on: facts) }
        for (number, place) in example.draft.places.enumerated() where number % 3 == turn % 3 {
            for draft in changes(of: example.draft, at: place, using: &random) {
                expectSameVerdicts(on: draft, after: place, as: verdicts, in: context)
            }
        }
    }

    /// The same of the claims that prove the rule, where it has something to say.
    @Test(arguments: Rule.evaluated.enumerated().map { $0 })
    func `a rule reads no other field of its own examples`(_ turn: Int, _ rule: Rule) {
        var random = Seeded(UInt64(turn))
        for (index, example) in (rule.rejects() + rule.accepts()).prefix(5).enumerated() {
            let context = example.context(books: books, library: library)
            let before = [Verdict.of(rule, on: ClaimFacts(of: example.draft, in: context))]
            for (number, place) in example.draft.places.enumerated() where (number + index) % 5 == turn % 5 {
                for draft in changes(of: example.draft, at: place, using: &random) {
                    expectSameVerdicts(of: [rule], on: draft, after: place, as: before, in: context)
                }
            }
        }
    }

    /// A rule that does not name the policy says the same under every one.
    @Test(arguments: claims)
    func `a rule that does not name the policy knows none`(_ turn: Int, _ example: ClaimExample) {
        let facts = ClaimFacts(of: example.draft, in: example.context(books: books, library: library))
        let verdicts = Rule.evaluated.map { Verdict.of($0, on: facts) }
        for policy in library.policies {
            let other = Context(books: books, policy: policy, today: ClaimExample.today, history: example.history)
            expectSameVerdicts(on: example.draft, after: Place(.payerPolicy), as: verdicts, in: other)
        }
    }
}
