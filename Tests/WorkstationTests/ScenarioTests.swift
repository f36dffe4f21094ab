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
        #expect(desk.shownFindings.filter { $0.severity == .note }.count == 1)
        let more = try #require(desk.text.firstMatch(of: /([0-9]+) more notes: Enter shows all notes/))
        desk.press(.home, .down, .down, .enter)
        #expect(desk.shownFindings.filter { $0.severity == .note }.count == (Int(more.1) ?? 0) + 1)
        #expect(!desk.text.contains("more notes"))
        desk.press(.home, .enter, .function(8))
        #expect(desk.status == .ready)
        #expect(desk.store.values.first?.status == .ready)
        desk.press(.control("p"), .enter, .enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer(nil))))
    }

    @Test func `What a primary decided, keyed from its paper, says at once whether it adds up`() throws {
        let desk = try keyed(.sample, upTo: .procedure)
        desk.go(to: .payerOrder).type("S").screen(.procedure)
        desk.go(to: .linePrimaryPaid).type("170").go(to: .linePrimaryAdjusted).type("co45 10 pr2 20").press(.enter)
        #expect(desk.text.contains("charge $210.00, paid $170.00, adjusted $30.00: $10.00 missing"))
        #expect(desk.shownErrors.contains("PY-015"))
        desk.go(to: .linePrimaryAdjusted).type("co45 10 pr2 30").press(.enter)
        #expect(desk.text.contains("adjusted $40.00: balances"))
        #expect(!desk.shownErrors.contains("PY-015"))
    }

    @Test func `A third plan is begun by its name, and a tertiary claim asks for both EOBs`() throws {
        let desk = try keyed(.sample, upTo: .procedure)
        func shows(_ field: Field) -> Bool {
            Screen.claimScreens.contains { desk.layout(of: $0).slots.contains { $0.place.field == field } }
        }
        #expect(shows(.thirdPlanName) && !shows(.thirdPolicyNumber) && !shows(.secondaryAdjudicationPaid))
        desk.go(to: .otherInsuranceExists).type("Y").go(to: .thirdPlanName).type("Harbor Health Plan").press(.enter)
        #expect(shows(.thirdPolicyNumber) && !shows(.secondaryAdjudicationPaid))
        #expect(desk.focus?.field == .thirdInsuredLastName)
        desk.go(to: .payerOrder).type("T").press(.enter)
        #expect(shows(.secondaryAdjudicationPaid) && shows(.lineSecondaryPaid))
        desk.screen(.procedure).go(to: .lineSecondaryPaid).type("25").go(to: .lineSecondaryAdjusted)
            .type("oa23 170 pr2 10").press(.enter)
        #expect(desk.text.contains("charge $210.00, paid $25.00, adjusted $180.00: $5.00 missing"))
        #expect(desk.shownErrors.contains("PY-015"))
        desk.go(to: .lineSecondaryAdjusted).type("oa23 170 pr2 15").press(.enter)
        #expect(desk.text.contains("adjusted $185.00: balances"))
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
