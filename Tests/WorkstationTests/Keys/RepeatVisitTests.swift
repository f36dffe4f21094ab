import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// A visit like an earlier one: Enter asks only what is new, and nothing is keyed twice.
struct RepeatVisitTests {
    /// The worklist with one claim, which the patient had before.
    private func desk(_ example: ClaimExample) throws -> TestDesk {
        let earlier = PriorClaim(draft: example.draft, status: .paid)
        let desk = try TestDesk(history: [earlier])
        desk.keep([example])
        return desk
    }

    /// Presses each key of a text, `⏎` for Enter and `=` for F4, and counts them.
    private func key(_ text: String, at desk: TestDesk) -> Int {
        for character in text {
            switch character {
            case "⏎": desk.press(.enter)
            case "=": desk.press(.function(4))
            default: desk.press(.character(character))
            }
        }
        return text.count
    }

    @Test func `a repeat infusion is ready in 40 keys`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5))
        #expect(desk.focus == Place(.lineFrom))
        var keys = 1
        var path: [Place] = []
        while desk.openScreen != .review, path.count < 30, let place = desk.focus {
            path.append(place)
            switch place.field {
            case .lineFrom: keys += key("111726⏎", at: desk)
            case .lineStart: keys += key("0900⏎", at: desk)
            case .lineStop: keys += key("0940⏎", at: desk)
            default: keys += key("=⏎", at: desk)
            }
        }
        desk.press(.function(12), .function(8))
        keys += 2
        #expect(desk.status == .ready, "\(desk.shownErrors) \(path.map(\.key))")
        #expect(keys <= 40, "\(keys): \(path.map(\.key))")
        #expect(desk.draft.lines.map(\.from.text) == ["11/17/2026", "11/17/2026"])
    }

    @Test func `one date is keyed for all lines, and one undo takes it back`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5))
        _ = key("111726⏎", at: desk)
        #expect(desk.message.contains("The same date at"))
        desk.press(.control("z"))
        #expect(desk.draft.lines.allSatisfy { $0.from.isEmpty })
    }

    @Test func `the arrows go everywhere on a copy`() throws {
        let desk = try desk(.sample)
        desk.press(.function(5), .end, .right)
        #expect(desk.focus == Place(.lineTo))
    }

    @Test func `blank modifiers are passed in one key`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .lineProcedure)
        desk.press(.enter, .enter)
        #expect(desk.focus == Place(.linePointers))
        desk.go(to: .lineModifier1).type("25").press(.enter, .enter)
        #expect(desk.focus == Place(.linePointers))
    }

    @Test(arguments: [("96365", "IVI"), ("96374", "IVP"), ("96372", "IV")])
    func `IV is what the code of the line makes of it`(code: String, route: String) throws {
        let desk = try TestDesk(open: ClaimExample.sample.with(.lineRoute, "").with(.lineProcedure, code).draft)
        desk.go(to: .lineRoute).type("iv").press(.enter)
        #expect(desk.draft.lines[0].route.text.uppercased() == route)
    }

    @Test func `F9 fills a missing quantity from dose and strength`() throws {
        let draft = ClaimExample.sample.with(.lineNDCUnit, row: 1, "").with(.lineNDCQuantity, row: 1, "").draft
        let desk = try TestDesk(open: draft).go(to: .lineNDCQuantity, row: 1)
        desk.press(.function(9))
        #expect(desk.draft.lines[1].ndcQuantity.text == "0.7" && desk.draft.lines[1].ndcUnit.text == "ML")
    }

    @Test func `only the PHQ-9 stops at its items`() throws {
        let draft = ClaimExample.sample.with(.scoreInstrument, "MADRS").with(.scoreItems, "").draft
        let desk = try TestDesk(open: draft).go(to: .scoreDate).press(.enter)
        #expect(desk.focus == Place(.scoreTotal))
        desk.go(to: .scoreInstrument).type("PHQ9").go(to: .scoreDate).press(.enter)
        #expect(desk.focus == Place(.scoreItems))
    }
}
