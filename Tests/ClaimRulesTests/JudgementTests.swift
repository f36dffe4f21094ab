import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// Asked again and again while a claim is keyed, the rules say what they say when the claim is judged as a whole.
@Suite struct JudgementTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    /// All that a person can see of a finding.
    private struct Seen: Hashable {
        let id: String
        let severity: Severity
        let places: [Place]
        let words: [String]
        let fixes: [Fix]
        let evidence: [Evidence]

        init(_ finding: Finding) {
            id = finding.id
            severity = finding.severity
            places = finding.places
            words = [finding.message, finding.remedy]
            fixes = finding.fixes
            evidence = finding.evidence
        }
    }

    @Test(arguments: 0..<24)
    func whatChangesIsJudgedAsTheWhole(_ seed: UInt64) throws {
        var random = Seeded(seed)
        var example = try #require(ClaimExample.demo.randomElement(using: &random))
        var judgement = Judgement()
        for _ in 0..<60 {
            example = changed(example, using: &random)
            let context = example.context(books: books, library: library)
            let live = judgement.findings(on: example.draft, in: context).map(Seen.init)
            let whole = validate(example.draft, in: context).map(Seen.init)
            #expect(live == whole, "after \(Set(live).symmetricDifference(whole).map(\.id).sorted())")
        }
    }

    /// Mostly one text, in a row that is there; now and then a text taken from another claim, a new row, another policy,
    /// an earlier claim.
    private func changed(_ example: ClaimExample, using random: inout Seeded) -> ClaimExample {
        guard let place = example.draft.places.randomElement(using: &random) else { return example }
        switch Int.random(in: 0..<20, using: &random) {
        case 0: return example.under(library.policies.randomElement(using: &random)?.id ?? "generic")
        case 1: return example.with(.lineProcedure, row: example.draft.lines.count, "96366")
        case 2: return example.after(.sample, .paid)
        case 3..<10:
            let other = ClaimExample.demo.randomElement(using: &random) ?? example
            return example.with(place.field, row: place.row, other.draft.text(at: place))
        default:
            return example.with(place.field, row: place.row, OddTexts.text(for: place.field, using: &random))
        }
    }
}
