import Randomness
import Testing

@testable import TerminalKit
import TextKit

private let pieces = [
    "a", "Z", " ", "é", "e\u{301}", "李", "👩‍⚕️", "🇺🇸", "\u{1B}", "\u{7}", "\n", "\r\n", "\t", "\u{301}", "\u{200D}",
    "\u{202E}",
    "한", "\u{9B}", "क्षि", "✗", "\u{FFFD}", "1️⃣", "\u{0}",
]

@Suite struct FrameTests {
    @Test(arguments: 0..<60)
    func `drawing never leaves the frame nor breaks a sign`(seed: UInt64) {
        var random = Seeded(seed)
        let glyphs: Glyphs = seed % 3 == 0 ? .ascii : .unicode
        var frame = Frame(
            Size(columns: .random(in: 0...30, using: &random), rows: .random(in: 0...8, using: &random)), glyphs: glyphs
        )
        for _ in 0..<60 {
            let text = (0..<Int.random(in: 0...12, using: &random)).map { _ in
                pieces.randomElement(using: &random) ?? ""
            }
            let place = Position(
                column: .random(in: -9...35, using: &random), row: .random(in: -3...10, using: &random))
            let area = Size(columns: .random(in: 0...40, using: &random), rows: .random(in: 0...10, using: &random))
            let before = frame
            switch Int.random(in: 0...3, using: &random) {
            case 0: frame.box(at: place, area, title: text.joined())
            case 1: frame.fill(at: place, area, role: .field, with: "李")
            default:
                let limit: Int? = Bool.random(using: &random) ? nil : .random(in: -5...20, using: &random)
                let used = frame.put(text.joined(), at: place, role: .title, maxColumns: limit)
                #expect(used >= 0 && used <= limit.map { max($0, 0) } ?? .max)
                for row in 0..<frame.size.rows where row != place.row {
                    #expect(frame.row(row) == before.row(row))
                }
            }
            expectWhole(frame)
        }
    }

    private func expectWhole(_ frame: Frame) {
        for row in 0..<frame.size.rows {
            let cells = frame.row(row)
            #expect(cells.count == frame.size.columns)
            #expect(flaw(in: cells, frame.glyphs) == nil)
        }
    }

    /// What is wrong with a row: half a wide sign, a wrong width, a control character, a sign that cannot be drawn.
    private func flaw(in cells: [Cell], _ glyphs: Glyphs) -> String? {
        var reach = 0
        for (column, cell) in cells.enumerated() {
            if (cell.columns == 0) != (reach > column) { return "half a sign in column \(column)" }
            if cell.columns > 0 {
                reach = column + cell.columns
                if cell.character.columns != cell.columns { return "a wrong width in column \(column)" }
            }
            let hasControl = cell.character.unicodeScalars.contains { $0.properties.generalCategory == .control }
            if hasControl { return "a control character in column \(column)" }
            if !glyphs.drawsUnicode, !cell.character.isASCII { return "no ASCII in column \(column)" }
        }
        return reach > cells.count ? "the row ends in half a sign" : nil
    }

    /// What a terminal shows after only the changed cells were drawn is the new frame.
    @Test(arguments: 0..<40)
    func `the changes lead from one frame to the next`(seed: UInt64) {
        var random = Seeded(seed)
        var frames: [Frame] = []
        for _ in 0..<2 {
            var frame = frames.last ?? Frame(Size(columns: 20, rows: 4))
            for _ in 0..<5 {
                let place = Position(
                    column: .random(in: 0..<20, using: &random), row: .random(in: 0..<4, using: &random))
                let text = (0..<5).map { _ in pieces.randomElement(using: &random) ?? "" }.joined()
                frame.put(text, at: place, role: Role.allCases.randomElement(using: &random) ?? .text)
            }
            frames.append(frame)
        }
        var shown = (0..<4).map { frames[0].row($0) }
        frames[1].visitChanges(since: frames[0]) { place, cell in
            #expect(shown[place.row][place.column] != cell)
            shown[place.row][place.column] = cell
        }
        #expect(shown == (0..<4).map { frames[1].row($0) })
        frames[1].visitChanges(since: frames[1]) { place, _ in Issue.record("\(place) did not change") }
        var all = 0
        frames[1].visitChanges(since: nil) { _, _ in all += 1 }
        #expect(all == 80)
    }

    @Test func `extreme numbers are harmless`() {
        var frame = Frame(Size(columns: 10, rows: 2))
        for place in [Int.min, -1, 0, 9, 10, .max] {
            for limit in [nil, Int.min, 0, .max] {
                frame.put("李a", at: Position(column: place, row: 0), role: .text, maxColumns: limit)
                frame.put("a", at: Position(column: 0, row: place), role: .text, maxColumns: limit)
            }
            frame.fill(at: Position(column: place, row: place), Size(columns: .max, rows: .max), role: .text)
            frame.box(at: Position(column: place, row: place), Size(columns: .max, rows: 3), title: "t")
            #expect(frame[Position(column: place, row: place)] == nil || place == 0)
        }
        expectWhole(frame)
    }

    @Test func `a wide sign that loses a half loses both`() {
        var frame = Frame(Size(columns: 6, rows: 1))
        frame.put("李李李", at: Position(column: 0, row: 0), role: .text)
        frame.put("x", at: Position(column: 1, row: 0), role: .text)
        frame.put("李", at: Position(column: 3, row: 0), role: .text)
        #expect(frame.lines == [" x 李 "])
        #expect(Frame(Size(columns: 1, rows: 1)).lines == [" "])
    }

    @Test func `a box is drawn in both sets of glyphs`() {
        var frame = Frame(Size(columns: 14, rows: 3), glyphs: .ascii)
        frame.box(at: Position(column: 0, row: 0), frame.size, title: "Why")
        #expect(frame.text == "+- Why ------+\n|            |\n+------------+")
        frame = Frame(Size(columns: 14, rows: 3))
        frame.box(at: Position(column: 0, row: 0), frame.size, title: "A long title")
        #expect(frame.text == "┌─ A long … ─┐\n│            │\n└────────────┘")
    }

    @Test func `the snapshot shows signs and roles`() {
        var frame = Frame(Size(columns: 12, rows: 2))
        frame.put("✗ 李", at: Position(column: 0, row: 0), role: .findingError)
        frame.put("DX-006", at: Position(column: 5, row: 0), role: .text)
        frame.cursor = Position(column: 3, row: 1)
        #expect(
            frame.snapshot == """
                size 12x2 cursor 3,1
                |✗ 李 DX-006 |
                |            |
                roles
                |oooo
                |
                o finding.error

                """)
    }
}
