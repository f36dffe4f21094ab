import ClaimModel
import Testing

@testable import ClaimRules

@Suite struct AnswerCandidateTests {
    private func candidates(_ code: AnswerCode, _ example: ClaimExample, line: Int? = nil) throws -> [AnswerCandidate] {
        let context = example.context(books: try Desk.books.get(), library: try Desk.library.get())
        return code.candidates(
            on: ClaimFacts(of: example.draft, in: context), line: line, findings: validate(example.draft, in: context))
    }

    @Test func `what a rule finds comes first`() throws {
        let found = try candidates(.denial(.rarc("M119")), .sample.with(.lineNDC, row: 1, ""), line: 1)
        #expect(found.first?.place == Place(.lineNDC, row: 1))
        #expect(found.first?.isFound == true)
    }

    @Test func `a status code maps to its fields`() throws {
        let found = try candidates(.status("562"), .sample.with(.billingNPI, "1234567890"))
        #expect(found.first?.place == Place(.billingNPI))
    }

    @Test func `what the format fixes is not a field to fix`() throws {
        let code = AnswerCode.denial(.carc("16"))
        #expect(try !candidates(code, .sample).contains { $0.place.field == .diagnosisIndicator })
        let other = ClaimExample.sample.with(.diagnosisIndicator, "9")
        #expect(try candidates(code, other).first?.place == Place(.diagnosisIndicator))
    }

    @Test func `m 123 also comes when units are not one`() throws {
        let example = ClaimExample.sample.with(.lineUnits, row: 1, "35")
        #expect(try candidates(.denial(.rarc("M123")), example).contains { $0.place == Place(.lineUnits, row: 1) })
        let plain = try candidates(.denial(.rarc("M123")), .sample)
        #expect(!plain.contains { $0.isFound && $0.place.field == .lineUnits })
    }

    /// One code has several causes: where every rule is silent the fields are named all the same.
    @Test func `every code that a rule names has candidates on the claim that breaks it`() throws {
        for rule in Rule.evaluated {
            guard let example = rule.rejects().first, let code = rule.prevents.first else { continue }
            let found = try candidates(.denial(code), example)
            #expect(!found.isEmpty, "\(rule.id)")
            #expect(Set(found.map(\.place)).count == found.count && found.count <= 8)
        }
    }

    @Test func `codes are read as people write them`() {
        let read = AnswerCode.codes(in: "CO-16 M119, CARC 197 PR1 A7:562 n56 B15 ?? hello")
        #expect(
            read.codes.map(\.text) == [
                "CARC 16", "RARC M119", "CARC 197", "CARC 1", "claim status 562", "RARC N56", "CARC B15",
            ])
        #expect(read.unknown == ["??", "HELLO"])
    }
}
