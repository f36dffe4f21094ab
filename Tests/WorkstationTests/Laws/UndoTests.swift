import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// Law 6: everything is undoable.
struct UndoTests {
    @Test(arguments: 1...10)
    func `Undo goes back to the claim as it was opened, redo to where it was`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 313)
        let opened = ClaimDraft.random(using: &random)
        let desk = try TestDesk(
            open: opened, status: random.pick([.draft, .submitted, .rejected]),
            answers: ClaimAnswer.random(using: &random))
        for _ in 0..<70 { for key in Keys.random(using: &random) { _ = desk.workstation.handle(.event(.key(key))) } }
        while desk.workstation.overlay != nil { _ = desk.workstation.handle(.event(.key(.escape))) }
        let reached = try #require(desk.editor?.work)
        // What was undone before is no step any more.
        let ahead = repeated(.control("y"), desk)
        let last = try #require(desk.editor?.work)
        if ahead == 0 { #expect(last == reached) }

        let steps = repeated(.control("z"), desk)
        #expect(desk.draft == opened, "seed \(seed)")
        #expect(desk.message == "Nothing to undo: this is the claim as it was opened.")

        #expect(repeated(.control("y"), desk) == steps)
        let again = try #require(desk.editor?.work)
        #expect(again.draft == last.draft, "seed \(seed)")
        #expect(again.screen == last.screen && again.focus.place == last.focus.place)
        #expect(again.focus.cursor == last.focus.cursor && again.focus.isSelected == last.focus.isSelected)
    }

    /// Presses until the key says that there is nothing more.
    private func repeated(_ key: Key, _ desk: TestDesk) -> Int {
        for count in 0..<500 {
            _ = desk.workstation.handle(.event(.key(key)))
            if desk.message.hasPrefix("Nothing to") { return count }
        }
        Issue.record("no end")
        return 0
    }

    @Test func `One step is one field's edit`() throws {
        let desk = try TestDesk().press(.function(8)).type("Rivera").press(.enter).type("Dana").press(.backspace)
        desk.press(.enter, .control("z"))
        #expect(desk.draft.patient.firstName.text == "")
        #expect(desk.draft.patient.lastName.text == "Rivera")
        #expect(desk.focus == Place(.patientFirstName))
        desk.press(.control("z"))
        #expect(desk.draft.patient.lastName.text == "")
        #expect(desk.focus == Place(.patientLastName))
        desk.press(.control("y"), .control("y"))
        #expect(desk.draft.patient.firstName.text == "Dan")
    }

    @Test func `A key after an undo starts a new history, and what was undone is gone`() throws {
        let desk = try TestDesk().press(.function(8)).screen(.diagnosis).type("F33").press(.function(4))
        desk.press(.control("z")).type("F41")
        desk.press(.control("y"))
        #expect(desk.message == "Nothing to redo.")
        #expect(desk.draft.text(at: Place(.diagnosisCode)) == "F41")
    }

    @Test func `A deleted line comes back whole`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).screen(.procedure).press(.function(7))
        #expect(desk.draft.lines.count == 1)
        #expect(desk.message == "Line 1 deleted. Ctrl-Z undoes.")
        desk.press(.control("z"))
        #expect(desk.draft == ClaimExample.sample.draft)
        #expect(desk.message.hasPrefix("Undone: "))
    }

    @Test func `Undo and redo name what they change`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientLastName).type("X").press(.enter)
        let label = Field.patientLastName.label
        #expect(desk.press(.control("z")).message == "Undone: \(label).")
        #expect(desk.press(.control("y")).message == "Redone: \(label).")
        desk.go(to: .lineCharge, row: 1).press(.function(7)).press(.control("z"))
        #expect(desk.message.contains("more fields."))
    }

    @Test func `Replacing a selected text is undone like any edit`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientLastName).type("X")
        #expect(desk.draft.patient.lastName.text == "X")
        desk.press(.control("z"))
        #expect(desk.draft == ClaimExample.sample.draft)
        #expect(desk.editor?.work.focus.isSelected == true)
    }
}
