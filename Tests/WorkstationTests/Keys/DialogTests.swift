import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// What lies over the screen: Esc restores, and the key that asked never confirms.
struct DialogTests {
    /// A way to each dialog: the keys on the opened claim, the last of which asks.
    private static let asking: [[Key]] = [
        [.function(1)], [.function(2)], [.control("p")], [.control("t")], [.control("o")], [.control("b")],
        [.control("w")], [.alt("x")], [.function(2), .function(1)], [.control("t"), .control("t")],
    ]

    @Test(arguments: asking)
    func `Esc leaves everything as it was`(keys: [Key]) throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientSex)
        let before = try #require(desk.editor?.work)
        desk.press(keys)
        #expect(desk.workstation.overlay != nil)
        for _ in 0..<2 where desk.workstation.overlay != nil { desk.press(.escape) }
        #expect(desk.workstation.overlay == nil)
        #expect(desk.editor?.work == before)
    }

    @Test func `Several sentences are a page, one is a message, and an open dialog stays`() throws {
        let desk = try TestDesk()
        desk.take(.messages(title: "Before you begin", ["The first."]))
        #expect(desk.message == "The first." && desk.workstation.overlay == nil)
        desk.take(.messages(title: "Before you begin", ["The first.", "The second."]))
        #expect(desk.text.contains("Before you begin") && desk.text.contains("The first."))
        #expect(desk.text.contains("The second."))
        desk.press(.escape).press(.function(1)).take(.messages(title: "Later", ["One.", "Two."]))
        #expect(!desk.text.contains("Later") && desk.message == "One. Two.")
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

    /// The same where the question is Ready, an override, a fix, a correction, a deletion, or leaving.
    @Test func `The key that asked never confirms what it asked`() throws {
        let ready = try TestDesk(open: ClaimExample.officeVisit.draft)
        #expect(ready.press(.function(12), .function(12), .function(12)).status != .ready)
        ready.screen(.review).press(.home, .enter, .enter)
        #expect(ready.status != .ready)
        let warned = try TestDesk(open: ClaimExample.longInfusion.draft)
        let warning = try #require(warned.shownFindings.first { $0.severity == .warning })
        warned.go(to: warning.place.field, row: warning.place.row).press(.control("g"), .control("g"), .control("g"))
        #expect(warned.draft.overrides.isEmpty)
        let list = try TestDesk()
        list.keep([.officeVisit])
        list.press(.enter, .function(12), .function(8), .escape)
        list.press(.function(7), .function(7))
        #expect(list.store.values.first?.status == .ready)
        for key in [Key.escape, .control("v"), .function(9), .control("g")] {
            let effects = list.effects.count
            list.press(key, key)
            if list.workstation.overlay != nil { list.press(.escape) }
            #expect(!list.hasLeft && list.effects[effects...].allSatisfy { $0 == .offerSending }, "\(key.name)")
        }
    }

    @Test func `the screen's digit after Ctrl-O is not typed into the field below a question`() throws {
        let desk = try TestDesk(open: ClaimExample.officeVisit.draft).go(to: .lineCharge)
        let before = desk.draft
        desk.press(.function(12))
        #expect(desk.text.contains("Any other key: cancel"))
        desk.press(.control("o"), .character("7"))
        #expect(desk.draft == before && desk.status != .ready)
        #expect(desk.openScreen == .review && desk.workstation.overlay == nil)
    }

    @Test func `Leaving is asked for with Esc, and confirmed with a key that means nothing else`() throws {
        let desk = try TestDesk().press(.escape)
        #expect(desk.text.contains("Quit CleanClaim?"))
        desk.press(.escape)
        #expect(!desk.hasLeft)
        desk.press(.escape, .enter)
        #expect(!desk.hasLeft)
        for key in Keys.all where key != .control("\\") && key != .alt("q") { desk.press(.escape, key) }
        #expect(!desk.hasLeft)
        let fresh = try TestDesk().press(.control("\\"), .control("\\"))
        #expect(!fresh.hasLeft && fresh.message.contains("Esc asks"))
        #expect(fresh.press(.escape, .control("\\")).hasLeft)
    }

    @Test func `Ready is asked for with Enter and confirmed with F8, on a clean claim only`() throws {
        let clean = try TestDesk(open: ClaimExample.officeVisit.draft).screen(.review).press(.home)
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
            let desk = try TestDesk(open: ClaimExample.officeVisit.draft).press(.function(12), .function(8)).go(
                to: .lineProcedure
            ).press(command)
            #expect(desk.status != .ready)
            #expect(desk.message.contains("draft again"), "\(command.name)")
        }

        let flagged = try TestDesk(open: ClaimExample.incompleteCodes.draft).screen(.review).press(.home, .enter)
        #expect(flagged.message.hasPrefix("Not ready"))
        #expect(flagged.workstation.overlay == nil)
    }

    @Test func `Ready says what is missing, and shows it, on every screen of a claim`() throws {
        for screen in Screen.claimScreens {
            let desk = try TestDesk().press(.function(8)).screen(screen)
            #expect(desk.frame.lines[23].contains("F12 Ready"), "\(screen)")
            desk.press(.function(12))
            #expect(desk.message.hasPrefix("Not ready: ") && desk.message.contains("to fix (F6). First: "))
            #expect(desk.shownErrors.count > 1 && desk.text.contains(" FLAGGED "))
        }
        let ready = try TestDesk(open: ClaimExample.officeVisit.draft).press(.function(12), .function(8))
        #expect(ready.status == .ready && ready.message.hasPrefix("Ready to submit."))
        ready.press(.function(12))
        #expect(ready.message.hasPrefix("This claim is ready") && ready.workstation.overlay == nil)
    }

    @Test func `F1 explains the finding, and twice lists all keys`() throws {
        let desk = try TestDesk().press(.function(8)).go(to: .billingNPI).type("1122233344").press(.function(1))
        #expect(desk.text.contains("Why PV-001"))
        #expect(desk.text.contains("How to fix"))
        #expect(desk.text.contains("1122233344"))
        desk.press(.function(1))
        #expect(desk.text.contains("F1, Alt-1"))
        desk.press(.pageDown)
        #expect(desk.text.contains("Ctrl-G"))
        desk.press(.escape)
        #expect(desk.focus == Place(.billingNPI))
    }

    @Test func `F1 on a quiet field says what it takes, and where it goes`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientSex).press(.function(1))
        #expect(desk.text.contains(Field.patientSex.help.prefix(30)))
        #expect(desk.text.contains("CMS-1500 box"))
        #expect(desk.text.contains("Choices:"))
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

    @Test func `A rule that the office reserves is overridden by a lead only`() throws {
        let example = ClaimExample.longInfusion
        let warning = try #require(
            TestDesk(open: example.draft).shownFindings.first { $0.severity == .warning })
        var preferences = Preferences()
        preferences.reservedRules = [warning.rule.id]
        for isLead in [false, true] {
            let desk = try TestDesk(open: example.draft, preferences: preferences, isLead: isLead)
            desk.go(to: warning.place.field, row: warning.place.row).press(.control("g"))
            #expect(isLead == !desk.message.contains("Only a lead may override \(warning.rule.id)"))
            desk.type("The chart says why").press(.enter)
            #expect(desk.draft.overrides.isEmpty == !isLead)
        }
    }

    @Test func `A warning is overridden with a reason and the name of who is signed in`() throws {
        let example = ClaimExample.longInfusion
        let desk = try TestDesk(open: example.draft)
        let warning = try #require(desk.shownFindings.first { $0.severity == .warning })
        desk.go(to: warning.place.field, row: warning.place.row).press(.control("g"))
        #expect(desk.text.contains("Override \(warning.rule.id)"))
        desk.press(.enter)
        #expect(desk.message.contains("Reason is required"))
        desk.type("The chart says why").press(.enter)
        let override = try #require(desk.draft.overrides.last)
        #expect(override.reason == "The chart says why")
        #expect(override.by == "A. Biller")
        #expect(override.on == ClaimExample.today)
        #expect(!desk.text.contains("!1"))
        desk.press(.control("z"))
        #expect(desk.draft.overrides.isEmpty)
    }

    /// What is done with does not hide what is not.
    @Test func `Of two warnings in one field the open one shows, and is the one that is overridden`() throws {
        for example in [
            ClaimExample.longInfusion, .noHistory,
            .sample.without(.evaluator, .evaluatedOn).with(.renderingTaxonomy, "207L00000X"),
        ] {
            let desk = try TestDesk(open: example.draft)
            let warnings = desk.shownFindings.filter { $0.severity == .warning }
            guard
                let place = warnings.map(\.place).first(where: { place in
                    warnings.count { $0.isShown(at: place) } > 1
                })
            else { continue }
            desk.go(to: place.field, row: place.row)
            let here = warnings.filter { $0.isShown(at: place) }.count
            for _ in 0..<here { desk.press(.control("g")).type("The chart says why").press(.enter) }
            #expect(desk.draft.overrides.count == here)
            return
        }
        Issue.record("No example has two warnings in one field.")
    }

    @Test func `Printing asks what and where: a printer of the list, or a file`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.press(.control("p"), .enter, .end, .enter).type("out.txt").press(.enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .file("out.txt", replaces: false))))
        desk.press(.control("p"), .enter)
        #expect(desk.text.contains("Default printer") && desk.text.contains("Front_Desk"))
        desk.press(.enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer(nil))))
        desk.press(.control("p"), .end, .enter)
        #expect(desk.text.contains("Print the packet for an appeal"))
        desk.press(.down, .enter)
        #expect(desk.effects.contains(.print(desk.draft, .appealPacket, .printer("Front_Desk"))))
    }

    @Test func `The printer that was used last is the first, and one that is found late moves nothing`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.printers = Printers(names: nil, chosen: "Back_Room")
        desk.press(.control("p"), .enter)
        #expect(desk.text.contains("Looking for printers"))
        desk.press(.down)
        desk.handle(.printers(Printers(names: ["Attic", "Back_Room"], chosen: "Back_Room")))
        #expect(desk.text.contains("Attic") && !desk.text.contains("Looking for printers"))
        desk.press(.enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer(nil))))
        desk.press(.control("p"), .enter, .enter)
        #expect(desk.effects.contains(.print(desk.draft, .summary, .printer("Back_Room"))))
    }

    @Test func `A file that exists is replaced only by the key that says so`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft)
        desk.existingFiles = ["out.txt"]
        let replacing = Effect.print(desk.draft, .summary, .file("out.txt", replaces: true))
        desk.press(.control("p"), .enter, .end, .enter).type("out.txt").press(.enter)
        #expect(desk.text.contains("out.txt exists. Replace it?"))
        desk.press(.enter)
        #expect(desk.message.contains("Nothing changed") && !desk.effects.contains(replacing))
        desk.press(.control("p"), .enter, .end, .enter).type("out.txt").press(.enter, .function(8))
        #expect(desk.effects.contains(replacing))
    }

    @Test func `Ctrl-P in a preview prints what it shows, and no 837P`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).press(.control("t"), .control("p"))
        #expect(desk.text.contains("Print the CMS-1500"))
        desk.press(.end, .enter).type("form.txt").press(.enter)
        #expect(desk.effects.contains(.print(desk.draft, .cms1500, .file("form.txt", replaces: false))))
        desk.press(.control("t"), .control("t"), .control("p"))
        #expect(desk.text.contains("not printed"))
    }

    @Test func `Review's Enter jumps to the finding, and Esc comes back to its line`() throws {
        let desk = try TestDesk(open: ClaimExample.incompleteCodes.draft).screen(.review).press(.down, .down)
        let finding = try #require(desk.selectedFinding)
        let row = desk.editor?.visits.reviewRow
        desk.press(.enter)
        #expect(desk.focus == finding.place)
        #expect(desk.openScreen == Screen(of: finding.place.field))
        desk.press(.escape)
        #expect(desk.openScreen == .review)
        #expect(desk.editor?.visits.reviewRow == row)
        desk.press(.escape)
        #expect(desk.openScreen == nil)
    }
}
