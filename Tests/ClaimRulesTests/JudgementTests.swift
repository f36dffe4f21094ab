import ClaimModel
import CodeSets
import Randomness
import Testing

@testable import ClaimRules

/// Asked again and again, while a claim is keyed or of one claim after another, the rules say what they say when the claim
/// is judged as a whole.
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
    func `what changes is judged as the whole`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        var example = try #require(ClaimExample.demo.randomElement(using: &random))
        var judgement = Judgement()
        for _ in 0..<60 {
            example = changed(example, using: &random)
            expectWholeAnswer(of: &judgement, on: example.draft, in: example.context(books: books, library: library))
        }
    }

    /// As a batch brings them: each claim another one, whatever payer, day and earlier claims it is judged beside.
    @Test(arguments: 100..<132)
    func `whichever claim was judged before`(_ seed: UInt64) throws {
        var random = Seeded(seed)
        var judgement = Judgement()
        for number in 0..<40 {
            let example = try #require(anyClaim(using: &random))
            var context = example.context(books: books, library: library)
            if Int.random(in: 0..<10, using: &random) == 0 { context = context.aWeekLater }
            let isSameClaim = Int.random(in: 0..<4, using: &random) == 0
            let draft = isSameClaim ? example.draft : example.draft.renamed("claim-\(number)")
            expectWholeAnswer(of: &judgement, on: draft, in: context)
        }
    }

    @Test func `decisions that only a file holds are not taken from the claim before`() throws {
        var draft = ClaimExample.sample.draft
        let context = ClaimExample.sample.context(books: books, library: library)
        draft.type("20.00", at: Place(.linePrimaryPaid), in: context.parsing)
        var judgement = Judgement()
        expectWholeAnswer(of: &judgement, on: draft, in: context)
        draft.lines[0].carried = [CarriedSegment(loop: "2430", text: "CAS*CO*45*10")]
        expectWholeAnswer(of: &judgement, on: draft, in: context)
    }

    private func expectWholeAnswer(of judgement: inout Judgement, on draft: ClaimDraft, in context: Context) {
        let live = judgement.findings(on: draft, in: context).map(Seen.init)
        let whole = validate(draft, in: context).map(Seen.init)
        #expect(live == whole, "after \(Set(live).symmetricDifference(whole).map(\.id).sorted())")
    }

    /// A claim that proves some rule, or one of the demo, with up to five further changes.
    private func anyClaim(using random: inout Seeded) -> ClaimExample? {
        let rule = Rule.evaluated.randomElement(using: &random)
        let examples = rule.map { $0.rejects() + $0.accepts() } ?? []
        let pool = Bool.random(using: &random) ? examples : ClaimExample.demo
        return pool.randomElement(using: &random).map { example in
            (0..<Int.random(in: 0...5, using: &random)).reduce(example) { changed, _ in
                self.changed(changed, using: &random)
            }
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

extension Context {
    /// The same a week later.
    fileprivate var aWeekLater: Context {
        Context(books: books, policy: policy, today: Day(number: today.number + 7), history: history, sent: sent)
    }
}
