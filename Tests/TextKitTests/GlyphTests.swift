import Testing

@testable import TextKit

@Suite struct GlyphTests {
    @Test(arguments: [Glyphs.unicode, .ascii])
    func `every glyph takes one column`(glyphs: Glyphs) {
        let signs = Mirror(reflecting: glyphs).children.compactMap { $0.value as? Character }
        #expect(signs.count == 22)
        #expect(signs.allSatisfy { $0.columns == 1 })
        #expect(glyphs.drawsUnicode || signs.allSatisfy(\.isASCII))
    }

    @Test func `lines meet in the sign that has their arms`() {
        #expect(Glyphs.unicode.joint(up: false, down: true, left: true, right: true) == "┬")
        #expect(Glyphs.unicode.joint(up: true, down: true, left: true, right: true) == "┼")
        #expect(Glyphs.unicode.joint(up: true, down: false, left: true, right: false) == "┘")
        #expect(Glyphs.unicode.joint(up: false, down: false, left: true, right: true) == "─")
        #expect(Glyphs.ascii.joint(up: true, down: true, left: false, right: true) == "+")
    }
}
