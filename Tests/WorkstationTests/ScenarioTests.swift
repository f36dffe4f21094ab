import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// The payer's article, keyed at the desk: its improved example, and the three mistakes that it names.
struct ScenarioTests {
    /// The practice and one claim of its patient are known; a new claim is begun.
    private func newClaim() throws -> TestDesk { try TestDesk().press(.function(8)) }

    /// The sample keyed field by field onto a new claim, in the order of the screens.
    private func keyed(_ example: ClaimExample, upTo last: Screen) throws -> TestDesk {
        let desk = try newClaim()
        for screen in Screen.claimScreens where screen.rawValue <= last.rawValue {
            desk.screen(screen)
            for place in example.draft.places where Screen(of: place.field) == screen {
                let text = example.draft.text(at: place)
                guard !text.isEmpty, desk.draft.text(at: place) != text else { continue }
                desk.go(to: place.field, row: place.row).type(text)
            }
        }
        return desk
    }

    @Test func `The improved example, keyed from an empty claim, is clean and becomes ready`() throws {
        let desk = try keyed(.sample, upTo: .documentation).screen(.review)
        #expect(desk.shownErrors == [])
        #expect(desk.shownFindings.filter { $0.severity == .warning }.map(\.message) == [])
        desk.press(.end, .enter, .function(8))
        #expect(desk.status == .ready)
        #expect(desk.store.values.first?.status == .ready)
        desk.press(.control("p"), .enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer)))
    }

    @Test func `A category for a diagnosis shows when its field is left, and goes with the key that completes it`()
        throws
    {
        let desk = try keyed(.sample, upTo: .claim).screen(.diagnosis)
        desk.type("F33")
        #expect(!desk.shownErrors.contains("DX-006"))
        desk.press(.enter)
        #expect(desk.shownErrors.contains("DX-006"))
        desk.press(.up, .end).type(".")
        #expect(!desk.shownErrors.contains("DX-006"))
        desk.type("2")
        #expect(!desk.shownErrors.contains("DX-006"))
        #expect(desk.text.contains("Major depressive disorder, recurrent severe"))
    }

    @Test func `A missing diagnosis shows once its screen is left, and goes with its last character`() throws {
        let desk = try keyed(.sample, upTo: .claim).screen(.diagnosis)
        let quiet = desk.shownErrors
        desk.press(.pageDown)
        let missing = desk.shownErrors.subtracting(quiet)
        #expect(!missing.isEmpty)
        #expect(desk.text.contains("2 Diagnosis✗"))
        desk.press(.pageUp).type("F33.2")
        #expect(desk.shownErrors.isDisjoint(with: missing))
    }
}
