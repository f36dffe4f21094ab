import ClaimModel
import ClaimRules
import Foundation
import Prerequisites
import Testing

/// The terminal itself: what is refused, what is drawn, what survives.
@Suite(.slow, .serialized) struct TerminalTests {
    private func refusal(columns: Int = 80, rows: Int = 24, with changes: [String: String]) throws -> String {
        let window = try TerminalWindow(
            "\(TerminalWindow.program) demo; echo status $?; sleep 60", in: Sandbox(), columns: columns, rows: rows,
            with: changes
        )
        try window.wait(for: "status 2")
        return try window.screen.split(separator: "\n").joined(separator: " ")
    }

    @Test func `a terminal that cannot show screens is refused`() throws {
        #expect(try refusal(with: ["TERM": "dumb"]).contains("cannot show screens"))
    }

    @Test func `an unknown terminal is refused`() throws {
        #expect(try refusal(with: ["TERM": "nonsense-9000"]).contains("No description"))
    }

    @Test func `a terminal that is too small is refused`() throws {
        let words = try refusal(columns: 70, rows: 20, with: [:])
        #expect(words.contains("70 columns by 20 rows"))
    }

    @Test func `without UTF 8 borders are ASCII`() throws {
        let window = try TerminalWindow.desk(with: ["LANG": "C"])
        let screen = try window.screen
        #expect(screen.contains("----------"))
        #expect(screen.unicodeScalars.filter { !$0.isASCII }.isEmpty)
    }

    /// In color a field is its background and underline, in mono underscores.
    @Test func `fields are drawn by color where there is color`() throws {
        let colored = try TerminalWindow.desk([.sample])
        try colored.openClaim()
        #expect(!(try colored.screen.contains("__")))
        let mono = try TerminalWindow.desk([.sample], with: ["NO_COLOR": "1"])
        try mono.openClaim()
        #expect(try mono.screen.contains("C-1001______"))
    }

    @Test func `Alt-c hands the field to the terminal's clipboard, and nothing else`() throws {
        let window = try TerminalWindow.desk([.sample])
        _ = try window.tmux("set-option", "-g", "set-clipboard", "on")
        try window.openClaim()
        try window.send("\u{1B}c")
        try window.wait(for: "Copied the field")
        #expect(try window.tmux("list-buffers", "-F", "#{buffer_sample}") == "C-1001\n")
    }

    @Test func `names in UTF 8 are shown`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        try window.send("José 李\r")
        try window.wait(for: "José 李")
    }

    @Test func `a look up typed ahead takes the first line for all that was typed`() throws {
        let window = try TerminalWindow.desk([.sample])
        try window.openClaim()
        try window.open(screen: 2, showing: "ICD-10-CM")
        // Down, F2, the words and Enter come as one piece; no list has been drawn when Enter is read.
        try window.send("\u{1B}OB\u{1B}OQgeneralized anx\r")
        try window.wait(for: "Entered F41.1.")
        try window.send("\u{1B}OQf43.1\r\r")
        try window.wait(for: "Entered F43.10.")
    }

    @Test func `what another process does is shown without a key`() throws {
        let window = try TerminalWindow.desk([.sample])
        let line = String(decoding: ClaimExample.officeVisit.draft.canonicalJSON(), as: UTF8.self)
        let file = try window.sandbox.write(line, to: "more.jsonl")
        #expect(try window.sandbox.run("import", file.path).status == 0)
        try window.wait(for: "2 claims")
    }

    @Test func `without color there is none`() throws {
        func colours(_ changes: [String: String]) throws -> Bool {
            let window = try TerminalWindow.desk([.incompleteCodes], with: changes)
            let drawn = try window.tmux("capture-pane", "-p", "-e")
            let color = "\u{1B}\\[([0-9;]*;)?(3[0-8]|4[0-8]|9[0-7]|10[0-7])[;m]"
            return drawn.range(of: color, options: .regularExpression) != nil
        }
        #expect(try colours([:]))
        #expect(try !colours(["NO_COLOR": "1"]))
    }

    @Test func `a resize keeps what is keyed`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        try window.send("Quill")
        try window.wait(for: "Quill")
        try window.resize(columns: 60, rows: 20)
        try window.wait(for: "make the window larger")
        try window.send("xx")
        try window.resize(columns: 130, rows: 40)
        try window.wait(for: "Quill")
        try window.send("feather")
        try window.wait(for: "Quillfeather")
        try window.resize(columns: 80, rows: 24)
        try window.wait(for: "Quillfeather")
    }

    @Test func `a paste goes from field to field`() throws {
        let window = try TerminalWindow.desk()
        try window.beginClaim()
        _ = try window.tmux("set-buffer", "Quillfeather\nZed\n")
        _ = try window.tmux("paste-buffer", "-p")
        try window.wait(for: "Quillfeather")
        try window.wait(for: "Zed")
        #expect(try window.glance.isAt("Middle") || window.glance.isAt("Birth date"))
    }

    @Test func `stopped from outside it comes back whole`() throws {
        let sandbox = try Sandbox()
        let window = try TerminalWindow("PS1='shell> ' exec /bin/bash --norc --noprofile -i", in: sandbox)
        try window.wait(for: "shell>")
        try window.send("\(TerminalWindow.program) demo\r")
        try window.wait(for: "Type to filter")
        let found = try Program(file: URL(fileURLWithPath: "/usr/bin/env"), environment: sandbox.environment)
            .run(["pgrep", "-P", String(try window.process)])
        let program = try #require(Int32(found.output.trimmingCharacters(in: .whitespacesAndNewlines)))
        kill(program, SIGTSTP)
        try window.wait(for: "Stopped")
        try window.send("echo $((6 * 7)) here\r")
        try window.wait(for: "42 here")
        try window.send("fg\r")
        try window.wait(for: "Status")
        try window.press("F1")
        try window.wait(for: "Typing filters the list")
    }

    @Test func `an office's theme is taken`() throws {
        let sandbox = try Sandbox()
        let mono = try String(
            contentsOf: Program.products.appendingPathComponent("cleanclaim_cleanclaim.resources/themes/nord.yaml"),
            encoding: .utf8)
        try sandbox.write(mono, to: "config/cleanclaim/themes/mine.yaml")
        try sandbox.write("theme: mine\n", to: "config/cleanclaim/config.yaml")
        let window = try TerminalWindow("exec \(TerminalWindow.program) demo", in: sandbox)
        try window.wait(for: "Type to filter")
        try sandbox.write("theme: nobody\n", to: "config/cleanclaim/config.yaml")
        let outcome = try sandbox.run("demo")
        #expect(outcome.status == 2)
        #expect(outcome.messages.contains("there is no theme nobody"))
    }
}
