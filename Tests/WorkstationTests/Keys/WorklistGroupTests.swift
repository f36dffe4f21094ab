import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The list grouped by what has to be fixed, and the way through a group.
struct WorklistGroupTests {
    private func desk() throws -> TestDesk {
        let desk = try TestDesk()
        desk.keep([.sample, .incompleteCodes, .officeVisitOnly, .noHistory])
        return desk.press(.function(3))
    }

    private func titles(_ desk: TestDesk) -> [WorklistLines.Title] {
        let list = desk.workstation.screen.worklist
        return (0..<list.lineCount).compactMap { if case .title(let title) = list.line($0) { title } else { nil } }
    }

    @Test func `errors come first, each group names its fault, and what needs nothing is folded`() throws {
        let titles = titles(try desk())
        #expect(titles.count > 2)
        #expect(titles.first?.severity == .error)
        #expect(titles.last?.rule == nil && titles.last?.isFolded == true)
        for title in titles.dropLast() {
            #expect(title.text.hasPrefix(Rule.named(title.name)?.fault ?? "?"))
        }
    }

    @Test func `Enter on a title folds and unfolds, Left goes to the title first`() throws {
        let desk = try desk()
        let count = desk.workstation.screen.worklist.lineCount
        desk.press(.down, .left, .left)
        #expect(desk.workstation.screen.worklist.lineCount < count)
        #expect(titles(desk).first?.isFolded == true)
        desk.press(.enter)
        #expect(desk.workstation.screen.worklist.lineCount == count)
        desk.press(.left, .right)
        #expect(desk.workstation.screen.worklist.lineCount == count)
    }

    @Test func `Enter opens the claim at the finding of its group, and Alt-j the next claim of the group`() throws {
        let desk = try TestDesk()
        var other = ClaimExample.officeVisitOnly
        other.draft = other.draft.renamed("other")
        let examples = [ClaimExample.officeVisitOnly, other, .noHistory]
        desk.keep(examples)
        desk.press(.function(3))
        let list = desk.settled.workstation.screen.worklist
        let place = try #require(
            (0..<list.lineCount - 1).first { place in
                guard case .title(let title) = list.line(place), title.claims > 1 else { return false }
                return true
            })
        let rule = try #require(list.title(of: place)?.title.rule)
        for _ in 0...place { desk.press(.down) }
        desk.press(.enter)
        let first = desk.draft.id
        let finding = desk.workstation.screen.openEditor?.findings?.first { $0.rule.id == rule }
        // The line of the finding, where its very field has no place on the screen.
        let cursor = try #require(desk.workstation.screen.openEditor?.focusedPlace)
        #expect(finding?.place.field.part == cursor.field.part && finding?.place.row == cursor.row)
        desk.press(.alt("j"))
        #expect(desk.draft.id != first)
        #expect(desk.workstation.screen.openEditor?.findings?.contains { $0.rule.id == rule } == true)
        for _ in examples { desk.press(.alt("j")) }
        #expect(desk.message == "This was the last claim of the group. Esc goes back.")
        desk.press(.escape)
        #expect(desk.workstation.screen is Worklist)
    }

    @Test func `on the list Alt-j asks for the next claim that nobody works on, from the cursor on`() throws {
        let desk = try TestDesk()
        desk.keep([.sample, .incompleteCodes, .officeVisitOnly])
        desk.press(.down, .alt("j"))
        let asked = desk.effects.compactMap { if case .openNext(let ids) = $0 { ids } else { nil } }
        #expect(asked.first?.count == 3)
        #expect(desk.openScreen != nil && desk.draft.id == asked.first?.first)
    }
}
