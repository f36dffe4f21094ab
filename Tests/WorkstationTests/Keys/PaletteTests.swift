import ClaimModel
import ClaimRules
import TerminalKit
import Testing

@testable import Workstation

/// Alt-x: every command that applies here, by typing.
struct PaletteTests {
    @Test func `A command is found by a word of it, shows its key, and Enter runs it`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).press(.alt("x"))
        #expect(desk.text.contains("Commands") && desk.text.contains("Ctrl-T"))
        desk.type("print")
        #expect(desk.text.contains("Ctrl-P") && !desk.text.contains("Ctrl-T"))
        desk.press(.enter)
        #expect(desk.text.contains("Packet for an appeal"))
    }

    @Test func `It lists what applies where the cursor is, and nothing else`() throws {
        let desk = try TestDesk(open: ClaimExample.sample.draft).go(to: .patientLastName).press(.alt("x"))
        #expect(!desk.text.contains("Duplicate") && !desk.text.contains("Override"))
        desk.press(.escape).go(to: .lineCharge).press(.alt("x"))
        #expect(desk.text.contains("Duplicate"))
        let list = try TestDesk().press(.alt("x"))
        #expect(list.text.contains("Filter") && !list.text.contains("Comment"))
        list.type("submitted files").press(.enter)
        #expect(list.submissions != nil)
    }

    @Test func `A user's key is shown, and a word that fits nothing runs nothing`() throws {
        let keymap = try Keymap.standard.overridden(by: ["print": ["F11"]])
        let desk = try TestDesk(open: ClaimExample.sample.draft, preferences: Preferences(keymap: keymap))
        desk.press(.alt("x")).type("print")
        #expect(desk.text.contains("F11"))
        desk.type("zzz").press(.enter)
        #expect(desk.text.contains("No matching command") && desk.draft == ClaimExample.sample.draft)
        desk.press(.escape)
        #expect(desk.workstation.overlay == nil)
    }

    @Test(arguments: Binding.acting.map(\.command))
    func `Every command that the palette lists does something, or says why not`(command: Command) throws {
        for open in [true, false] {
            let desk = try open ? TestDesk(open: ClaimExample.sample.draft).go(to: .lineCharge) : TestDesk()
            if !open { desk.keep([.officeVisit]) }
            guard command != .palette, let use = Binding.use(of: command, in: desk.workstation.screen.area),
                desk.workstation.screen.applies(command, desk.workstation.view)
            else { continue }
            let (before, effects) = (desk.frame, desk.effects.count)
            desk.press(.alt("x")).type(use.help).press(.enter)
            #expect(
                desk.frame != before || !desk.message.isEmpty || desk.effects.count > effects, "\(command)")
        }
    }
}
