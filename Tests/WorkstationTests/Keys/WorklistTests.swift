import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The first screen: every printable character filters, function keys act on the chosen claim.
struct WorklistTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.sample, .incompleteCodes, .officeVisit, .noHistory])
        return desk
    }

    @Test func `An empty list says how to begin`() throws {
        let desk = try TestDesk()
        #expect(desk.text.contains("No claims yet. F8 starts one."))
    }

    @Test func `Typing filters, Esc clears, a second Esc asks whether to leave`() throws {
        let desk = try desk().type("flagged")
        #expect(!desk.text.contains("clean  "))
        desk.press(.escape)
        #expect(desk.text.contains("4 claims"))
        desk.press(.escape)
        #expect(desk.text.contains("Quit CleanClaim?"))
    }

    @Test func `A filter without a match says so`() throws {
        let desk = try desk().type("zzz")
        #expect(desk.text.contains("No claim matches the filter. Esc clears it;"))
        desk.press(.enter)
        #expect(desk.message == "No claim is selected. F8 starts a new one.")
    }

    @Test func `while the others are being read a claim that is not found may still come`() throws {
        let desk = try desk()
        desk.handle(.listed(ListedRows([], isPartial: true)))
        desk.type("zzz").press(.enter)
        #expect(desk.message == "No such claim so far: the others are still being read.")
    }

    @Test func `Enter opens, Esc comes back, F8 begins, F5 copies`() throws {
        let desk = try desk().press(.enter)
        #expect(desk.openScreen == .claim)
        desk.press(.escape)
        #expect(desk.openScreen == nil)
        desk.press(.function(5))
        #expect(desk.draft.patient.lastName.text == "Rivera")
        #expect(desk.draft.lines.allSatisfy { $0.from.isEmpty })
        #expect(desk.effects.contains { if case .create(.after(_, .visit)) = $0 { true } else { false } })
    }

    @Test func `What somebody else does to the store is shown, and the cursor and the filter stay`() throws {
        let desk = try desk().type("medical").press(.down)
        let list = desk.workstation.screen.worklist
        let chosen = try #require(list.chosen)
        desk.keep([.intramuscular])
        desk.take(.storeChanged)
        let after = desk.workstation.screen.worklist
        #expect(after.rows.count == 5 && after.state.filter == "medical")
        #expect(after.chosen?.id == chosen.id)
    }

    @Test func `A claim that is open is not disturbed by what somebody else does to the store`() throws {
        let desk = try desk().press(.enter)
        let (draft, message) = (desk.draft, desk.message)
        desk.take(.storeChanged)
        #expect(desk.draft == draft && desk.message == message && desk.openScreen == .claim)
        // What was stored of it, as a response, comes to it.
        #expect(desk.effects.last == .turn(id: draft.id, .read))
    }

    @Test func `Alt-0 begins the claim to the second payer`() throws {
        let desk = try desk().press(.alt("0"))
        #expect(desk.effects.contains { if case .createNextPayersClaim = $0 { true } else { false } })
    }

    @Test func `F7 deletes, del shows what is deleted, F7 brings it back`() throws {
        let desk = try desk().press(.function(7))
        #expect(desk.text.contains("3 claims"))
        desk.type("del")
        #expect(desk.text.contains("1 claim,"))
        desk.press(.enter)
        #expect(desk.message == "This claim is deleted. F7 restores it.")
        desk.press(.function(7), .escape)
        #expect(desk.text.contains("4 claims"))
    }

    @Test func `F4 sorts by the next column, F3 groups by finding, F6 finds the next flagged claim`() throws {
        let desk = try desk()
        let columns = WorklistColumn.standard(at: 80)
        let orders = columns.map { _ -> String in
            desk.press(.function(4))
            return desk.message
        }
        #expect(Set(orders).count == columns.count)
        desk.press(.function(6))
        #expect(desk.workstation.screen.worklist.chosen?.status == .flagged)
        desk.press(.function(3))
        let list = desk.workstation.screen.worklist
        #expect((0..<list.lineCount).contains { list.line($0)?.claim == nil })
    }

    @Test func `F9 holds with a reason and releases, Ctrl-G comments`() throws {
        let desk = try desk().press(.function(9)).type("waits for the chart").press(.enter)
        #expect(desk.effects.contains { if case .hold(_, reason: "waits for the chart") = $0 { true } else { false } })
        #expect(desk.text.contains("held"))
        desk.press(.function(9))
        #expect(desk.effects.contains { if case .hold(_, reason: nil) = $0 { true } else { false } })
        desk.press(.control("g")).type("call Monday").press(.enter)
        #expect(desk.effects.contains { if case .comment(_, text: "call Monday") = $0 { true } else { false } })
    }

    @Test func `F1 says what the columns Days and Age count`() throws {
        let desk = try desk().press(.function(1))
        #expect(desk.text.contains("Days: days left to file. Age: days since the last edit."))
    }

    @Test func `The practice setup opens with Ctrl-O 9, is saved on leaving, and lets the open claim go`() throws {
        let desk = try desk().press(.enter).press(Keys.screen(9))
        #expect(desk.text.contains("Practice setup"))
        #expect(desk.effects.contains { if case .close = $0 { true } else { false } })
        desk.go(to: .billingName).type("Lakeside").press(.escape)
        #expect(desk.workstation.inputs.practice.billing.name.text == "Lakeside")
        #expect(desk.openScreen == nil)
    }
}
