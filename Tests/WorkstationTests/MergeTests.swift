import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A claim that DANA changed in another window while it was keyed here.
struct MergeTests {
    private let base = ClaimExample.sample.draft

    private func claim(with texts: [(Field, Int, String)]) -> ClaimDraft {
        var draft = base
        for (field, row, text) in texts { draft.type(text, at: Place(field, row: row), in: ClaimExample.parsing) }
        return draft
    }

    private func conflict(_ texts: [(Field, Int, String)], as status: ClaimStatus = .draft) -> Action {
        let other = OpenedClaim(draft: claim(with: texts), status: status, history: [], isNew: false)
        return .conflict(id: base.id, .changed(OtherVersion(base: base, .draft, claim: other, by: "DANA")))
    }

    private func desk() throws -> TestDesk {
        let desk = try TestDesk(open: base)
        desk.isDiskSlow = true
        return desk
    }

    private func lastSaved(at desk: TestDesk) -> ClaimDraft? {
        if case .save(let claim)? = desk.effects.last { claim.draft } else { nil }
    }

    @Test func `What goes together is taken in the middle of a word`() throws {
        let desk = try desk().go(to: .patientMiddleName).type("Mar").take(.saveDue)
        desk.take(conflict([(.lineUnits, 1, "70"), (.lineCharge, 1, "80")]))
        #expect(desk.message == "DANA changed Charge of line 2 and 1 more value meanwhile: taken. Ctrl-Z undoes.")
        #expect(desk.effects.suffix(2).first == .resolve(id: base.id, .merged))
        desk.type("ia").take(.saveDue)
        let saved = try #require(lastSaved(at: desk))
        // Whoever did not look is told once more.
        desk.take(.saved(id: base.id, at: "10:00")).press(.control("s"))
        #expect(desk.message.hasPrefix("Saved at 10:00. DANA changed Charge of line 2"))
        #expect(saved.text(at: Place(.patientMiddleName)) == "Maria")
        #expect(saved.text(at: Place(.lineUnits, row: 1)) == "70")
    }

    /// Both have changed the amount and the drug line, DANA the patient's sex, too.
    func asked() throws -> TestDesk {
        let desk = try desk().go(to: .amountPaid).type("5").go(to: .lineUnits, row: 1).type("36").take(.saveDue)
        return desk.take(conflict([(.amountPaid, 0, "9"), (.lineUnits, 1, "70"), (.patientSex, 0, "M")]))
    }

    @Test func `A clash names both values and asks for each`() throws {
        let desk = try asked()
        let lines = desk.frame.lines
        #expect(lines[0].contains("Not saved: 2 values were changed here and by DANA"))
        for text in [
            "Amount paid", "[ ] M Mine    5", "[ ] T Theirs  9", "Line 2, as a whole", "Units 36", "Units 70",
        ] {
            #expect(desk.text.contains(text), "\(text)")
        }
        #expect(lines[23].contains("F8 Save") && lines[23].contains("Esc Later"))

        let effects = desk.effects.count
        desk.press(.function(8), .enter)
        #expect(desk.effects.count == effects)
        // One letter each; the selection goes on to what is open.
        desk.type("t").type("m")
        #expect(desk.text.contains("[x] T Theirs  9") && desk.text.contains("[x] M Mine    Units 36"))
        #expect(desk.effects.count == effects && desk.text.contains("All chosen. F8 saves."))
        desk.press(.function(8))
        let saved = try #require(lastSaved(at: desk))
        #expect(saved == claim(with: [(.amountPaid, 0, "9"), (.lineUnits, 1, "36"), (.patientSex, 0, "M")]))
        #expect(desk.message.hasPrefix("DANA changed Amount paid and 1 more value meanwhile: taken."))
        // Undo holds both.
        desk.press(.control("z"))
        #expect(desk.draft == claim(with: [(.amountPaid, 0, "5"), (.lineUnits, 1, "36")]))
        desk.press(.control("y"))
        #expect(desk.draft == saved)
    }

