public import ClaimModel
import ClaimRules
public import TextKit

/// A sheet of the form as text: 66 lines at six to the inch, ten characters to the inch, for the pre-printed form.
public struct FormImage: Hashable, Sendable {
    /// How a sheet is laid on the paper.
    public struct Style: Hashable, Sendable {
        /// Lines that everything is moved down by; up where negative.
        public var down: Int
        /// Columns that everything is moved to the right by; to the left where negative.
        public var across: Int
        /// Whether the boxes are drawn too, for plain paper; one column wider.
        public var hasGrid: Bool
        /// The characters that the printer has.
        public var glyphs: Glyphs

        /// - Parameters:
        ///   - down: lines, within `downs`.
        ///   - across: columns, within `acrosses`.
        public init(down: Int = 0, across: Int = 0, hasGrid: Bool = false, glyphs: Glyphs = .unicode) {
            self.down = down
            self.across = across
            self.hasGrid = hasGrid
            self.glyphs = glyphs
        }

        /// How far the form can be moved, in lines; what then is off the sheet is left out, and `lostBoxes` names it.
        public static let downs = -6...6
        /// How far the form can be moved, in columns.
        public static let acrosses = -10...10
    }

    /// Without blanks at the end of a line.
    public let lines: [String]

    /// The sheets that a claim fills, at least one.
    ///
    /// - Parameter notice: what is said of the sheet above its boxes: that it is not ready.
    public static func sheets(of draft: ClaimDraft, notice: String = "", style: Style = Style()) -> [FormImage] {
        CMS1500.forms(of: draft, glyphs: style.glyphs).map {
            FormImage($0, notice: notice, style: style)
        }
    }

    /// Sheets as a printer takes them: lines end in a line feed, sheets are parted by form feeds.
    public static func text(of sheets: [FormImage]) -> String {
        sheets.map { $0.lines.map { $0 + "\n" }.joined() }.joined(separator: "\u{0C}")
    }

    private init(_ form: CMS1500, notice: String, style: Style) {
        var canvas = FormCanvas()
        if style.hasGrid {
            canvas.draw(style.glyphs)
            canvas.put(form.heading, line: 5, column: 1)
        }
        for part in form.parts + [FormPart(.notice, notice.onPaper(style.glyphs))] {
            let slot = style.slot(of: part)
            guard style.holds(slot, isDrawn: false) else { continue }
            canvas.put(part.text, line: slot.line, column: slot.column)
        }
        lines = canvas.lines(movedBy: style)
    }
}

extension FormImage.Style {
    func slot(of part: FormPart) -> FormSlot { hasGrid ? part.slot.onGrid : part.slot }

    /// Whether a slot is on the sheet once it is moved.
    ///
    /// - Parameter isDrawn: whether the sheet begins at the edge of the paper, as a PDF does, and not where a printer begins.
    func holds(_ slot: FormSlot, isDrawn: Bool) -> Bool {
        let columns = isDrawn ? -2...82 : hasGrid ? 0...83 : 1...84
        let first = slot.column + across
        return (1...Paper.lines).contains(slot.line + down) && columns.contains(first)
            && columns.contains(first + slot.width - 1)
    }
}

extension CMS1500 {
    /// Everything that is put on the sheet.
    var parts: [FormPart] {
        (upper + lower).flatMap(\.parts) + lines.enumerated().flatMap { $1.parts(at: $0) }
    }

    /// The boxes of a claim that the offsets move off the sheet, as `1a`, `24 line 2`.
    ///
    /// - Parameter isDrawn: whether the sheet is drawn, as for a PDF, which begins at the edge of the paper.
    public static func lostBoxes(of draft: ClaimDraft, style: FormImage.Style, isDrawn: Bool) -> [String] {
        func isLost(_ part: FormPart) -> Bool {
            !part.text.isEmpty && !style.holds(style.slot(of: part), isDrawn: isDrawn)
        }
        return forms(of: draft, glyphs: style.glyphs).flatMap { form in
            (form.upper + form.lower).filter { $0.parts.contains(where: isLost) }.map(\.number)
                + form.lines.enumerated().filter { $1.parts(at: $0).contains(where: isLost) }
                .map { "24 line \($1.number)" }
        }.uniqued
    }

    var heading: String { count == 1 ? "CMS-1500 (02/12)" : "CMS-1500 (02/12), form \(number) of \(count)" }

    /// The boxes of a claim whose value does not fit, as `19`, `24 line 2`.
    public static func cutBoxes(of draft: ClaimDraft, glyphs: Glyphs = .unicode) -> [String] {
        let forms = forms(of: draft, glyphs: glyphs)
        let boxes = forms.flatMap { ($0.upper + $0.lower).filter(\.isCut).map(\.number) }
        return (boxes + forms.flatMap(\.lines).filter(\.isCut).map { "24 line \($0.number)" }).uniqued
    }
}
