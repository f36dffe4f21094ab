import Randomness
import Testing

@testable import TextKit

@Suite struct FittingTests {
    @Test(arguments: [
        ("7", 3, 0, "7  ", "  7"), ("李", 3, 0, "李 ", " 李"), ("four", 3, 0, "four", "four"),
        ("four", 3, 1, "four ", " four"), ("", 2, 1, "  ", "  "),
    ])
    func `texts are filled up with blanks`(text: String, width: Int, gap: Int, padded: String, aligned: String) {
        #expect(text.padded(to: width, gap: gap) == padded)
        #expect(text.aligned(to: width, gap: gap) == aligned)
    }

    @Test func `numbers are filled up with zeros`() {
        #expect("42".aligned(to: 4, with: "0") == "0042")
        #expect("12345".aligned(to: 4, with: "0") == "12345")
    }

    @Test(arguments: [
        ("a  b", false, ["a b"]), ("a  b", true, ["a  b"]), ("one two", false, ["one", "two"]), ("", false, [""]),
        ("a\u{A0}\u{301}b", false, ["a\u{A0}\u{301}b"]),
    ])
    func `blanks are kept where that is asked`(text: String, keepsBlanks: Bool, lines: [String]) {
        #expect(text.wrapped(to: 5, keepsBlanks: keepsBlanks) == lines)
    }

    @Test func `the first line may begin further on`() {
        #expect("one two six".wrapped(to: 7, startingAt: 4) == ["one", "two six"])
        #expect("seven".wrapped(to: 7, startingAt: 4) == ["", "seven"])
    }

    @Test(arguments: [
        ("  Ctrl-Z  undo", 20, ["  Ctrl-Z  undo"]), ("  Ctrl-Z  undo", 12, ["  Ctrl-Z ", "    undo"]),
        ("plain words", 6, ["plain", "words"]),
    ])
    func `lines hang from where the text begins`(text: String, limit: Int, lines: [String]) {
        #expect(text.hanging(to: limit) == lines)
    }

    @Test(arguments: [
        ("one two three", 20, "one two three"), ("one two three", 10, "one two …"), ("one two three", 5, "one …"),
        ("seventeen", 5, "seve…"), ("one two", 1, "…"), ("one two", 0, ""),
    ])
    func `a text is shortened at a word`(text: String, limit: Int, shortened: String) {
        #expect(text.shortened(to: limit, ellipsis: "…") == shortened)
    }

    /// Letters, wide signs, marks alone and on letters, blanks, parts of Korean syllables, flags, controls.
    private static let parts = [
        "a", "word", "李", "\u{301}", " ", "  ", "\u{1112}", "\u{1161}", "🇺🇸", "👩‍⚕️", "\u{1B}", "\n", "\u{202E}", "\u{93F}",
        "\u{A0}", "क", "\u{E000}",
    ]

    @Test func `no line, piece or printed text is wider than it may be`() {
        var random = Seeded(17)
        for _ in 0..<3000 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in random.pick(FittingTests.parts) }
                .joined()
            let limit = Int.random(in: 2...12, using: &random)
            for keepsBlanks in [false, true] {
                let lines = text.wrapped(to: limit, keepsBlanks: keepsBlanks)
                #expect(lines.allSatisfy { $0.columns <= limit }, "\(text.unicodeScalars.map(\.value)) \(limit)")
            }
            #expect(text.clipped(to: limit, ellipsis: "…").columns <= limit)
            #expect(text.padded(to: limit).columns == max(limit, text.columns))
            #expect(text.printable().printable() == text.printable())
        }
    }
}
