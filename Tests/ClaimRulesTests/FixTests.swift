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
    func `a fix removes its finding`(_ rule: Rule) {
        for (example, finding, fix) in offers(of: rule) {
            let mended = fix.edits.reduce(example) { $0.with($1.place.field, row: $1.place.row, $1.text) }
            let still = mended.findings(books: books, library: library).filter {
                $0.rule.id == rule.id && $0.place == finding.place && $0.message == finding.message
            }
            #expect(still.isEmpty, "\(rule.id): \"\(fix.label)\" leaves \"\(finding.message)\"")
        }
    }

    /// What F9 applies by itself leaves every code, modifier and pointer meaning what it meant, and the chart as it is.
    @Test(arguments: Rule.all)
    func `what one key applies decides nothing`(_ rule: Rule) {
        for (example, finding, fix) in offers(of: rule)
        where finding.fixes.count == 1 && !fix.isDecision(on: example.draft) {
            let mended = fix.edits.reduce(example) { $0.with($1.place.field, row: $1.place.row, $1.text) }
            #expect(mended.codes == example.codes, "\(rule.id): \"\(fix.label)\"")
            #expect(mended.draft.lines.map(\.procedure) == example.draft.lines.map(\.procedure))
            #expect(mended.draft.lines.map(\.modifiers) == example.draft.lines.map(\.modifiers))
            #expect(mended.draft.treatment == example.draft.treatment, "\(rule.id)")
            #expect(mended.draft.trials == example.draft.trials && mended.draft.chart == example.draft.chart)
        }
    }

    @Test func `figures and forms are no decision and codes are`() {
        let draft = ClaimExample.sample.draft
        #expect(!Fix.replace(.lineNDCQuantity, row: 1, with: "0.7").isDecision(on: draft))
        #expect(!Fix.replace(.lineUnits, with: "1").isDecision(on: draft))
        #expect(!Fix.replace(.scoreTotal, with: "22").isDecision(on: draft))
        #expect(!Fix.replace(.diagnosisIndicator, with: "0").isDecision(on: draft))
        for field in [Field.diagnosisCode, .lineProcedure, .lineModifier1, .treatmentWeight, .lineRoute, .trialDrug] {
            #expect(Fix.replace(field, with: "").isDecision(on: draft), "\(field.id)")
        }
    }

    /// A gap in A to L is closed without a word: the same codes, and each line points to the same ones.
    @Test func `codes that only move are the same codes`() {
        let gap = ClaimExample.sample.diagnosed("F33.2", "", "R45.851").pointed("AC").draft
        let closed = Fix(
            "B",
            [Fix.Edit(.diagnosisCode, row: 1, "R45.851"), Fix.Edit(.diagnosisCode, row: 2, "")]
                + gap.lines.indices.map { Fix.Edit(.linePointers, row: $0, "AB") })
        #expect(!closed.isDecision(on: gap))
        let lost = Fix("B", [Fix.Edit(.diagnosisCode, row: 2, "")])
        #expect(lost.isDecision(on: gap))
        let turned = Fix("A", [Fix.Edit(.linePointers, row: 0, "CA")])
        #expect(turned.isDecision(on: gap))
    }

    /// A lone fix is taken with one key: it never puts another diagnosis or procedure on the claim.
    @Test(arguments: Rule.all)
    func `codes are never changed by one key`(_ rule: Rule) {
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
