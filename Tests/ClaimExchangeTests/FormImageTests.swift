import ClaimModel
import ClaimRules
import PaperSheet
import Prerequisites
import Testing

@testable import ClaimExchange
import TextKit

@Suite struct FormImageTests {
    private static let long = (0..<7).reduce(ClaimExample.sample) { example, _ in
        example.withLine([.lineFrom: "11/10/2026", .lineProcedure: "99214", .lineCharge: "10", .linePointers: "A"])
    }.draft

    private func image(of draft: ClaimDraft, _ style: FormImage.Style = FormImage.Style()) throws -> FormImage {
        try #require(FormImage.sheets(of: draft, style: style).first)
    }

    /// What stands at a line and column, both from 1.
    private func text(_ image: FormImage, _ line: Int, _ column: Int, _ width: Int) -> String {
        String(image.lines[line - 1].dropFirst(column - 1).prefix(width)).trimmed
    }

    @Test func `the image of a clean claim`() throws {
        let sheets = FormImage.sheets(of: ClaimExample.sample.draft)
        try Golden.expect(FormImage.text(of: sheets), is: "cms1500-image.txt")
    }

    @Test func `two sheets with their boxes drawn, not ready`() throws {
        for (glyphs, name) in [(Glyphs.unicode, "cms1500-grid.txt"), (.ascii, "cms1500-grid-ascii.txt")] {
            let style = FormImage.Style(hasGrid: true, glyphs: glyphs)
            let sheets = FormImage.sheets(of: Self.long, notice: "NOT READY: 2 errors", style: style)
            try Golden.expect(FormImage.text(of: sheets), is: name)
        }
    }

    /// Lines and columns of the pre-printed form.
    @Test(arguments: [
        (8, 45, "X"), (8, 50, "123456789012"), (10, 1, "RIVERA, DANA"), (10, 31, "04 17 1981"), (10, 47, "X"),
        (12, 33, "X"), (14, 26, "OH"), (20, 41, "X"), (26, 57, "X"), (37, 42, "0"), (38, 3, "F332"),
        (40, 50, "MM2611045"),
        (44, 1, "11 10 26"), (44, 10, "11 10 26"), (44, 19, "11"), (44, 25, "96365"), (44, 45, "A"), (44, 59, "1"),
        (44, 68, "1234567893"), (45, 1, "N400143950801   ML0.7   ZZKETAMINE HCL 35 MG IV"), (46, 25, "J3490"),
        (56, 1, "345550101"), (56, 19, "X"), (56, 23, "C-1001"), (56, 38, "X"), (57, 66, "216 5550100"),
        (61, 50, "1122233343"), (61, 63, "ZZ261QM0801X"),
    ])
    func `its place on the form`(line: Int, column: Int, content: String) throws {
        #expect(try text(image(of: ClaimExample.sample.draft), line, column, content.count) == content)
    }

    @Test func `amounts end at the cents' column, and one that is too wide is left out`() throws {
        let draft = ClaimExample.sample.with(.amountPaid, "20").draft
        let sheet = try image(of: draft)
        #expect(text(sheet, 44, 52, 6) == "210 00" && text(sheet, 56, 54, 6) == "255 00")
        #expect(text(sheet, 56, 65, 5) == "20 00")
        let wide = ClaimExample.sample.with(.lineCharge, "9999999.99").with(.lineUnits, "99999.5").draft
        #expect(try text(image(of: wide), 44, 49, 13).isEmpty)
        #expect(CMS1500.cutBoxes(of: wide).contains("24 line 1"))
    }

    @Test func `offsets move everything, and what they move off the sheet is named`() throws {
        let plain = try image(of: Self.long)
        for down in FormImage.Style.downs {
            for across in FormImage.Style.acrosses {
                let style = FormImage.Style(down: down, across: across)
                let moved = try image(of: Self.long, style)
                let lost = CMS1500.lostBoxes(of: Self.long, style: style, isDrawn: false)
                let words = moved.lines.flatMap { $0.split(separator: " ") }
                #expect(moved.lines.count == 66)
                #expect((words == plain.lines.flatMap { $0.split(separator: " ") }) == lost.isEmpty)
                #expect(text(moved, 46 + down, 25 + across, 5) == "J3490")
            }
        }
        func lost(_ down: Int, _ across: Int, isDrawn: Bool = false, hasGrid: Bool = false) -> [String] {
            let style = FormImage.Style(down: down, across: across, hasGrid: hasGrid)
            return CMS1500.lostBoxes(of: Self.long, style: style, isDrawn: isDrawn)
        }
        #expect(lost(-1, 0).isEmpty && lost(4, 4).isEmpty && lost(0, -1).contains("24 line 1"))
        #expect(lost(-2, 0) == ["Top"] && lost(0, 10).contains("1a") && lost(6, 0).contains("33a"))
        #expect(lost(0, -3, isDrawn: true).isEmpty && lost(0, -4, isDrawn: true).contains("2"))
        #expect(lost(0, -1, hasGrid: true).isEmpty && lost(0, -2, hasGrid: true).contains("2"))
    }

