import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// What holds of every rule on any claim.
@Suite struct RuleLawTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    /// What a rule says of a claim, as far as anybody can tell two verdicts apart.
    private struct Verdict: Hashable {
        let place: Place
        let severity: Severity?
        let message: String

        static func of(_ rule: Rule, on facts: ClaimFacts) -> [Verdict] {
            rule.check(facts).map { Verdict(place: $0.place, severity: $0.severity, message: $0.message()) }
        }
    }

    /// Emptying a field that a rule does not name among those it reads leaves what the rule says as it was.
    ///
    /// Each claim is tried at every fourth of its places, and the claims take turns.
    @Test(
        arguments: (ClaimExample.demo + [.intramuscular, .secondary, .dependent, .replacement]).enumerated().map { $0 })
    func aRuleReadsNoOtherFieldThanItSays(_ turn: Int, _ example: ClaimExample) {
        let context = example.context(books: books, library: library)
        let facts = ClaimFacts(of: example.draft, in: context)
        let verdicts = Rule.evaluated.map { Verdict.of($0, on: facts) }
        let places = example.draft.places.filter { !example.draft.state(at: $0).isEmpty }.enumerated()
        for (number, place) in places where number % 4 == turn % 4 {
            var draft = example.draft
            draft.type("", at: place, in: ClaimExample.parsing)
            guard draft.rowCount(of: place.field.part) == example.draft.rowCount(of: place.field.part) else { continue }
            let blanked = ClaimFacts(of: draft, in: context)
            guard facts.hasSameScope(as: blanked) else { continue }
            for (rule, before) in zip(Rule.evaluated, verdicts) where !rule.reads.contains(place.field) {
                let isSame = Verdict.of(rule, on: blanked) == before
                #expect(isSame, "\(rule.id) looks at \(place.field.id), which it does not say")
            }
        }
    }

    /// Whatever is typed wherever, the claim is judged, and always alike.
    @Test(arguments: 0..<12)
    func anyTextInAnyFieldIsJudgedAndAlwaysAlike(_ seed: UInt64) {
        var random = Seeded(seed)
        var example = ClaimExample.demo.randomElement(using: &random) ?? .sample
        for _ in 0..<25 {
            guard let field = Field.all.randomElement(using: &random) else { break }
            let row = field.part == .claim ? 0 : Int.random(in: 0..<min(field.part.limit, 5), using: &random)
            example = example.with(field, row: row, Self.text(for: field, using: &random))
        }
        let policy = library.policies.randomElement(using: &random)?.id ?? "generic"
        let findings = example.under(policy).findings(books: books, library: library)
        let again = example.under(policy).findings(books: books, library: library)
        #expect(findings.map(\.id) == again.map(\.id))
        #expect(findings.map(\.message) == again.map(\.message))
        #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty && !$0.places.isEmpty })
    }

    private static func text(for field: Field, using random: inout Seeded) -> String {
        if Bool.random(using: &random), let option = field.shape.choices.randomElement(using: &random) {
            return option.code
        }
        let odd = [
            "", " ", "0", "-1", "999999999999999999999999", "99999999", "1e9", "0.0001", "١٢٣", "🧪🧪", "e\u{301}",
            "\u{0}\u{1b}[31m", "12/31/9999", "02/29/2027", "1/1/1", "t-99999", "t+1", "23:59", "24:00", "F33.2",
            "Z99.89",
            "J3490", "96365", "96366", "99215", "00000000000", "0143-9508-01", "KETAMINE", "KETAMINE 50MG/ML 35 MG",
            "ABCD",
            "LLLL", "25", "59", "JW", "Y", "N", "333333333", "27", "1234567893", "50", "51", "35 mg", "1000 lb",
            String(repeating: "x", count: 5000),
        ]
        return odd.randomElement(using: &random) ?? ""
    }
}

extension ClaimFacts {
    /// Whether the general scope of the rules is the same: what is a ketamine claim, which of its lines are drug lines.
    fileprivate func hasSameScope(as other: ClaimFacts) -> Bool {
        Scope.allCases.allSatisfy { isJudged(by: $0) == other.isJudged(by: $0) }
            && lines.map(\.isKetamineLine) == other.lines.map(\.isKetamineLine)
            && lines.map(\.isDrugLine) == other.lines.map(\.isDrugLine)
    }
}
