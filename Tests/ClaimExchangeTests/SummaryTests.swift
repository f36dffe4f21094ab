import ClaimExchange
import ClaimModel
import ClaimRules
import Testing

@Suite struct SummaryTests {
    @Test(arguments: ClaimExample.demo.map(\.draft.id))
    func pagesFitThePaper(id: String) throws {
        let draft = try #require(ClaimExample.demo.first { $0.draft.id == id }).draft
        let summary = try Proving.summary(of: draft)
        #expect(summary.pages.allSatisfy { $0.lines.count == 66 && $0.lines.allSatisfy { $0.count <= 80 } })
        #expect(summary.fingerprint == (try Proving.summary(of: draft, Summary.Style(isMasked: true)).fingerprint))
    }
}