    @Test func `every box that is drawn is whole`() throws {
        let full = ClaimExample.sample.with(.authorizationNumber, "MM2611045").with(.lineCharge, "9999.99").draft
        for draft in [Self.long, full, ClaimDraft(id: "blank")] {
            let sheet = try image(of: draft, FormImage.Style(hasGrid: true))
            let frame = sheet.lines[6..<64].map(Array.init)
            #expect(frame.allSatisfy { $0.count == 81 && "┌├│└".contains($0[0]) && "┐┤│┘".contains($0[80]) })
            for square in FormFrame.squares {
                let line = frame[square.line - 7]
                #expect(line[square.column - 1] == "[" && line[square.column + 1] == "]", "\(square)")
            }
            for row in FormFrame.rows {
                for line in row.line + 1..<row.line + row.height {
                    let isWhole = FormFrame.bars(of: row, on: line).allSatisfy { "│├┤┼".contains(frame[line - 7][$0]) }
                    #expect(isWhole, "line \(line)")
                }
            }
        }
    }

    @Test func `each further sheet repeats the claim and has its own total`() {
        let sheets = FormImage.sheets(of: Self.long)
        #expect(sheets.map { text($0, 56, 50, 10) } == ["295 00", "30 00"])
        #expect(sheets.allSatisfy { text($0, 8, 50, 29) == "123456789012" })
        #expect(FormImage.text(of: sheets).filter { $0 == "\u{0C}" }.count == 1)
    }

    @Test(.slow, arguments: 0..<20 as Range<UInt64>)
    func `any claim fits its sheets, and no value covers another`(seed: UInt64) {
        let draft = ClaimDraft.random(seed: seed)
        for glyphs in [Glyphs.unicode, .ascii] {
            for hasGrid in [false, true] {
                let style = FormImage.Style(hasGrid: hasGrid, glyphs: glyphs)
                for form in CMS1500.forms(of: draft, glyphs: glyphs) {
                    let slots = form.parts.filter { !$0.text.isEmpty }.map { style.slot(of: $0) }
                    let cells = slots.flatMap { slot in (0..<slot.width).map { [slot.line, slot.column + $0] } }
                    #expect(Set(cells).count == cells.count)
                }
                for sheet in FormImage.sheets(of: draft, notice: "NOT READY", style: style) {
                    #expect(sheet.lines.count == 66)
                    let bad = sheet.lines.filter {
                        $0.columns > (hasGrid ? 81 : 80) || $0 != $0.onPaper(glyphs)
                    }
                    #expect(bad.isEmpty)
                }
            }
        }
    }

    @Test func `the drawn sheet holds the same texts at the same pitch`() throws {
        let draft = Self.long
        let sheets = FormImage.drawnSheets(
            of: draft, notice: "NOT READY: 1 error", style: FormImage.Style(hasGrid: true))
        #expect(sheets.count == 2)
        let sheet = try #require(sheets.first)
        let npi = try #require(sheet.texts.first { $0.text == "1122233343" })
        #expect(abs(npi.x - (21.6 + 49 * 7.2)) < 0.01 && npi.width == 72)
        #expect(sheet.texts.first?.text == "NOT READY" && !sheet.strokes.isEmpty)
        let plain = try #require(FormImage.drawnSheets(of: draft).first)
        #expect(plain.strokes.isEmpty && plain.areas.isEmpty)
        #expect(plain.texts.allSatisfy { $0.x >= 0 && $0.x < plain.width && $0.y > 0 && $0.y < plain.height })
    }

    @Test func `a masked form names nobody`() {
        let draft = ClaimExample.sample.draft.withoutIdentities(in: ClaimExample.parsing)
        let text = FormImage.text(of: FormImage.sheets(of: draft))
        #expect(!text.contains("RIVERA") && !text.contains("123456789012") && text.contains("96365"))
    }
}

extension String {
    fileprivate var trimmed: String { drop { $0 == " " }.description.withoutBlanksAtEnd }
}
