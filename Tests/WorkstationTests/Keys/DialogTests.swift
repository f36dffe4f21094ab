import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// What lies over the screen: Esc restores, and the key that asked never confirms.
struct DialogTests {
    /// A way to each dialog: the keys on the opened claim, the last of which asks.
    private static let asking: [[Key]] = [
        [.function(1)], [.function(2)], [.control("p")], [.control("t")], [.control("o")],
    ]

    @Test(arguments: asking)
    func `Esc leaves everything as it was`(keys: [Key]) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientSex)
        let before = try #require(desk.workstation.editor?.work)
        desk.press(keys)
        #expect(desk.workstation.dialog != nil)
        desk.press(.escape)
        #expect(desk.workstation.dialog == nil)
        #expect(desk.workstation.editor?.work == before)
    }

    @Test(arguments: asking)
    func `The key that asked does not confirm`(keys: [Key]) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientSex)
        desk.press(keys)
        let effects = desk.effects.count
        desk.press(keys.last.map { [$0, $0] } ?? [])
        #expect(desk.draft == ClaimExample.sample.draft)
        #expect(desk.effects[effects...].allSatisfy { if case .preview = $0 { true } else { false } })
    }

    @Test func `Leaving is asked for with Esc and confirmed with F8 alone`() throws {
        let desk = try TestDesk().press(.escape)
        #expect(desk.text.contains("Leave CleanClaim?"))
        desk.press(.escape)
        #expect(!desk.hasLeft)
        desk.press(.escape, .enter)
        #expect(!desk.hasLeft)
        desk.press(.escape, .function(8))
        #expect(desk.hasLeft)
    }

    @Test func `Ready is asked for with Enter and confirmed with F8, on a clean claim only`() throws {
        let clean = try TestDesk(open: ClaimExample.officeVisit.draft).screen(.review).press(.end)
        #expect(clean.shownErrors.isEmpty)
        clean.press(.enter, .enter)
        #expect(clean.status != .ready)
        clean.press(.enter, .function(8))
        #expect(clean.status == .ready)
        #expect(clean.text.contains("READY"))
        clean.go(to: .patientLastName).type("X")
        #expect(clean.status == .draft)
        #expect(clean.message.contains("draft again"))
        let commands: [Key] = [.backspace, .function(5), .function(7), .control("u")]
        for command in commands {
            let desk = try TestDesk(open: ClaimExample.officeVisit.draft).screen(.review)
                .press(.end, .enter, .function(8)).go(to: .lineProcedure).press(command)
            #expect(desk.status != .ready)
            #expect(desk.message.contains("draft again"), "\(command.name)")
        }

        let flagged = try TestDesk(open: ClaimExample.incompleteCodes.draft).screen(.review).press(.end, .enter)
        #expect(flagged.message.hasPrefix("Not ready"))
        #expect(flagged.workstation.dialog == nil)
    }

    @Test func `F1 explains the finding, and twice lists all keys`() throws {
        let desk = try TestDesk().press(.function(8)).go(to: .billingNPI).type("1122233344").press(.function(1))
        #expect(desk.text.contains("Why PV-001"))
        #expect(desk.text.contains("How to fix"))
        #expect(desk.text.contains("1122233344"))
        desk.press(.function(1))
        #expect(desk.text.contains("F1, Alt-1"))
        desk.press(.pageDown)
        #expect(desk.text.contains("F6, Alt-6, Ctrl-N"))
        desk.press(.escape)
        #expect(desk.focus == Place(.billingNPI))
    }

    @Test func `F1 on a quiet field says what it takes, and where it goes`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientSex).press(.function(1))
        #expect(desk.text.contains(Field.patientSex.help.prefix(30)))
        #expect(desk.text.contains("CMS-1500 box"))
        #expect(desk.text.contains("Takes:"))
    }

    @Test func `A look-up filters as one types, and Enter takes`() throws {
        let desk = try TestDesk().press(.function(8)).go(to: .relationship).press(.function(2)).type("self")
        desk.press(.enter)
        #expect(desk.draft.subscriber.relationship.value == .`self`)
        #expect(desk.focus == Place(.relationship))
        desk.press(.control("z"))
        #expect(desk.draft.subscriber.relationship.isEmpty)
    }

    @Test func `A patient keyed before is offered by F2 on the next claim`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientMiddleName).type("Q").press(.escape)
        desk.press(.function(8), .function(2)).type("dana")
        #expect(desk.text.contains("Rivera, Dana"))
        desk.press(.enter)
        #expect(desk.draft.patient.lastName.text == "Rivera")
        #expect(desk.draft.patient.birthDate.text == "04/17/1981")
        #expect(desk.draft.subscriber.memberID.text == "123456789012")
    }

    @Test func `A warning is overridden with a reason and a name, which are kept`() throws {
        let example = ClaimExample.longInfusion
        let desk = try TestDesk(open: example.draft)
        let warning = try #require(desk.shownFindings.first { $0.severity == .warning })
        desk.go(to: warning.place.field, row: warning.place.row).press(.control("g"))
        #expect(desk.text.contains("Override \(warning.rule.id)"))
        desk.press(.enter)
        #expect(desk.message.contains("Reason is needed"))
        desk.type("The chart says why").press(.enter).type("A. Biller").press(.enter)
        let override = try #require(desk.draft.overrides.last)
        #expect(override.reason == "The chart says why")
        #expect(override.by == "A. Biller")
        #expect(override.on == ClaimExample.today)
        #expect(!desk.text.contains("!1"))
        desk.press(.control("z"))
        #expect(desk.draft.overrides.isEmpty)
    }

    @Test func `Printing asks for a file, and an empty answer means the printer`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).press(.control("p")).type("out.txt").press(.enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .file("out.txt"))))
        desk.press(.control("p"), .enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer)))
    }

    @Test func `Ctrl-P in a preview prints what it shows, and no 837P`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).press(.control("t"), .control("p"))
        #expect(desk.text.contains("Print the CMS-1500"))
        desk.type("form.txt").press(.enter)
        #expect(desk.effects.contains(.print(desk.draft, .cms1500, .file("form.txt"))))
        desk.press(.control("t"), .control("t"), .control("p"))
        #expect(desk.text.contains("not printed"))
    }

    @Test func `Review's Enter jumps to the finding, and Esc comes back to its line`() throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft).screen(.review).press(.down, .down)
        let finding = try #require(desk.workstation.selectedReviewFinding())
        let row = desk.workstation.editor?.visits.reviewRow
        desk.press(.enter)
        #expect(desk.focus == finding.place)
        #expect(desk.openScreen == Screen(of: finding.place.field))
        desk.press(.escape)
        #expect(desk.openScreen == .review)
        #expect(desk.workstation.editor?.visits.reviewRow == row)
        desk.press(.escape)
        #expect(desk.openScreen == nil)
    }
}
