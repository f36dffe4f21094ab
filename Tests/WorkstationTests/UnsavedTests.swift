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

    private func conflict(isGone: Bool = false) throws -> TestDesk {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.isDiskSlow = true
        desk.go(to: .amountPaid).type("5").take(.saveDue)
        desk.take(.saveFailed("This claim was changed in another window meanwhile."))
        return desk.take(.conflict(id: desk.draft.id, isGone: isGone))
    }

    private func resolutions(of desk: TestDesk) -> [Resolution] {
        desk.effects.compactMap { if case .resolve(_, let way) = $0 { way } else { nil } }
    }

    @Test(arguments: [(0, Resolution.copy), (1, .mine), (2, .theirs)])
    func `A conflict offers both, mine and the other`(steps: Int, way: Resolution) throws {
        let desk = try conflict()
        #expect(desk.text.contains("Keep both") && desk.text.contains("Keep mine"))
        desk.press(Array(repeating: .down, count: steps) + [.enter])
        #expect(resolutions(of: desk) == [way])
        // What is keyed is handed over before it is decided.
        let order = desk.effects.suffix(2)
        guard case .save? = order.first, case .resolve? = order.last else {
            Issue.record("\(order)")
            return
        }
    }

    @Test func `A conflict can wait and Ctrl-S asks again`() throws {
        let desk = try conflict()
        desk.press(.escape)
        #expect(!desk.text.contains("Keep both") && desk.message == ClaimEditor.conflictText)
        desk.type("6").press(.control("s"))
        #expect(desk.text.contains("Keep both"))
        desk.press(.escape).take(.saveDue)
        desk.take(.saved(id: desk.draft.id, at: "10:00")).press(.control("s"))
        #expect(desk.message == "Saved at 10:00.")
    }

    @Test func `A claim deleted elsewhere can only become a new one`() throws {
        let desk = try conflict(isGone: true)
        #expect(desk.text.contains("Keep both") && !desk.text.contains("Keep mine"))
        desk.press(.enter)
        #expect(resolutions(of: desk) == [.copy])
    }

    @Test func `A conflict does not close what is being answered`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.press(.control("p"), .enter, .end, .enter).type("name")
        desk.take(.conflict(id: desk.draft.id, isGone: false))
        #expect(desk.text.contains("name") && !desk.text.contains("Keep both"))
    }
}
