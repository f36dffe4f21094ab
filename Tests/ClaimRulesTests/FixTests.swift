import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// What a suggested fix may do, and that it does it.
@Suite struct FixTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    /// Every way of taking what a rule offers, on the examples that it rejects.
    private func offers(of rule: Rule) -> [(example: ClaimExample, finding: Finding, fix: Fix)] {
        rule.rejects().flatMap { example in
            example.findings(books: books, library: library).filter { $0.rule.id == rule.id }.flatMap { finding in
                finding.fixes.map { (example, finding, $0) }
            }
        }
    }

    @Test(arguments: Rule.all)
    func aFixMendsItsFinding(_ rule: Rule) {
        for (example, finding, fix) in offers(of: rule) {
            let mended = fix.edits.reduce(example) { $0.with($1.place.field, row: $1.place.row, $1.text) }
            let still = mended.findings(books: books, library: library).filter {
                $0.rule.id == rule.id && $0.place == finding.place && $0.message == finding.message
            }
            #expect(still.isEmpty, "\(rule.id): \"\(fix.label)\" leaves \"\(finding.message)\"")
        }
    }

    /// A lone fix is taken with one key: it never puts another diagnosis or procedure on the claim.
    @Test(arguments: Rule.all)
    func codesAreNeverChangedByOneKey(_ rule: Rule) {
        for (example, finding, fix) in offers(of: rule) where finding.fixes.count == 1 {
            let mended = fix.edits.reduce(example) { $0.with($1.place.field, row: $1.place.row, $1.text) }
            #expect(mended.codes.isSubset(of: example.codes), "\(rule.id): \"\(fix.label)\"")
        }
    }
}

extension ClaimExample {
    fileprivate var codes: Set<String> {
        Set(draft.diagnoses.compactMap(\.code.value?.description) + draft.lines.compactMap(\.procedure.value?.text))
    }
}
