import ClaimModel
import ClaimRules
import Foundation
import Testing
import TextKit

@testable import ClaimExchange

/// Two versions side by side, on paper and for scripts.
struct VersionReportTests {
    private let report = VersionReport(
        of: ClaimExample.sample.with(.frequency, "7").with(.originalReference, "26314000551")
            .with(.lineNDC, row: 1, "").with(
                .rationale, "A word\u{1B}[2J that no terminal may act on, and a line that is far too long for a cell"
            )
            .draft,
        .init("now", status: "flagged"), from: ClaimExample.sample.draft,
        .init("version 1", status: "submitted", keptOn: Day(iso: "2026-11-20")))

    @Test func `Each text is listed with its box and element, its old and its new value`() {
        let text = report.text(.ascii)
        for words in [
            "version 1, submitted, kept 11/20/2026 -> now, flagged",
            "Frequency                   1                          7",
            "box 22, 2300 CLM05-3", "Payer's claim no.           (blank)                    26314000551", "Line 2",
            "4 fields differ.",
        ] {
            #expect(text.contains(words), "\(words)\n\(text)")
        }
        #expect(text.split(separator: "\n").allSatisfy { $0.count <= 80 })
        #expect(!text.contains("\u{1B}"))
    }

    @Test func `A version that a file remembers says which`() {
        let side = VersionReport.Side("version 1", status: "submitted", keptOn: Day(iso: "2026-11-20"), interchange: 42)
        let draft = ClaimExample.sample.draft
        let text = VersionReport(of: draft, .init("now"), from: draft, side).text(.ascii)
        #expect(text.hasPrefix("version 1, submitted, 11/20/2026, interchange 42 -> now\n"))
    }

    @Test func `A script gets the field, its row in both versions, and both texts`() throws {
        let json = try #require(
            try JSONSerialization.jsonObject(with: Data(report.json(claim: "C-1001").utf8)) as? [String: Any])
        #expect(json["claim"] as? String == "C-1001")
        let found = try #require(json["differences"] as? [[String: Any]])
        let ndc = try #require(found.first { $0["field"] as? String == "line.ndc" })
        #expect(ndc["row_before"] as? Int == 2 && ndc["row_after"] as? Int == 2)
        #expect(ndc["before"] as? String == ClaimExample.sample.draft.text(at: Place(.lineNDC, row: 1)))
        #expect(ndc["after"] as? String == "")
        let frequency = try #require(found.first { $0["field"] as? String == "frequency" })
        #expect(frequency["row_before"] is NSNull && frequency["element"] as? String == "2300 CLM05-3")
    }

    @Test func `Where nothing differs it says so`() {
        let draft = ClaimExample.sample.draft
        let same = VersionReport(of: draft, .init("now"), from: draft, .init("version 1"))
        #expect(same.differences.isEmpty && same.text(.unicode).contains("Nothing differs."))
    }
}
