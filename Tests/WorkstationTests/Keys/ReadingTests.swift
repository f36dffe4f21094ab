import ClaimModel
import ClaimRules
import Randomness
import TerminalKit
import Testing

@testable import Workstation

/// A claim is changed in one place at a time, and read everywhere.
struct ReadingTests {
    private let id = Turns.claim.id

    @Test func `It opens to read and says who has it and since when`() throws {
        let desk = try Turns.reading()
        #expect(desk.text.contains("READ-ONLY: Dana at FRONT-DESK since 10:42"))
        let before = desk.draft
        desk.go(to: .amountPaid).type("5")
        #expect(desk.message == "Dana has this claim open at FRONT-DESK since 10:42. Alt-a asks for it.")
        #expect(desk.draft == before && desk.saves == 0 && !desk.workstation.hasUnsavedWork)
        // It is read as any other: from screen to screen, with its findings, and a page of text over it.
        desk.screen(.review).press(.control("t"))
        #expect(desk.text.contains("line 1"))
        desk.press(.escape, .escape)
        #expect(desk.workstation.screen.openClaim == nil && desk.effects.contains(.close(id: id)))
    }

    @Test func `What is saved elsewhere shows where it is read, and the cursor stays`() throws {
        let desk = try Turns.reading().go(to: .amountPaid).take(.storeChanged)
        #expect(desk.turnSteps == [.read])
        var saved = Turns.claim
        saved.type("99", at: Place(.amountPaid), in: ClaimExample.parsing)
        desk.take(.turn(id: id, .saved(OpenedClaim(draft: saved, status: .flagged, history: [], isNew: false))))
        #expect(desk.draft == saved && desk.focus == Place(.amountPaid) && desk.text.contains("READ-ONLY: Dana"))
        // What is keyed here is merged, not replaced.
        let own = try TestDesk(open: Turns.claim).take(.storeChanged)
        own.take(.turn(id: id, .saved(OpenedClaim(draft: saved, status: .flagged, history: [], isNew: false))))
        #expect(own.turnSteps == [.read] && own.draft == Turns.claim)
    }

    @Test func `A window that says nothing of itself is another window`() throws {
        let desk = try Turns.reading()
        desk.take(.turn(id: id, .held(by: HeldElsewhere(person: "", desk: "", since: "10:42"))))
        #expect(desk.text.contains("READ-ONLY: another window since 10:42"))
        desk.type("5")
        #expect(desk.message == "Another window has this claim open since 10:42. Alt-a asks for it.")
    }

    @Test(arguments: [
        Key.function(4), .function(5), .function(7), .function(9), .function(12), .control("g"), .control("b"),
        .control("k"), .control("u"), .control("z"), .control("y"), .backspace, .delete, .character("x"),
    ])
    func `Whatever changes a claim says why it does not`(key: Key) throws {
        let desk = try Turns.reading(status: .denied).go(to: .lineUnits)
        let before = desk.draft
        desk.press(key)
        #expect(desk.message.hasPrefix("Dana has this claim open"), "\(key): \(desk.message)")
        #expect(desk.draft == before && desk.status == .denied && desk.workstation.overlay == nil)
    }

    @Test func `A paste and what is chosen from a look-up change nothing either`() throws {
        let desk = try Turns.reading().go(to: .linePlaceOfService)
        let before = desk.draft
        desk.paste("22\t96365\n")
        #expect(desk.draft == before && desk.message.hasPrefix("Dana has this claim open"))
        desk.go(to: .linePlaceOfService).press(.function(2)).press(.down, .enter)
        #expect(desk.draft == before && desk.message.hasPrefix("Dana has this claim open"))
        #expect(desk.saves == 0)
    }

    @Test func `Who may only read changes nothing anywhere, and is told so`() throws {
        let desk = try TestDesk(open: Turns.claim)
        desk.workstation.inputs.isReadOnly = true
        let before = desk.draft
        desk.go(to: .amountPaid).type("5")
        #expect(desk.message == "Read-only: nothing can be changed or saved." && desk.text.contains(" READ-ONLY "))
        desk.press(.alt("a"))
        #expect(desk.message.hasPrefix("Read-only") && desk.turnSteps.isEmpty)
        #expect(desk.draft == before && desk.saves == 0)
        desk.press(Keys.screen(9)).type("Lake")
        #expect(desk.openScreen == .practice && desk.message.hasPrefix("Read-only"))
        desk.press(.escape)
        #expect(!desk.effects.contains { if case .savePractice = $0 { true } else { false } })
        desk.press(.alt("f"), .function(8)).type("Lake").paste("Lake")
        #expect(desk.draft.text(at: Place(.patientLastName)).isEmpty && desk.text.contains(" READ-ONLY "))
    }

    @Test(arguments: 1...8)
    func `No key changes or saves what is only read`(seed: Int) throws {
        var random = Seeded(UInt64(seed) &* 7_019)
        let draft = ClaimDraft.random(using: &random)
        let isRole = seed.isMultiple(of: 2)
        let desk = try TestDesk()
        desk.workstation.inputs.isReadOnly = isRole
        let status = random.pick([ClaimStatus.draft, .ready, .denied, .rejected])
        func open() {
            desk.take(
                .opened(
                    OpenedClaim(
                        draft: draft, status: status, history: [], answers: ClaimAnswer.random(using: &random),
                        isNew: false, holder: isRole ? nil : Turns.dana)))
        }
        for _ in 0..<150 {
            if desk.workstation.screen.openClaim == nil { open() }
            let keys = Bool.random(using: &random) ? [random.pick(Keys.all)] : Keys.random(using: &random)
            desk.press(keys).take(.saveDue)
            guard let claim = desk.workstation.screen.openClaim else { continue }
            // A claim that is begun meanwhile, in whatever way, is another one.
            guard claim.draft.id == draft.id else {
                desk.press(.escape, .escape, .escape)
                continue
            }
            #expect(claim.draft == draft && claim.work.status == status, "after \(keys)")
        }
        #expect(desk.store[draft.id] == nil && desk.versions.isEmpty)
    }
}
