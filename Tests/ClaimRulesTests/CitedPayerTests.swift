import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// A claim's findings cite its own payer's documents, or general ones, never those of another payer.
@Suite struct CitedPayerTests {
    /// The words of a citation that only one payer's documents have, and the policies that may cite them.
    private static let owners: [(words: String, policies: Set<String>)] = [
        ("Medical Mutual", ["medmutual"]), ("BCBSMA", ["bcbsma"]), ("Emerge", ["bcbsma"]), ("Blues NDC", ["bcbsma"]),
        ("policy 087", ["bcbsma"]), ("BCBSTX", []), ("AmeriHealth", ["amerihealth"]), ("Medica ", ["medica"]),
        ("UnitedHealthcare", ["uhc"]), ("Healing Maps", ["va_ccn"]), ("VA qualifying", ["va_ccn"]),
        ("Aetna", ["aetna"]),
        ("Cigna", ["cigna"]), ("QualChoice", ["qualchoice"]), ("Palmetto", ["medicare"]), ("Noridian", ["medicare"]),
        ("WPS", ["medicare"]), ("First Coast", ["medicare"]), ("Part B", ["medicare"]), ("42 CFR", ["medicare"]),
        ("Medi-Cal", []), ("Priority Health", []),
    ]

    private func strange(_ finding: Finding, under policy: String) -> String? {
        let text = finding.citation.text
        return Self.owners.first { text.contains($0.words) && !$0.policies.contains(policy) }
            .map { "\(finding.rule.id) under \(policy) cites \($0.words): \(text)" }
    }

    @Test(arguments: Rule.evaluated)
    func `no rule cites another payer's document`(_ rule: Rule) throws {
        let (books, library) = (try Desk.books.get(), try Desk.library.get())
        for policy in library.policies.map(\.id) {
            for example in rule.rejects().map({ $0.under(policy) }) {
                let facts = ClaimFacts(of: example.draft, in: example.context(books: books, library: library))
                guard facts.isJudged(by: rule.scope) else { continue }
                let found = rule.check(facts).map { Finding(rule: rule, problem: $0, under: facts.policy) }
                #expect(found.compactMap { strange($0, under: policy) }.isEmpty)
            }
        }
    }

    @Test(arguments: 0..<40 as Range<UInt64>)
    func `no random claim's finding cites another payer's document`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        let library = try Desk.library.get()
        var example = ClaimExample.demo.randomElement(using: &random) ?? .sample
        for place in example.draft.places.shuffled(using: &random).prefix(Int.random(in: 0..<16, using: &random)) {
            example = example.with(place.field, row: place.row, OddTexts.text(for: place.field, using: &random))
        }
        for policy in library.policies.map(\.id) {
            let findings = example.under(policy).findings(books: try Desk.books.get(), library: library)
            #expect(findings.compactMap { strange($0, under: policy) }.isEmpty)
        }
    }

    @Test func `the article is cited under its payer's policy`() throws {
        let claim = ClaimExample.sample.without(.rationale)
        func citation(_ policy: String) throws -> String? {
            try Desk.findings(on: claim.under(policy)).first { $0.rule.id == "DOC-002" }?.citation.text
        }
        #expect(try citation("medmutual")?.contains("Medical Mutual") == true)
        #expect(
            try citation("generic")
                == "Ketamine and esketamine coverage policies, common coding practice, 2026 (general knowledge)")
    }
}
