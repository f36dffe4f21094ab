import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

@Suite struct UnsavedTests {
    @Test func `Leaving speaks the truth`() throws {
        let desk = try TestDesk()
        desk.keep([.sample])
        desk.press(.escape)
        #expect(desk.text.contains("Quit CleanClaim? Everything is saved."))
        // It may be saved, or not, while the question is open.
        desk.take(.unsaved(UnsavedWork(claims: 1)))
        #expect(desk.text.contains("Quit CleanClaim? 1 claim is not saved."))
        desk.take(.unsaved(UnsavedWork()))
        #expect(desk.text.contains("Quit CleanClaim? Everything is saved."))
    }

    @Test func `A claim that could not be saved is listed as such`() throws {
        let desk = try TestDesk()
        desk.keep([.sample])
        #expect(!desk.text.contains("NOT SAVED"))
        let lists = desk.effects.count { $0 == .list }
        let id = ClaimExample.sample.draft.id
        desk.take(.unsaved(UnsavedWork(claims: 1, failed: [id])))
        #expect(desk.text.contains("NOT SAVED"))
        // A new one is in no list yet: it is read again.
        #expect(desk.effects.count { $0 == .list } == lists + 1)
        desk.press(.control("s"))
        #expect(desk.message.hasPrefix("1 claim is not saved yet"))
        desk.take(.unsaved(UnsavedWork()))
        #expect(!desk.text.contains("NOT SAVED"))
        desk.press(.control("s"))
        #expect(desk.message == "Every claim is already saved.")
    }

    @Test func `A claim deleted elsewhere can only become a new one, and the question can wait`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.isDiskSlow = true
        desk.go(to: .amountPaid).type("5").take(.saveDue)
        desk.take(.saveFailed("This claim is no longer there.")).take(.conflict(id: desk.draft.id, .deleted))
        #expect(desk.text.contains("This claim was deleted in another window."))
        desk.press(.escape)
        #expect(desk.message == ClaimEditor.conflictText)
        desk.type("6").press(.control("s"))
        #expect(desk.text.contains("Keep both"))
        desk.press(.enter)
        // What is keyed is handed over before it is decided.
        #expect(desk.effects.last == .resolve(id: desk.draft.id, .copy))
        guard case .save(let claim)? = desk.effects.dropLast().last else {
            Issue.record("\(desk.effects.suffix(2))")
            return
        }
        #expect(claim.draft.text(at: Place(.amountPaid)) == "56")
    }
}
