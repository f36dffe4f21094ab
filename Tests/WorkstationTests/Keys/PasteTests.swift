import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A paste is one change, and no filter takes more than fits its line.
@Suite struct PasteTests {
    private static let long = String(repeating: "vt 8 qmhxr ", count: 2_000)

    @Test func `A paste into the filter of the worklist is cut off, with words`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit])
        desk.paste(Self.long)
        #expect(desk.workstation.screen.worklist.state.filter.count == ListState.longest)
        #expect(desk.message == "At most 60 characters.")
        #expect(desk.text.contains("0 claims") && desk.text.contains("No claim matches the filter."))
        #expect(desk.type("x").message == "At most 60 characters.")
        desk.press(.escape)
        #expect(desk.text.contains("2 claims"))
    }

    @Test func `Line ends and control characters of a paste are left out of a filter`() throws {
        let desk = try TestDesk().paste("rivera\n\tda\u{1B}na")
        #expect(desk.workstation.screen.worklist.state.filter == "riveradana" && desk.message.isEmpty)
    }

    @Test func `A paste into the submitted files, the palette and the look-up is one change`() throws {
        let files = try TestDesk().press(.control("q")).paste(Self.long)
        #expect(files.submissions?.state.filter.count == ListState.longest)
        let palette = try TestDesk().press(.alt("x")).paste(Self.long)
        #expect(palette.message == "At most 60 characters." && palette.text.contains("No matching command."))
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.go(to: .diagnosisCode).press(.function(2)).paste(Self.long)
        guard let lookUp = desk.workstation.overlay as? LookUp else {
            Issue.record("The look-up is closed.")
            return
        }
        #expect(lookUp.state.filter.count == ListState.longest && desk.message == "At most 60 characters.")
    }

    @Test func `A paste into a question is cut off at its length`() throws {
        let desk = try TestDesk()
        desk.keep([.sample])
        desk.press(.control("g")).paste(Self.long)
        #expect(desk.message == "At most 200 characters.")
        desk.press(.enter)
        #expect(desk.effects.contains { if case .comment(_, let text) = $0 { text.count == 200 } else { false } })
    }

    @Test func `Marks heaped on one letter are cut off too`() throws {
        let heap = "e" + String(repeating: "\u{301}", count: 100_000)
        let desk = try TestDesk().paste(heap)
        #expect(desk.workstation.screen.worklist.state.filter.utf8.count <= 4 * ListState.longest)
    }
}
