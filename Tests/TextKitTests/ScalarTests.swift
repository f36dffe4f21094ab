import Testing

@testable import TextKit

@Suite struct ScalarTests {
    /// The planes that have marks and controls, and some of the others.
    private static let scalars = [UInt32(0)...0x1FFFF, 0xE0000...0xE0FFF, 0x10FF00...0x10FFFF].flatMap { planes in
        planes.compactMap(Unicode.Scalar.init)
    }

    @Test func `controls are those of Unicode, and are hidden and invisible too`() {
        let wrong = ScalarTests.scalars.filter { $0.isControl != ($0.properties.generalCategory == .control) }
        #expect(wrong.isEmpty)
        #expect(ScalarTests.scalars.allSatisfy { !$0.isControl || ($0.isHidden && $0.isInvisible) })
    }

    @Test(arguments: ["\u{202E}", "\u{2066}", "\u{FEFF}", "\u{2028}", "\u{E000}"])
    func `what steers a text is hidden`(scalar: Unicode.Scalar) {
        #expect(scalar.isHidden)
        #expect(!scalar.isDrawable)
    }

    @Test(arguments: ["\u{200D}", "\u{AD}", "\u{200B}"])
    func `a joiner is allowed in a name, though it draws nothing`(scalar: Unicode.Scalar) {
        #expect(!scalar.isHidden)
        #expect(scalar.isInvisible)
    }

    @Test func `no scalar by itself is drawn as what a terminal acts on, and none is wider than two columns`() {
        for scalar in ScalarTests.scalars {
            let signs = Character(scalar).drawnSigns
            let isWrong = signs.contains { $0.character.unicodeScalars.contains(where: \.isInvisible) }
            if isWrong || Character(scalar).columns > 2 { Issue.record("U+\(String(scalar.value, radix: 16))") }
        }
    }

    @Test func `tables are sorted and share nothing`() {
        for ranges in [wideRanges, zeroWidthRanges] {
            #expect(zip(ranges, ranges.dropFirst()).allSatisfy { $0.upperBound < $1.lowerBound })
        }
        #expect(wideRanges.allSatisfy { range in !zeroWidthRanges.contains { $0.overlaps(range) } })
    }
}
