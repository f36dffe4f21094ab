import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

@Suite struct DrugChapterTests {
    static let chapters: [Chapter] = [.drug, .drugIdentification, .dose, .timing]
    static let rules = chapters.flatMap(\.rules)

    @Test(arguments: rules.map(\.id))
    func `a rule is silent on what it accepts and speaks on what it rejects`(id: String) throws {
        let rule = try #require(Rule.named(id))
        #expect(!rule.accepts().isEmpty && !rule.rejects().isEmpty)
        for example in rule.accepts() {
            let findings = try example.findings()
            #expect(!findings.contains { $0.rule.id == rule.id }, "\(example.title): \(rule.id)")
        }
        for example in rule.rejects() {
            let findings = try example.findings().filter { $0.rule.id == rule.id }
            #expect(!findings.isEmpty, "\(example.title): \(rule.id) is silent")
            for finding in findings {
                print(
                    "\(rule.id) \(finding.severity) \(finding.place.key): \(finding.message) | \(finding.remedy) | \(finding.fixes.map(\.label))"
                )
            }
            #expect(Set(findings.map(\.id)).count == findings.count)
        }
        let others = try rule.rejects().flatMap { try $0.findings() }.filter {
            $0.rule.id != rule.id && $0.severity > .note
        }
        if !others.isEmpty { print("   beside \(rule.id): \(Set(others.map(\.rule.id)).sorted())") }
    }
}

extension ClaimExample {
    static let library = try! PolicyLibrary()
    static let books = try! CodeBooks.shipped()

    func findings() throws -> [Finding] {
        var policy = Self.library.policy(for: draft)
        for adjustment in adjustments { adjustment(&policy.settings) }
        return validate(
            draft, in: Context(books: Self.books, policy: policy, today: Self.today, history: history))
    }
}
