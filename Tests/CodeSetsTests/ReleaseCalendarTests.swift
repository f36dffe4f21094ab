import ClaimModel
import Testing

@testable import CodeSets

@Suite struct ReleaseCalendarTests {
    @Test(
        arguments: [
            ("2026-11-28", CodeSetName.diagnosis, "2026-10-01", "2027-04-01", false),
            ("2027-04-01", .diagnosis, "2027-04-01", "2027-10-01", true),
            ("2026-02-10", .hcpcs, "2026-01-01", "2026-04-01", false),
            ("2026-11-28", .hcpcs, "2026-10-01", "2027-01-01", true),
            ("2026-11-28", .procedurePair, "2026-10-01", "2027-01-01", true),
            ("2026-01-15", .taxonomy, "2026-01-01", "2026-07-01", nil),
            ("2026-02-15", .carc, "2025-11-01", "2026-03-01", nil),
        ] as [(String, CodeSetName, String, String, Bool?)])
    func `says what is due`(_ today: String, _ set: CodeSetName, _ last: String, _ next: String, _ isOverdue: Bool?)
        throws
    {
        let due = try #require(try books.due(on: day(today)).first { $0.set == set })
        #expect(try (due.last, due.next) == (day(last), day(next)))
        #expect(due.isOverdue == isOverdue)
    }
}
