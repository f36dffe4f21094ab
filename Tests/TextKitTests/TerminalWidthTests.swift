import Foundation
import Testing

@testable import TextKit

/// Where the table of widths is that of others, and where we draw otherwise on purpose.
@Suite struct TerminalWidthTests {
    /// Why a scalar by itself has another width here; `nil` where it should not.
    private static func reason(_ scalar: Unicode.Scalar) -> String? {
        let category = scalar.properties.generalCategory
        if scalar.isControl || [.lineSeparator, .paragraphSeparator].contains(category) || scalar == "\u{AD}" {
            return "it would move or hide what stands beside it, so it is drawn as one sign that stands for it"
        }
        if category == .spacingMark {
            return "a spacing mark takes a column of its own, as the C library of the terminals counts it"
        }
        if category == .unassigned, (0x1160...0x11FF).contains(scalar.value) || (0xD7B0...0xD7FF).contains(scalar.value)
        {
            return "a place without a letter among those that join a Korean syllable is drawn as an unknown sign"
        }
        return scalar.properties.isEmojiModifier ? "a skin tone by itself is drawn as a patch of colour" : nil
    }

    /// Texts that we draw in other columns than wcwidth counts, and why.
    private static let exceptions: [(text: String, columns: Int, reason: String)] = [
        (
            "\u{2695}\u{FE0F}", 1,
            "terminals disagree about the emoji variant of a narrow sign: the sign itself is drawn"
        ),
        ("1\u{FE0F}\u{20E3}", 1, "the same for a key cap: the digit is drawn"),
        ("\u{301}", 1, "a mark without a letter is drawn on the dotted circle"),
        ("\u{200B}", 1, "a sign that nobody sees is shown as one that is unknown"),
        ("\u{915}\u{94D}\u{937}\u{93F}", 3, "a spacing mark takes a column of its own"),
    ]

    /// Texts of names and drawings that have to be as wide as everywhere; the flags are two letters, two columns as well.
    private static let alike = [
        "Rivera", "José", "Jose\u{301}", "李小龍", "ｶﾅ", "Ａ", "한글", "\u{1112}\u{1161}\u{11AB}", "✓✗…│─", "😀", "👍🏽", "👩‍⚕️",
        "🇺🇸", "日本 & co", "Ελληνικά", "กำ", "שלום",
    ]

    @Test func `the validator of widths is there where it has to be`() {
        let isRequired = ProcessInfo.processInfo.environment["CI"] == "true"
        #expect(!isRequired || TerminalWidths.obstacle == nil, "\(TerminalWidths.obstacle ?? "")")
    }

    @Test(.enabled(if: TerminalWidths.obstacle == nil, "wcwidth is not installed"))
    func `every scalar is as wide as wcwidth says`() throws {
        let theirs = try TerminalWidths.scalars(unicode: unicodeVersion)
        try #require(theirs.count == 0x110000)
        var different: [String] = []
        var excepted = 0
        for value in UInt32(0x20)...0x10FFFF {
            guard let scalar = Unicode.Scalar(value), scalar.columns != theirs[Int(value)] else { continue }
            if TerminalWidthTests.reason(scalar) != nil {
                excepted += 1
            } else {
                different.append("U+\(String(value, radix: 16)): \(scalar.columns), not \(theirs[Int(value)])")
            }
        }
        #expect(different == [])
        // The exceptions stay few: 33 controls, two separators, the soft hyphen, and a few hundred marks.
        #expect((1...520).contains(excepted))
    }

    @Test(.enabled(if: TerminalWidths.obstacle == nil, "wcwidth is not installed"))
    func `texts are as wide as wcwidth says, but for the exceptions`() throws {
        let alike = try TerminalWidths.texts(TerminalWidthTests.alike, unicode: unicodeVersion)
        #expect(TerminalWidthTests.alike.map(\.columns) == alike)
        let texts = TerminalWidthTests.exceptions.map(\.text)
        let theirs = try TerminalWidths.texts(texts, unicode: unicodeVersion)
        #expect(texts.map(\.columns) == TerminalWidthTests.exceptions.map(\.columns))
        for (exception, width) in zip(TerminalWidthTests.exceptions, theirs) {
            #expect(exception.columns != width, "no exception any more: \(exception.reason)")
        }
    }
}
