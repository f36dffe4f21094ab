import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Where the cursor comes to rest: on opening a claim, on a screen by its number, page by page, and back on the worklist.
struct ArrivalTests {
    @Test func `A flagged claim opens at its first error, its text not selected`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.with(.lineNDC, row: 1, "12").draft)
        #expect(desk.openScreen == .ndc && desk.focus == Place(.lineNDC, row: 1))
        #expect(desk.editor?.work.focus.isSelected == false)
        #expect(desk.text.contains(" FLAGGED "))
    }

    @Test func `a wrong code of a list is replaced by what is typed`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.with(.payerOrder, "X").draft)
        #expect(desk.focus == Place(.payerOrder))
        desk.type("P")
        #expect(desk.draft.text(at: Place(.payerOrder)) == "P")
    }

    @Test func `A claim with nothing open, or one that the payer has, opens at its top`() throws {
        let clean = try TestDesk(open: ClaimExample.sample.draft)
        #expect(clean.openScreen == .claim && clean.focus == Place(.account))
        clean.type("9")
        #expect(clean.draft.text(at: Place(.account)) == ClaimExample.sample.draft.text(at: Place(.account)) + "9")
        let submitted = try TestDesk(open: ClaimExample.sample.with(.lineNDC, row: 1, "12").draft, status: .submitted)
        #expect(submitted.openScreen == .claim && submitted.text.contains(" SUBMITTED "))
    }

    @Test func `A new claim begins with its patient, a copy with the first thing that it leaves blank`() throws {
        let desk = try TestDesk().press(.function(8))
        #expect(desk.focus == Place(.patientLastName))
        #expect(desk.text.contains(" DRAFT "))
        let list = try TestDesk()
        list.keep([.officeVisit])
        list.press(.function(5))
        let place = try #require(list.focus)
        #expect(list.draft.text(at: place).isEmpty && list.draft.patient.lastName.text == "Rivera")
    }

    @Test func `Ctrl-O and a digit goes to what is open on the screen, else its top, and once more to the last place`()
        throws
    {
        let desk = try TestDesk(open: ClaimExample.sample.with(.lineCharge, row: 1, "x").draft)
        desk.screen(.procedure)
        #expect(desk.focus == Place(.lineCharge, row: 1))
        desk.go(to: .lineUnits).screen(.diagnosis)
        #expect(desk.focus == Place(.diagnosisCode))
        desk.screen(.procedure)
        #expect(desk.focus == Place(.lineCharge, row: 1))
        desk.screen(.procedure)
        #expect(desk.focus == Place(.lineUnits))
        desk.screen(.procedure)
        #expect(desk.openScreen == .procedure)
    }

    @Test func `A blank line is begun at its start`() throws {
        let desk = try TestDesk().press(.function(8)).screen(.procedure)
        #expect(desk.focus == Place(.lineFrom))
        desk.screen(.diagnosis)
        #expect(desk.focus == Place(.diagnosisCode))
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 132, rows: 43)])
    func `PgDn passes every page of every screen, and PgUp the same way back`(size: Size) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft, size).go(to: .account)
        var way: [Stop] = []
        while desk.openScreen != .review, way.count < 60 {
            way.append(Stop(screen: try #require(desk.openScreen), place: try #require(desk.focus)))
            desk.press(.pageDown)
        }
        #expect(desk.openScreen == .review)
        #expect(Set(way.map(\.screen)).count == 6)
        let shown = Set(
            way.flatMap { stop in
                desk.layout(of: stop.screen).page(with: stop.place, rows: size.rows - 8).lines.flatMap(\.slots).map(
                    \.place)
            })
        for screen in Screen.claimScreens {
            #expect(desk.layout(of: screen).slots.allSatisfy { shown.contains($0.place) }, "\(screen)")
        }
        for stop in way.reversed() {
            desk.press(.pageUp)
            #expect(desk.openScreen == stop.screen && desk.focus == stop.place)
        }
        #expect(desk.press(.pageUp).message == "This is the first screen.")
    }

    @Test func `F6 goes to errors, then warnings, then notes`() throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.with(.lineModifier1, "AA").draft)
        let severities = (0..<12).map { _ in
            desk.press(.function(6))
            return desk.findingsAtCursor.first?.severity ?? .note
        }
        let first = severities.prefix(while: { $0 == .error })
        #expect(!first.isEmpty)
        let rest = severities.dropFirst(first.count).prefix { $0 != .error }
        #expect(Array(rest) == rest.sorted(by: >))
    }

    @Test func `What is wrong with the field just left shows until the next key`() throws {
        let desk = try TestDesk().press(.function(8)).go(to: .patientZIP).type("1").press(.up)
        let finding = try #require(desk.shownFindings.first { $0.place == Place(.patientZIP) })
        let text = String(finding.message.prefix(30))
        #expect(desk.text.contains(text))
        desk.press(.home)
        #expect(!desk.text.contains(text))
    }

    @Test func `The worklist's cursor stays on the claim just left, a new one too`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .incompleteCodes, .officeVisit, .noHistory])
        desk.press(.down, .enter)
        let id = desk.draft.id
        desk.go(to: .patientMiddleName).type("Q").press(.escape)
        #expect(desk.chosenClaim == id)
        desk.press(.function(8)).type("Zzz")
        let new = desk.draft.id
        #expect(desk.press(.escape).chosenClaim == new)
    }

    @Test func `Deleting asks for a ready claim, and Ctrl-Z brings any back`() throws {
        let desk = try TestDesk()
        desk.keep([.officeVisit])
        desk.press(.function(7))
        #expect(desk.text.contains("0 claims"))
        #expect(desk.press(.control("z")).text.contains("1 claim,"))
        #expect(desk.message.hasPrefix("Undone: "))
        desk.press(.enter, .function(12), .function(8), .escape, .function(7))
        #expect(desk.text.contains("is ready to submit. Delete it?"))
        desk.press(.enter)
        #expect(desk.text.contains("1 claim,"))
        desk.press(.function(7), .function(8))
        #expect(desk.text.contains("0 claims"))
        #expect(desk.press(.control("z")).text.contains("1 claim,"))
        #expect(desk.press(.control("z")).message.hasPrefix("Nothing to undo"))
    }
}

extension TestDesk {
    fileprivate var chosenClaim: String? {
        workstation.screen.worklist.chosen?.id
    }
}
