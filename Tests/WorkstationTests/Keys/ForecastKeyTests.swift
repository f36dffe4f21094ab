import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The denial forecast on Review.
struct ForecastKeyTests {
    private func desk(on draft: ClaimDraft) throws -> TestDesk {
        let desk = try TestDesk(open: draft, Size(columns: 132, rows: 43)).screen(.review)
        for _ in 0..<60 where desk.selectedForecast == nil { desk.press(.down) }
        return desk
    }

    @Test func `Enter on a line goes to its gravest finding's field, and Esc comes back to the line`() throws {
        let desk = try desk(on: ClaimExample.noHistory.draft)
        let entry = try #require(desk.selectedForecast)
        let row = desk.editor?.visits.reviewRow
        #expect(desk.text.contains("Enter Go there"))
        #expect(desk.text.contains(entry.likelihood == .likely ? "Likely" : "Possible"))
        desk.press(.enter)
        #expect(desk.focus == entry.findings[0].place)
        desk.press(.escape)
        #expect(desk.openScreen == .review)
        #expect(desk.editor?.visits.reviewRow == row)
    }

    @Test func `F1 on a line says what each code means and what leads to it`() throws {
        let desk = try desk(on: ClaimExample.noHistory.draft)
        let entry = try #require(desk.selectedForecast)
        desk.press(.function(1))
        #expect(desk.text.contains("Denial forecast"))
        #expect(desk.text.contains("Caused by:"))
        #expect(entry.rules.allSatisfy(desk.text.contains))
        desk.press(.escape)
        #expect(desk.selectedForecast != nil)
    }

    @Test func `A clean claim has none`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft, Size(columns: 132, rows: 43)).screen(.review)
        #expect(desk.text.contains("Denial forecast: no denial expected"))
    }

    @Test func `An override shows who made it, and what has changed where it lapsed`() throws {
        let desk = try TestDesk(open: ClaimExample.longInfusion.draft, Size(columns: 132, rows: 43))
        let warning = try #require(desk.shownFindings.first { $0.severity == .warning })
        desk.go(to: warning.place.field, row: warning.place.row).press(.control("g"))
        desk.type("Slow protocol").press(.enter)
        desk.press(.left)
        #expect(desk.text.contains("Overridden by A. Biller on 11/23/2026: Slow protocol"))
        desk.press(.function(1))
        #expect(desk.text.contains("It ends if these fields change."))
        desk.press(.escape).go(to: .lineStop).type("10:50").press(.enter)
        desk.go(to: warning.place.field, row: warning.place.row)
        #expect(desk.text.contains("The override by A. Biller on 11/23/2026 ended: line 1, Stop changed since."))
        #expect(desk.text.contains("!1"))
    }
}
