import Testing

@testable import ClaimExchange
import TextKit

@Suite struct PaperTests {
    @Test(arguments: [
        ("plain", 5), ("José", 4), ("Jose\u{301}", 4), ("李小龍", 6), ("한국어", 6), ("ﬁ", 1), ("😀", 2), ("漢a", 3), ("", 0),
        ("Ελληνικά", 8), ("日本 & co", 9),
    ])
    func `paper measures a text as the terminal draws it`(text: String, columns: Int) {
        #expect(text.columns == columns)
        #expect(text.onPaper().columns == columns)
    }

    @Test(arguments: [
        ("a\u{1B}[31mb", "a\u{FFFD}[31mb", "a?[31mb"), ("two\nlines", "two lines", "two lines"),
        ("\u{202E}abc\u{200B}", "abc", "abc"), ("José Ñandú", "José Ñandú", "Jose Nandu"),
        ("“x” – ½", "“x” – ½", "\"x\" - 1/2"), ("李", "李", "?"), ("🇺🇸", "US", "US"), ("\u{301}", "\u{25CC}\u{301}", "?"),
        ("o\u{301}\u{302}\u{303}\u{304}\u{305}\u{306}", "o\u{301}\u{302}\u{303}\u{304}", "o"),
        ("Straße Łódź", "Straße Łódź", "Strasse Lodz"), ("\u{85}\u{7F}", " \u{FFFD}", " ?"),
    ])
    func `what is printed`(text: String, unicode: String, ascii: String) {
        #expect(text.onPaper() == unicode)
        #expect(text.onPaper(.ascii) == ascii)
    }

    @Test(arguments: [
        ("one two three", 7, ["one two", "three"]), ("", 5, [""]), ("   ", 5, [""]),
        ("abcdefgh", 3, ["abc", "def", "gh"]),
        ("李小龍", 4, ["李小", "龍"]), ("a 李小龍 b", 3, ["a", "李", "小", "龍", "b"]), ("ab", 0, ["ab"]),
    ])
    func `lines break between words`(text: String, width: Int, lines: [String]) {
        #expect(text.wrapped(to: width) == lines)
    }

    @Test func `what belongs together is not parted`() {
        let frame = PageFrame(head: ["head"], foot: { _, _ in ["foot"] })
        let items = (0..<30).map { item in (0..<7).map { "item \(item) line \($0)" } }
        let pages = [Section("LIST", items)].paginated(in: frame)
        #expect(pages.count == 4)
        for page in pages {
            #expect(page.lines.count == 66)
            #expect(page.lines.count { $0.hasSuffix("line 0") } == page.lines.count { $0.hasSuffix("line 6") })
        }
        #expect(pages.dropFirst().allSatisfy { $0.lines.contains("LIST (continued)") })
    }

    @Test func `an item longer than a page goes on`() {
        let frame = PageFrame(head: ["head"], foot: { _, _ in ["foot"] })
        let pages = [Section("LONG", [(0..<200).map(String.init)])].paginated(in: frame)
        #expect(pages.flatMap(\.lines).filter { Int($0) != nil }.count == 200)
        #expect(pages.allSatisfy { $0.lines.count == 66 })
    }
}
