import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Printing from the worklist: one claim, or all that the filter shows, in one run.
struct WorklistPrintTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.sample, .officeVisit, .incompleteCodes])
        return desk
    }

    private func ids(_ desk: TestDesk) -> [String] {
        let list = desk.settled.workstation.screen.worklist
        return list.shownPlaces.map { list.rows[$0].id }
    }

    private func runs(_ desk: TestDesk) -> [Effect] {
        desk.effects.filter { if case .printListed = $0 { true } else { false } }
    }

    @Test func `this claim, to the printer that was used last`() throws {
        let desk = try desk()
        desk.printers = Printers(names: ["Front_Desk"], chosen: "Front_Desk")
        desk.press(.down, .control("p"))
        let chosen = ids(desk)[1]
        #expect(desk.text.contains("This claim: ") && desk.text.contains("All 3 listed"))
        desk.press(.enter, .enter, .enter)
        #expect(runs(desk) == [.printListed([chosen], .summary, .printer("Front_Desk"))])
    }

    @Test func `all that are listed, in the order of the list, as one file`() throws {
        let desk = try desk().press(.function(4), .function(4), .control("p"), .down, .enter)
        #expect(desk.text.contains("Print 3 claims"))
        desk.press(.end, .enter)
        #expect(desk.text.contains("Print 3 claims (packet for an appeal)"))
        desk.press(.end, .enter).type("day.pdf").press(.enter)
        #expect(runs(desk) == [.printListed(ids(desk), .appealPacket, .file("day.pdf", replaces: false))])
    }

    @Test func `the filter says which, and one that is left is not asked about`() throws {
        let desk = try desk().type("flagged")
        let flagged = ids(desk)
        #expect((1...2).contains(flagged.count))
        desk.press(.control("p"))
        if flagged.count > 1 { desk.press(.down, .enter) }
        desk.press(.down, .enter, .enter)
        #expect(runs(desk) == [.printListed(flagged, .cms1500, .printer(nil))])
        let none = try self.desk().type("nobody").press(.control("p"))
        #expect(none.message.contains("Nothing to print") && none.workstation.overlay == nil)
    }

    @Test func `a file that exists is replaced only by the key that says so`() throws {
        let desk = try desk()
        desk.existingFiles = ["day.txt"]
        let replacing = Effect.printListed(ids(desk), .summary, .file("day.txt", replaces: true))
        desk.press(.control("p"), .down, .enter, .enter, .end, .enter).type("day.txt").press(.enter)
        #expect(desk.text.contains("day.txt exists. Replace it?"))
        desk.press(.enter)
        #expect(!desk.effects.contains(replacing))
        desk.press(.control("p"), .down, .enter, .enter, .end, .enter).type("day.txt").press(.enter, .function(8))
        #expect(desk.effects.contains(replacing))
    }

    @Test func `deleted claims are not printed`() throws {
        let desk = try desk().press(.function(7))
        if desk.workstation.overlay != nil { desk.press(.function(8)) }
        desk.press(.control("p"))
        #expect(desk.text.contains("All 2 listed"))
        desk.press(.escape)
        #expect(desk.message.contains("Nothing changed"))
        desk.type("del").press(.control("p"))
        #expect(desk.workstation.overlay == nil && desk.message.contains("Deleted claims are not printed"))
    }

    @Test func `grouped by finding, a claim of several groups is printed once`() throws {
        let desk = try desk().press(.function(3), .home, .control("p"), .enter, .enter)
        #expect(runs(desk) == [.printListed(ids(desk), .summary, .printer(nil))])
        #expect(Set(ids(desk)).count == 3)
    }

    @Test func `a printer gets text or drawn pages, as it got last`() throws {
        let desk = try desk().press(.control("p"), .enter, .enter)
        #expect(desk.text.contains("Prints text. Right: drawn pages (PDF)."))
        desk.press(.right)
        #expect(desk.text.contains("Prints drawn pages (PDF). Left: text."))
        desk.press(.down, .enter)
        #expect(runs(desk) == [.printListed([ids(desk)[0]], .summary, .printer("Front_Desk", isDrawn: true))])
        desk.printers = Printers(names: ["Front_Desk"], chosen: "Front_Desk", isDrawn: true)
        desk.take(.printers(desk.printers)).press(.enter, .control("p"), .enter, .enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer("Front_Desk", isDrawn: true))))
    }
}
