import TerminalKit
import Testing

@testable import Workstation

/// The key table: workstation.md's, and what a user may change of it.
struct KeymapTests {
    @Test(arguments: [
        (Command.confirm, ["Enter"]), (.nextField, ["Tab"]), (.previousField, ["Shift-Tab"]),
        (.explain, ["F1", "Alt-1"]), (.lookUp, ["F2", "Alt-2", "Ctrl-L"]), (.group, ["F3", "Alt-3"]),
        (.same, ["F4", "Alt-4"]), (.duplicate, ["F5", "Alt-5"]), (.nextFinding, ["F6", "Alt-6", "Ctrl-N"]),
        (.previousFinding, ["Shift-F6", "Ctrl-R"]), (.deleteLine, ["F7", "Alt-7"]), (.nextLine, ["F8", "Alt-8"]),
        (.takeFix, ["F9", "Alt-9"]), (.nextScreen, ["PgDn"]), (.previousScreen, ["PgUp"]),
        (.goToScreen, ["Ctrl-O"]), (.undo, ["Ctrl-Z"]), (.redo, ["Ctrl-Y"]), (.overrideWarning, ["Ctrl-G"]),
        (.ready, ["F12", "Alt-r"]), (.palette, ["Alt-x"]), (.preview, ["Ctrl-T"]), (.print, ["Ctrl-P"]),
        (.save, ["Ctrl-S"]), (.back, ["Esc", "Ctrl-X"]),
        (.leaveHint, ["Ctrl-C"]), (.clear, ["Ctrl-U"]), (.payerAnswer, ["Ctrl-B"]), (.resubmit, ["Ctrl-K"]),
        (.changes, ["Ctrl-W"]), (.history, ["Alt-h"]),
        (.askForClaim, ["Alt-a"]), (.giveClaim, ["Alt-g"]), (.keepClaim, ["Alt-k"]), (.takeOver, ["Alt-o"]),
    ])
    func `Each command has its key and its twins`(command: Command, names: [String]) throws {
        for name in names {
            let key = try #require(Key(named: name))
            #expect(Keymap.standard.command(for: key) == command)
        }
        #expect(Keymap.standard.keys(for: command).first?.name == names[0])
    }

    @Test func `No key has two meanings, and every command has one`() {
        let all = Command.allCases.flatMap { Keymap.standard.keys(for: $0) }
        #expect(Set(all).count == all.count)
        #expect(Command.allCases.allSatisfy { !Keymap.standard.keys(for: $0).isEmpty })
        #expect(all.allSatisfy { Key(named: $0.name) == $0 })
    }

    @Test func `A user's keys take the place of a command's own`() throws {
        let keymap = try Keymap.standard.overridden(by: ["take-fix": ["Ctrl-F", "F9"], "print": ["F11"]])
        #expect(keymap.command(for: .control("f")) == .takeFix)
        #expect(keymap.command(for: .function(9)) == .takeFix)
        #expect(keymap.command(for: .alt("9")) == nil)
        #expect(keymap.command(for: .control("p")) == nil)
        #expect(keymap.shortName(of: .takeFix) == "^F")
        #expect(Keymap.standard.shortName(of: .undo) == "^Z")
    }

    @Test func `Two commands may trade keys`() throws {
        let keymap = try Keymap.standard.overridden(by: ["undo": ["Ctrl-Y"], "redo": ["Ctrl-Z"]])
        #expect(keymap.command(for: .control("y")) == .undo)
        #expect(keymap.command(for: .control("z")) == .redo)
    }

    @Test(arguments: [
        (["take-fix": ["F8"]], "F8 is used by both next-line and take-fix"),
        (["fix-all": ["F9"]], "\"fix-all\" is not a command"),
        (["undo": ["Strg-Z"]], "\"Strg-Z\" is not a key"),
        (["undo": ["u"]], "types text"),
        (["undo": [" "]], "types text"),
        (["undo": []], "give at least one key"),
        (["undo": ["Ctrl-F"], "redo": ["ctrl-f"]], "Ctrl-F is used by both redo and undo"),
    ])
    func `What cannot be is refused with words`(overrides: [String: [String]], words: String) {
        let fault = #expect(throws: KeymapFault.self) {
            _ = try Keymap.standard.overridden(by: overrides)
        }
        #expect(fault?.description.contains(words) == true, "\(fault?.description ?? "")")
    }

    @Test func `The footer and the list of keys read the user's table`() throws {
        let keymap = try Keymap.standard.overridden(by: ["next-line": ["F11"]])
        let desk = try TestDesk(preferences: Preferences(keymap: keymap))
        #expect(desk.frame.lines[23].contains("F11 New"))
        let list = KeyList(of: keymap).lines(in: .worklist).joined(separator: "\n")
        #expect(list.contains("F11 "))
        #expect(!list.contains("F8, Alt-8"))
        desk.press(.function(1))
        desk.press(.escape, .function(11))
        #expect(desk.openScreen == .claim)
    }

    @Test func `Every command has one binding, with a label and help for each area`() {
        #expect(Binding.all.map(\.command).count == Set(Binding.all.map(\.command)).count)
        #expect(Set(Binding.all.map(\.command)) == Set(Command.allCases))
        for binding in Binding.all {
            #expect(binding.uses.allSatisfy { !$0.label.isEmpty && !$0.help.isEmpty }, "\(binding.command)")
            // No area has two uses of one command.
            for bit in 0..<16 {
                let area = Area(rawValue: 1 << bit)
                #expect(binding.uses.count { !$0.areas.isDisjoint(with: area) } <= 1, "\(binding.command)")
            }
        }
    }

    @Test(arguments: [("send", Command.submit), ("send-again", .resubmit), ("batches", .submissions)])
    func `A command keeps the name that it had before`(name: String, command: Command) throws {
        let keymap = try Keymap.standard.overridden(by: [name: ["F11"]])
        #expect(keymap.command(for: .function(11)) == command)
    }

    @Test func `The characters that Alt makes a key with are those of the table`() throws {
        #expect(Keymap.standard.altCharacters.isSuperset(of: ["1", "x", "r"]))
        #expect(try !Keymap.standard.overridden(by: ["palette": ["F11"]]).altCharacters.contains("x"))
    }

    @Test func `Ctrl-C says how to quit`() throws {
        let desk = try TestDesk().press(.control("c"))
        #expect(desk.message.hasPrefix("Ctrl-C does not quit."))
        #expect(!desk.hasLeft)
    }
}
