import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Reports at the desk.
struct ReportKeyTests {
    @Test func `Alt-u lists the reports, Enter counts one, as wide as the window`() throws {
        let desk = try TestDesk(Size(columns: 132, rows: 43)).press(.alt("u"))
        for report in OfficeReport.allCases { #expect(desk.text.contains(report.title)) }
        desk.press(.down, .enter)
        #expect(desk.text.contains("Denials by payer, code and rule, 132 columns"))
    }

    @Test func `Ctrl-P writes it to a file or prints it`() throws {
        let desk = try TestDesk().press(.alt("u"), .enter, .control("p"), .enter).type("aging.csv").press(.enter)
        #expect(desk.effects.contains(.printReport(.aging, .file("aging.csv", replaces: false))))
        desk.press(.alt("u"), .enter, .control("p"), .end, .enter)
        #expect(desk.effects.contains(.printReport(.aging, .printer("Back_Room"))))
    }
}
