import Testing

@testable import TerminalKit

@Suite struct KeyTests {
    @Test(arguments: [
        (Key.function(6), "F6", "F6"), (.function(6, shift: true), "Shift-F6", "Shift-F6"),
        (.control("z"), "Ctrl-Z", "^Z"),
        (.alt("1"), "Alt-1", "Alt-1"), (.pageDown, "PgDn", "PgDn"), (.escape, "Esc", "Esc"),
        (.character("a"), "a", "a"),
        (.character("A"), "A", "A"), (.character("é"), "é", "é"), (.character(" "), "Space", "Space"),
        (.backTab, "Shift-Tab", "Shift-Tab"),
        (.control("@"), "Ctrl-@", "^@"), (.character("^"), "^", "^"),
    ])
    func `a name reads back as its key`(key: Key, name: String, short: String) {
        #expect(key.name == name)
        #expect(key.shortName == short)
        #expect(Key(named: name) == key)
        #expect(Key(named: short) == key)
        if name.count > 1 { #expect(Key(named: name.uppercased()) == key) }
    }

    @Test(arguments: [
        "", "F0", "F13", "F01", "f٣", "Shift-F", "Ctrl-", "Ctrl-zz", "Ctrl-I", "Ctrl-1", "Alt-", "Alt-ab", "nonsense",
        "\u{1B}", "\u{202E}", "^",
    ])
    func `what names no key is refused`(name: String) {
        #expect((Key(named: name) == nil) == (name != "^"))
    }
}
