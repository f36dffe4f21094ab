import ClaimModel
import CodeSets
import Prerequisites
import Testing

@testable import ClaimExchange
@testable import ClaimRules

/// Good claims of specialties that no rule was written for: nothing holds them.
@Suite(.slow) struct SpecialtyTests {
    @Test func `a good claim of any specialty is clean`() throws {
        let (books, library) = (try Desk.books.get(), try Desk.library.get())
        let coverage = FormatCoverage(carrying: FormatCoverage.professionalFields, books: books, library: library)
        let read = try ReadFile(try Fixture.bytes("specialties"))
        #expect(read.claims.count == 71 && read.faults.isEmpty && read.claims.allSatisfy(\.faults.isEmpty))
        for claim in read.claims {
            let draft = claim.draft(id: claim.controlNumber, in: Writers.context, carrying: false)
            let context = Context(books: books, policy: library.policy(for: draft), today: ClaimExample.today)
            let findings = coverage.judged(validate(draft, in: context)).filter { $0.severity != .note }
            let texts = findings.map { "\(draft.id): \($0.rule.id) \($0.message)" }
            #expect(texts.isEmpty, "\(texts)")
        }
    }

    /// The slip of each kind that a text shows is found, by a warning.
    @Test(arguments: [
        ("KETOROLAC 30 MG IM", "KETOROLAC 30 MG IV", "PX-010"),
        ("IRON SUCROSE 200 MG IV OVER 30 MIN", "IRON SUCROSE 200 MG IV OVER 12 MIN", "TM-003"),
        ("IRON SUCROSE 200 MG IV OVER 30 MIN", "IRON SUCROSE 200 MG IM", "PX-015"),
        ("IVP OVER 2 MINUTES", "IVP OVER 20 MINUTES", "TM-004"),
    ])
    func `a text that its line contradicts is quoted in a warning`(_ good: String, _ bad: String, _ rule: String) throws
    {
        let file = String(decoding: try Fixture.bytes("specialties"), as: UTF8.self).replacing(good, with: bad)
        let claims = try ReadFile(Array(file.utf8)).claims
        let found = try claims.flatMap { claim in
            let draft = claim.draft(id: claim.controlNumber, in: Writers.context, carrying: false)
            let policy = try Desk.library.get().policy(for: draft)
            return validate(draft, in: Context(books: try Desk.books.get(), policy: policy, today: ClaimExample.today))
        }.filter { $0.rule.id == rule }
        #expect(found.map(\.severity) == [.warning])
        #expect(found.allSatisfy { $0.message.contains(bad) })
    }
}
