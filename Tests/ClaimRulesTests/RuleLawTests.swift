import ClaimModel
import CodeSets
import Randomness
import Prerequisites
import Testing

@testable import ClaimRules

/// What holds of every rule on any claim.
@Suite(.slow) struct RuleLawTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    /// Whatever is typed wherever, the claim is judged, and always alike.
    @Test(arguments: 0..<48)
    func `any text in any field is judged and always alike`(_ seed: UInt64) {
        var random = Seeded(seed)
        let base = Rule.evaluated.randomElement(using: &random)?.rejects() ?? []
        var example = (ClaimExample.demo + base).randomElement(using: &random) ?? .sample
        for _ in 0..<25 {
            guard let field = Field.all.randomElement(using: &random) else { break }
            let row = field.part == .claim ? 0 : Int.random(in: 0..<min(field.part.limit, 5), using: &random)
            example = example.with(field, row: row, OddTexts.text(for: field, using: &random))
        }
        let policy = library.policies.randomElement(using: &random)?.id ?? "generic"
        let findings = example.under(policy).findings(books: books, library: library)
        let again = example.under(policy).findings(books: books, library: library)
        #expect(findings.map(\.id) == again.map(\.id))
        #expect(findings.map(\.message) == again.map(\.message))
        #expect(findings.allSatisfy { !$0.message.isEmpty && !$0.remedy.isEmpty && !$0.places.isEmpty })
    }
}
