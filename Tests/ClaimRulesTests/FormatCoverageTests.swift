import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

@Suite struct FormatCoverageTests {
    private let books: CodeBooks
    private let library: PolicyLibrary
    private let coverage: FormatCoverage
    private let lost = Set(Field.all).subtracting(FormatCoverage.professionalFields)

    private static let shared = Result {
        FormatCoverage(
            carrying: FormatCoverage.professionalFields, books: try Desk.books.get(), library: try Desk.library.get())
    }

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
        coverage = try Self.shared.get()
    }

    private func judged(_ example: ClaimExample) -> [Finding] {
        let draft = example.draft.without(lost, in: ClaimExample.parsing)
        return coverage.judged(validate(draft, in: example.context(books: books, library: library)))
    }

    @Test func `an eight thirty seven carries what has an element`() {
        let carried = FormatCoverage.professionalFields
        #expect(carried.isSuperset(of: [.billingNPI, .lineNDC, .lineNDCQuantity, .attachmentControl, .diagnosisCode]))
        #expect(carried.isDisjoint(with: [.trialDrug, .lineStart, .benefitsDate, .lineRevenueCode, .patientPhone]))
    }

    @Test func `history times and benefits are not judged`() {
        #expect(
            Set(coverage.notJudged).isSuperset(of: ["DOC-001", "DOC-004", "TM-001", "PY-004", "AU-002", "DX-009"]))
        // A text can say what these judge.
        #expect(Set(coverage.notJudged).isDisjoint(with: ["TM-003", "XF-001", "PX-010", "PX-015"]))
        #expect(coverage.notJudged.count <= 40, "\(coverage.notJudged)")
        #expect(Set(coverage.notJudged).isDisjoint(with: ["PV-001", "DX-001", "ND-001", "ND-004", "PX-013", "AU-001"]))
    }

    @Test func `what the format carries is judged`() {
        func rules(_ example: ClaimExample) -> [String] { judged(example).map(\.rule.id) }
        #expect(rules(.sample.with(.lineNDC, row: 1, "")).contains("ND-001"))
        #expect(rules(.sample.with(.billingNPI, "1234567890")).contains("PV-001"))
    }

    /// A claim that is clean as a draft stays clean in a file that cannot say all of it.
    @Test(arguments: Rule.evaluated)
    func `no rule rejects what it accepts for what the format lacks`(_ rule: Rule) {
        for example in rule.accepts() {
            let found = judged(example).filter { $0.rule.id == rule.id && $0.concern != .absence }
            #expect(found.isEmpty)
        }
    }

    @Test func `a clean claim is clean without what the format lacks`() {
        let verdict = Verdict(of: judged(.sample), on: ClaimExample.sample.draft)
        #expect(verdict.isClean)
    }

    @Test func `the whole judges everything`() {
        let findings = validate(
            ClaimExample.noHistory.draft, in: ClaimExample.noHistory.context(books: books, library: library))
        #expect(FormatCoverage.whole.judged(findings).map(\.id) == findings.map(\.id))
        #expect(FormatCoverage.whole.notJudged.isEmpty)
    }
}
