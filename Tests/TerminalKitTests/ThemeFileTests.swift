import Randomness
import Testing

@testable import TerminalKit
import TextKit

private let colors = (0..<16).map { slot in
    (name: "base0" + String(slot, radix: 16, uppercase: true), hex: RGB(UInt32(slot) * 0x101010).hex.dropFirst())
}
private let oldForm =
    "scheme: \"Greys\"\nauthor: \"Nobody\"\n" + colors.map { "\($0.name): \"\($0.hex)\"\n" }.joined()
private let newForm =
    "system: base16\nname: Greys\nauthor: Nobody\nvariant: dark\npalette:\n"
    + colors.map { "  \($0.name): '#\($0.hex)'\n" }.joined()

@Suite struct ThemeFileTests {
    @Test func `both published forms load`() throws {
        let old = try Theme(parsing: oldForm, file: "greys.yaml")
        let new = try Theme(parsing: newForm, file: "new.yaml")
        #expect(old.name == "Greys" && new.name == "Greys" && old.author == "Nobody")
        for role in Role.allCases {
            #expect(old.style(for: role, at: .trueColor) == new.style(for: role, at: .trueColor))
        }
    }

    @Test func `what falls short moves to the nearest shade and says so`() throws {
        let theme = try Theme(parsing: oldForm, file: "greys.yaml")
        #expect(theme.notes.contains { $0.hasPrefix("border: #404040 on #000000 is under 4.5:1, shown as #") })
        for role in Role.allCases {
            guard case .rgb(let front) = theme.style(for: role, at: .trueColor).foreground,
                case .rgb(let ground) = theme.style(for: role, at: .trueColor).background
            else {
                Issue.record("\(role.rawValue) has no colour")
                continue
            }
            #expect(front.contrast(with: ground) >= 4.5)
        }
    }

    @Test func `a file may set roles and attributes`() throws {
        let theme = try Theme(
            parsing: oldForm + "roles:\n  title: {fg: \"#fff\", bg: base01, underline: true, bold: false}\n"
                + "mono:\n  title: [bold, reverse]\n  text: underline\n  header: none\nodd: 1\n", file: "t.yaml")
        #expect(
            theme.style(for: .title, at: .trueColor)
                == Style(
                    foreground: .rgb(RGB(0xFFFFFF)), background: .rgb(RGB(0x101010)), attributes: .underline))
        #expect(theme.style(for: .title, at: .mono) == Style(attributes: [.bold, .reverse]))
        #expect(theme.style(for: .text, at: .mono) == Style(attributes: .underline))
        #expect(theme.style(for: .header, at: .mono) == Style())
        #expect(theme.notes.contains("odd: not known here, passed over"))
    }

    @Test(arguments: [
        ("", "it is empty"), ("just words", "must be a list"), ("base00: \"1d1f21\"\n", "it has no base01"),
        (oldForm + "base00: \"000000\"\n", "appears twice"), ("a: [1, 2", "not readable as YAML"),
        (oldForm + "roles:\n  titel: {fg: base00}\n", "t.yaml:20: there is no role titel"),
        (oldForm + "roles:\n  title: {fg: red}\n", "t.yaml:20: fg: red is not a color"),
        (oldForm + "roles:\n  title: {blink: true}\n", "a role has no blink"),
        (oldForm + "roles:\n  title: {bold: maybe}\n", "neither true nor false"),
        (oldForm + "roles: 5\n", "must be a list"),
        (oldForm + "mono:\n  title: [blink]\n", "blink is not an attribute"), (oldForm + "contrast: 3\n", "4.5 to 7"),
        (oldForm + "contrast: nan\n", "4.5 to 7"), (oldForm + "colors: many\n", "only be none"),
        (oldForm + "inherits: default\n", "inherits another"),
        (oldForm + "x: &a [1]\ny: *a\n", "t.yaml:19: a word starts with & or *"),
        ("base00: \"\u{1B}[2J\"\n", "not readable"), ("base00: [1]\n", "must be a single value"),
        (String(repeating: "[", count: 60_000), "not readable"),
        (String(repeating: "- ", count: 30_000), "not readable"),
        (String(repeating: "#", count: 70_000), "64 KB"), ("a: 1\n---\nb: 2\n", "not readable"),
        ("\u{0}", "not readable"),
        ("base00: \"1d1f2\"\n", "is not a color"), ("? [a, b]\n: c\n", "has no base00"),
    ])
    func `a broken file is refused in text`(text: String, words: String) throws {
        let error = try #require(throws: ThemeError.self) { try Theme(parsing: text, file: "t.yaml") }
        #expect(error.description.hasPrefix("t.yaml"))
        #expect(error.description.contains(words), "\(error)")
        #expect(error.description == error.description.printable())
    }

    @Test(arguments: 0..<30)
    func `any change of a file is loaded or refused`(seed: UInt64) {
        var random = Seeded(seed)
        for _ in 0..<40 {
            var bytes = Array((oldForm + "roles:\n  title: {fg: base0A, bold: true}\nmono:\n  text: [bold]\n").utf8)
            for _ in 0..<4 {
                let place = Int.random(in: 0..<bytes.count, using: &random)
                bytes.replaceSubrange(
                    place..<min(bytes.count, place + .random(in: 0...3, using: &random)),
                    with: [.random(in: 0...255, using: &random)])
            }
            do {
                let theme = try Theme(parsing: String(decoding: bytes, as: UTF8.self), file: "t.yaml")
                #expect(theme.contrast >= 4.5)
            } catch {
                #expect(!error.remedy.isEmpty && !error.problem.isEmpty)
            }
        }
    }

    @Test(arguments: [
        ([:], 256, false, ColorDepth.indexed256), (["NO_COLOR": "1"], 256, false, .mono),
        (["NO_COLOR": ""], 8, false, .ansi8),
        ([:], 0x100_0000, true, .trueColor), ([:], 0x100_0000, false, .indexed256), ([:], 16, false, .ansi16),
        ([:], 88, false, .ansi16),
        ([:], -1, false, .mono), ([:], 2, false, .mono),
    ])
    func `the depth is the terminals`(environment: [String: String], colors: Int, isDirect: Bool, depth: ColorDepth) {
        #expect(ColorDepth(colors: colors, isDirect: isDirect, environment: environment) == depth)
    }
}
