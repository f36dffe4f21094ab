import Testing

@testable import TerminalKit
import TextKit

@Suite struct WidthTests {
    @Test(arguments: [
        ("", 0), ("a", 1), ("José", 4), ("Jose\u{301}", 4), ("李", 2), ("李小龍", 6), ("ｶﾅ", 2), ("Ａ", 2),
        ("한글", 4), ("\u{1112}\u{1161}\u{11AB}", 2), ("👩‍⚕️", 2), ("👍🏽", 2), ("⚕️", 1), ("1️⃣", 1), ("🇺🇸", 2), ("😀", 2),
        ("\u{301}", 1), ("\u{1B}[31m", 5), ("\u{7}", 1), ("\r\n", 1), ("\t", 1), ("\u{9B}", 1), ("\u{202E}", 1),
        ("\u{200B}", 1), ("✓✗…│─", 5), ("क्षि", 3), ("กำ", 2), ("a\u{300}\u{301}\u{302}\u{303}\u{304}\u{305}", 1),
    ])
    func `text is as wide as it is drawn`(text: String, width: Int) {
        #expect(text.columns == width)
        var frame = Frame(Size(columns: 20, rows: 1))
        #expect(frame.put(text, at: Position(column: 0, row: 0), role: .text) == width)
    }

    @Test(arguments: [
        ("Rivera", 10, "Rivera"), ("Rivera", 6, "Rivera"), ("Rivera", 5, "Rive…"), ("李小龍", 5, "李小…"), ("李小龍", 4, "李…"),
        ("Rivera", 1, "…"), ("Rivera", 0, ""), ("Rivera", -3, ""), ("", 0, ""),
    ])
    func `clipped text fits`(text: String, limit: Int, clipped: String) {
        #expect(text.clipped(to: limit, ellipsis: "…") == clipped)
        #expect(clipped.columns <= max(limit, 0))
    }

    @Test(arguments: [
        ("a\u{1B}[2Jb", "a\u{FFFD}[2Jb", "a?[2Jb"), ("x\u{9B}1m", "x\u{FFFD}1m", "x?1m"), ("José", "José", "Jos?"),
        ("李", "李", "??"), ("a\u{202E}b", "a\u{FFFD}b", "a?b"), ("one\ntwo", "one\u{FFFD}two", "one?two"),
    ])
    func `printable text has no controls`(text: String, unicode: String, ascii: String) {
        #expect(text.printable() == unicode)
        #expect(text.printable(.ascii) == ascii)
    }
}
