import ClaimModel
import CodeSets
import Testing

@testable import ClaimRules

/// The rules of the Diagnosis and Procedure screens, by their own examples and by the tables that they come from.
@Suite struct DiagnosisAndProcedureTests {
    static let books = Result { try CodeBooks.shipped() }
    static let policies = Result { try PolicyLibrary() }
    static let rules = Rule.all.filter { ["DX", "PX", "MD"].contains($0.id.prefix(2)) || $0.id == "XF-008" }

    func findings(_ example: ClaimExample) throws -> [Finding] {
        let library = try Self.policies.get()
        var policy = library.named(example.policy) ?? library.generic
        for adjust in example.adjustments { adjust(&policy.settings) }
        let context = Context(
            books: try Self.books.get(), policy: policy, today: ClaimExample.today, history: example.history)
        return validate(example.draft, in: context)
    }

    @Test(arguments: rules.map(\.id))
    func provesItselfByItsExamples(_ id: String) throws {
        let rule = try #require(Rule.named(id))
        #expect(!rule.accepts().isEmpty && !rule.rejects().isEmpty)
        for (index, example) in rule.accepts().enumerated() {
            let speaks = try findings(example).filter { $0.rule.id == id && $0.severity == rule.severity }
            #expect(speaks.isEmpty, "\(id) accepts[\(index)]: \(speaks.first?.message ?? "")")
        }
        for (index, example) in rule.rejects().enumerated() {
            #expect(try findings(example).contains { $0.rule.id == id }, "\(id) rejects[\(index)]")
        }
    }
}
