public import ClaimModel
public import TextKit

/// A sheet of the form as text: 66 lines at six to the inch, ten characters to the inch, for the pre-printed form.
public struct FormImage: Hashable, Sendable {
    /// How a sheet is laid on the paper.
    public struct Style: Hashable, Sendable {
        /// Lines that everything is moved down by.
        public var down: Int
        /// Columns that everything is moved to the right by.
        public var across: Int
        /// Whether the boxes are drawn too, for plain paper; one column wider.
        public var hasGrid: Bool
        /// The characters that the printer has.
        public var glyphs: Glyphs

        /// - Parameter down: lines, within `downs`.
        public init(down: Int = 0, across: Int = 0, hasGrid: Bool = false, glyphs: Glyphs = .unicode) {
            self.down = down
            self.across = across
            self.hasGrid = hasGrid
            self.glyphs = glyphs
        }

        /// As far as the form can move without leaving the sheet, in lines.
        public static let downs = -1...4
        /// As far as the form can move without leaving the sheet, in columns.
        public static let acrosses = 0...4
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
            canvas.put(part.text, line: part.slot.line, column: part.slot.column)
        }
        let left = String(repeating: " ", count: min(max(style.across, 0), Style.acrosses.upperBound))
        let first = style.hasGrid ? 0 : 1
        let texts = canvas.lines(from: first).map { $0.isEmpty ? "" : left + $0 }
        let blanks = [String](repeating: "", count: max(0, style.down))
        lines = Array((blanks + texts.dropFirst(max(0, -style.down)) + [""]).prefix(Paper.lines))
    }
}

extension CMS1500 {
    /// Everything that is put on the sheet.
    var parts: [FormPart] {
        (upper + lower).flatMap(\.parts) + lines.enumerated().flatMap { $1.parts(at: $0) }
    }

    var heading: String { count == 1 ? "CMS-1500 (02/12)" : "CMS-1500 (02/12), form \(number) of \(count)" }

    /// The boxes of a claim whose value does not fit, as `19`, `24 line 2`.
    public static func cutBoxes(of draft: ClaimDraft, glyphs: Glyphs = .unicode) -> [String] {
        let forms = forms(of: draft, glyphs: glyphs)
        let boxes = forms.flatMap { ($0.upper + $0.lower).filter(\.isCut).map(\.number) }
        let lines = forms.flatMap(\.lines).filter(\.isCut).map { "24 line \($0.number)" }
        var seen: Set<String> = []
        return (boxes + lines).filter { seen.insert($0).inserted }
    }
}