    @Test func `All of one side takes two keys, a new claim of mine as many`() throws {
        let theirs: [(Field, Int, String)] = [(.amountPaid, 0, "9"), (.patientSex, 0, "M")]
        func asked() throws -> TestDesk {
            try desk().go(to: .patientSex).type("U").go(to: .amountPaid).type("5").take(.saveDue).take(conflict(theirs))
        }
        let all = try asked().press(.end, .up, .enter, .function(8))
        #expect(lastSaved(at: all) == claim(with: theirs))
        let mine = try asked().press(.end, .up, .up, .enter, .function(8))
        #expect(lastSaved(at: mine) == claim(with: [(.amountPaid, 0, "5"), (.patientSex, 0, "U")]))
        let copy = try asked().press(.end, .enter)
        #expect(copy.effects.last == .resolve(id: base.id, .copy))
    }

    @Test func `Who keys on with the eyes on the paper chooses nothing`() throws {
        let desk = try desk().go(to: .amountPaid).type("5").take(.saveDue).take(conflict([(.amountPaid, 0, "9")]))
        let effects = desk.effects.count
        desk.type("MT 125").press(.enter, .tab, .enter, .backspace)
        #expect(desk.effects.count == effects && desk.workstation.overlay is MergeChoice)
        desk.press(.escape)
        #expect(desk.message == ClaimEditor.conflictText && desk.draft.text(at: Place(.amountPaid)) == "5")
        // Ctrl-S asks again, of what is keyed by then.
        desk.type("9").press(.control("u")).type("9").press(.control("s"))
        #expect(desk.workstation.overlay == nil && lastSaved(at: desk)?.text(at: Place(.amountPaid)) == "9")
    }

    @Test func `What is being answered is answered first`() throws {
        let desk = try desk().go(to: .amountPaid).type("5").take(.saveDue)
        desk.press(.control("p"), .enter, .end, .enter).type("name")
        desk.take(conflict([(.patientSex, 0, "M")]))
        #expect(
            desk.text.contains("name") && desk.draft.text(at: Place(.patientSex)) == base.text(at: Place(.patientSex)))
        desk.press(.escape)
        #expect(desk.draft.text(at: Place(.patientSex)) == "M" && desk.message.hasPrefix("DANA changed Patient sex"))
    }

    @Test func `The cursor stays in its line when one above it goes`() throws {
        // No number names the line that goes.
        let base = claim(with: [(.lineAdministration, 1, "")])
        let desk = try TestDesk(open: base)
        desk.isDiskSlow = true
        desk.go(to: .lineCharge, row: 1).type("44").take(.saveDue)
        var without = base
        without.lines.remove(at: 0)
        let claim = OpenedClaim(draft: without, status: .draft, history: [], isNew: false)
        desk.take(.conflict(id: base.id, .changed(OtherVersion(base: base, .draft, claim: claim, by: nil))))
        #expect(desk.focus == Place(.lineCharge, row: 0))
        #expect(desk.type("1").draft.text(at: Place(.lineCharge, row: 0)) == "441")
    }

    @Test(arguments: [
        (ClaimStatus.ready, "This claim is a draft again (was ready)."),
        (.submitted, "It is SUBMITTED now. Your edit is not submitted: Ctrl-K starts a corrected claim."),
    ])
    func `The status is said where it changes`(status: ClaimStatus, text: String) throws {
        let desk = try desk().go(to: .amountPaid).type("5").take(.saveDue).take(conflict([], as: status))
        #expect(desk.message == "DANA saved this claim meanwhile: what you keyed is kept. \(text)")
        #expect(desk.status != .ready)
    }

    @Test(arguments: [Size(columns: 80, rows: 24), Size(columns: 120, rows: 40)])
    func `However much clashes, the selected value is seen`(size: Size) throws {
        let fields = Field.all.filter { $0.part == .claim && $0.keyed == .claim }.prefix(30)
        var mine = base
        for field in fields { mine.type("1", at: Place(field), in: ClaimExample.parsing) }
        let desk = try TestDesk(open: mine, size)
        desk.take(conflict(fields.map { ($0, 0, "2") }))
        let choice = try #require(desk.workstation.overlay as? MergeChoice)
        for clash in choice.clashes {
            let cursor = try #require(desk.frame.cursor)
            #expect(desk.frame.lines[cursor.row].contains(clash.title))
            desk.press(.down)
        }
    }
}
