import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// How the rules are worded.
@Suite struct RuleWordingTests {
    let books: CodeBooks
    let library: PolicyLibrary

    init() throws {
        books = try Desk.books.get()
        library = try Desk.library.get()
    }

    private func findings(of rule: Rule) -> [Finding] {
        rule.rejects().flatMap { $0.findings(books: books, library: library) }.filter { $0.rule.id == rule.id }
    }

    @Test(arguments: Rule.all)
    func `a fault is short, and no title`(_ rule: Rule) {
        #expect((1...60).contains(rule.fault.count), "\(rule.id): \(rule.fault)")
        #expect(!rule.fault.hasSuffix("."), "\(rule.id): \(rule.fault)")
        #expect(rule.fault != rule.title, "\(rule.id)")
    }

    @Test func `no two rules name the same fault`() {
        let byFault = Dictionary(grouping: Rule.all, by: \.fault)
        for (fault, rules) in byFault { #expect(rules.count == 1, "\(fault): \(rules.map(\.id))") }
    }

    /// So that 80 columns never cut it.
    @Test(arguments: Rule.all)
    func `a problem fits in 70 characters`(_ rule: Rule) {
        for finding in findings(of: rule) {
            #expect(finding.message.count <= 70, "\(rule.id) \(finding.message.count): \(finding.message)")
            #expect(finding.message.hasSuffix("."), "\(rule.id): \(finding.message)")
        }
    }

    @Test(arguments: Rule.all)
    func `no text has words of the old dialect`(_ rule: Rule) {
        let old = /\b(stands?|standing|bears?|beside|mend(s|ed)?|anew|told|whom|authoris\w+|shall|millilitres?)\b/
        let texts =
            [rule.title, rule.fault, rule.severityNote ?? "", rule.undenied ?? ""]
            + findings(of: rule).flatMap { [$0.message, $0.remedy] + $0.fixes.map(\.label) }
        for text in texts { #expect(text.firstMatch(of: old) == nil, "\(rule.id): \(text)") }
    }
}
