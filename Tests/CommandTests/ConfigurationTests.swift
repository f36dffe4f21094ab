import ClaimExchange
import ClaimRules
import ClaimStore
import Testing
import TerminalKit
import Workstation

@testable import cleanclaim

/// The user's configuration file.
struct ConfigurationTests {
    @Test func `every setting is taken`() throws {
        let read = try Configuration(
            yaml: """
                theme: nord
                beep: true
                auto_advance: yes
                form: {down: 1, across: 2}
                keymap:
                  take-fix: [F9, Ctrl-F]
                """)
        #expect(read.theme == "nord")
        #expect(read.preferences.beepsOnError)
        #expect(read.preferences.advancesAutomatically)
        #expect(read.form.down == 1 && read.form.across == 2)
        #expect(read.preferences.keymap.command(for: .control("f")) == .takeFix)
        #expect(read.preferences.keymap.command(for: .alt("9")) == nil)
    }

    @Test func `without settings everything is as shipped`() throws {
        #expect(try Configuration(yaml: "# nothing\n") == Configuration())
        #expect(try Configuration(yaml: "") == Configuration())
    }

    @Test func `a server off this machine is used under TLS only`() throws {
        let local = try Configuration(yaml: "store: \"host=localhost dbname=billing\"").server
        #expect(local?.connection == "host=localhost dbname=billing" && local?.schema == "cleanclaim")
        let away = try Configuration(yaml: "store: \"host=db.example.org dbname=billing\"").server
        #expect(away?.connection == "host=db.example.org dbname=billing sslmode=require")
    }

    @Test func `the office silences the notes of a rule`() throws {
        let read = try Configuration(
            yaml: "silenced_notes:\n  py8: {by: R. Lane, on: 2026-11-28, reason: known to all}\n")
        #expect(read.silencedNotes["PY-008"]?.text == "notes silenced by R. Lane on 11/28/2026: known to all")
    }

    @Test(arguments: [
        ("PY-008: {by: R. Lane, on: 2026-11-28}", "PY-008: write by, on and reason"),
        ("PY-008: {by: R. Lane, on: 11/28/2026, reason: x}", "PY-008: write the date as 2026-11-28"),
        ("PY-008: yes", "PY-008: write by, on and reason"), ("ZZ-001: {}", "no rule \"ZZ-001\""),
        ("AU-001: {by: R. Lane, on: 2026-11-28, reason: x}", "only notes can be silenced"),
        ("DX-008: {by: R. Lane, on: 2026-11-28, reason: x}", "only notes can be silenced"),
    ])
    func `what cannot be silenced is refused with its line`(_ line: String, _ message: String) {
        let fault = #expect(throws: Configuration.Fault.self) {
            try Configuration(yaml: "beep: yes\nsilenced_notes:\n  \(line)\n")
        }
        #expect(fault?.message.contains(message) == true && fault?.line == 3)
    }

    @Test(arguments: [
        ("colour: red", "colour"), ("silenced_notes: yes", "silenced_notes"), ("beep: loud", "beep"),
        ("auto_advance: 3", "auto_advance"), ("theme: [a]", "theme"),
        ("keymap: F9", "keymap"),
        ("form: 3", "form"), ("form: {down: 9}", "down"), ("form: {across: -11}", "across"), ("form: {up: 1}", "up"),
        ("keymap: {fly: F9}", "fly"), ("keymap: {take-fix: F99}", "F99"),
        ("keymap: {take-fix: F8}", "F8"), ("keymap: {take-fix: x}", "x"), ("- theme", "settings"), ("a: [", "YAML"),
        ("theme: nord\ntheme: light", "theme"), ("store: \"host=db password=x\"", "store"), ("store: [a]", "store"),
        ("store: \"speed=fast\"", "store"),
    ])
    func `an error is refused by name`(_ yaml: String, _ name: String) {
        let fault = #expect(throws: Configuration.Fault.self) { try Configuration(yaml: yaml) }
        #expect(fault?.message.contains(name) == true)
    }

    @Test(arguments: [
        ("sender: \"XX:LAKESIDE\"", "sender begins with \"XX\", which is not a qualifier; the qualifiers are 01, 14"),
        ("sender: LAKESIDE", "sender needs a qualifier"), ("sender: \"ZZ:A\"", "sender needs an ID of 2 to 15"),
        ("usage: maybe", "usage is test or production, not \"maybe\""), ("usages: test", "is not one of"),
    ])
    func `an error in the interchange is named with its line`(_ setting: String, _ message: String) throws {
        let all = [
            "receiver: \"ZZ:CLEARHOUSE\"", "receiver_name: Clearhouse Inc", "sender: \"30:123456789\"", "usage: P",
        ]
        func yaml(_ settings: [String]) -> String {
            "beep: yes\ninterchange:\n" + settings.map { "  \($0)\n" }.joined()
        }
        #expect(try Configuration(yaml: yaml(all)).interchange?.usage == .production)
        let name = setting.prefix { $0 != ":" }
        let others = all.filter { !$0.hasPrefix("\(name):") }
        let fault = try #require(throws: Configuration.Fault.self) {
            try Configuration(yaml: yaml(others + [setting]))
        }
        #expect(fault.message.contains(message) && fault.line == others.count + 3, "\(fault)")
    }

    @Test func `deep nesting is no trap`() {
        #expect(throws: Configuration.Fault.self) {
            try Configuration(yaml: "theme: " + String(repeating: "[", count: 60_000))
        }
    }
}
