// example
import ClaimModel
import ClaimRules
import CodeSets
// end of example
import ProductDocumentation
import Testing

@Suite struct DocumentationTests {
    @Test func `the article's example does what its comments say`() throws {
        // example
        let policies = try PolicyLibrary()
        let today = ParsingContext(today: Day(number: 20_785))  // 2026-11-28
        var draft = ClaimDraft(id: "A-1")
        draft.type("1234567890", at: Place(.billingNPI), in: today)

        let context = Context(books: try .shipped(), policy: policies.policy(for: draft), today: today.today)
        let findings = validate(draft, in: context)
        for finding in findings where finding.severity == .error && finding.concern == .entry {
            print(finding.place.key, finding.message, finding.remedy)
        }
        let isReady = Verdict(of: findings, on: draft).isClean  // false
        // end of example
        let places = findings.filter { $0.severity == .error && $0.concern == .entry }.map(\.place.key)
        #expect(places == ["billing.npi"])
        #expect(!isReady)
        #expect(throws: Rejection.self) { try Claim(readying: draft, in: context) }
    }

    @Test func `the article opens with the example that this suite runs`() throws {
        let example = try LibraryProduct.claimRules.firstExample()
        #expect(example.count > 5)
        #expect(example == (try markedExample(in: #filePath)))
    }

    @Test func `every public member is documented`() throws {
        let undocumented = try LibraryProduct.claimRules.undocumented()
        #expect(undocumented == [])
    }
}
