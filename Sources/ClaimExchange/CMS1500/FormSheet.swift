public import ClaimModel
public import PaperSheet
import TextKit

extension FormImage {
    /// The sheets that a claim fills as drawn, every character where the pre-printed form has it.
    ///
    /// - Parameter notice: what is said of the sheet above its boxes, and in large letters behind them.
    public static func drawnSheets(
        of draft: ClaimDraft, notice: String = "", style: Style = Style()
    ) -> [Sheet] {
        CMS1500.forms(of: draft).map { form in
            var drawing = FormDrawing(style: style)
            if !notice.isEmpty { drawing.stamp("NOT READY") }
            if style.hasGrid {
                drawing.drawFrame()
                drawing.put(form.heading, line: 5, column: 1)
            }
            for part in form.parts + [FormPart(.notice, notice)] {
                let slot = style.slot(of: part)
                guard style.holds(slot, isDrawn: true) else { continue }
                drawing.put(part.text, line: slot.line, column: slot.column)
            }
            return drawing.sheet
        }
    }
}

/// A sheet on which lines are 1/6 inch apart and columns 1/10 inch.
private struct FormDrawing {
    private(set) var sheet = Sheet()
    private let down: Double
    private let across: Double

    private static let line = 12.0
    private static let column = 7.2
    /// Where column 1 begins on the pre-printed form.
    private static let left = 21.6

    init(style: FormImage.Style) {
        down = Double(style.down)
        across = Double(style.across)
    }

    /// The left end of a column.
    private func x(_ column: Double) -> Double { FormDrawing.left + (column - 1 + across) * FormDrawing.column }

    /// The top of a line.
    private func y(_ line: Double) -> Double { (line - 1 + down) * FormDrawing.line }

    mutating func put(_ text: String, line: Int, column: Int) {
        let blanks = text.prefix { $0 == " " }.count
        let text = String(text.dropFirst(blanks))
        guard !text.isEmpty else { return }
        sheet.texts.append(
            Sheet.Text(
                text, x: x(Double(column + blanks)), y: y(Double(line + 1)) - 2.5, size: 11,
                width: Double(text.columns) * FormDrawing.column))
    }

    mutating func stamp(_ text: String) {
        sheet.texts.append(
            Sheet.Text(text, x: 56, y: 440, size: 96, width: 500, isMonospaced: false, gray: 0.85))
    }

    mutating func drawFrame() {
        for line in FormFrame.shadedLines {
            let (left, right) = (x(0.5), x(62.5))
            sheet.areas.append(
                Sheet.Area(
                    x: left, y: y(Double(line)), width: right - left, height: FormDrawing.line, gray: 0.92))
            stroke(0, Double(line), 80, Double(line))
        }
        for line in FormFrame.edges {
            let columns = FormFrame.edge(on: line)
            stroke(Double(columns.lowerBound), Double(line), Double(columns.upperBound), Double(line))
        }
        for row in FormFrame.rows {
            for line in row.line..<row.line + row.height {
                for column in FormFrame.bars(of: row, on: line) {
                    stroke(Double(column), Double(line), Double(column), Double(line + 1))
                }
            }
            for cell in row.cells { title(cell.title, line: row.line, column: Double(cell.column) + 0.8) }
        }
        for caption in FormFrame.captions { title(caption.text, line: caption.line, column: Double(caption.column)) }
        for square in FormFrame.squares { frame(square) }
    }

    /// An edge through the middle of a column, or along the top of a line.
    private mutating func stroke(_ column: Double, _ line: Double, _ toColumn: Double, _ toLine: Double) {
        sheet.strokes.append(
            Sheet.Stroke(x1: x(column + 0.5), y1: y(line), x2: x(toColumn + 0.5), y2: y(toLine)))
    }

    private mutating func title(_ text: String, line: Int, column: Double) {
        sheet.texts.append(
            Sheet.Text(text, x: x(column), y: y(Double(line)) + 7.5, size: 6, isMonospaced: false, gray: 0.3))
    }

    private mutating func frame(_ square: FormSlot) {
        let (left, right) = (x(Double(square.column)) - 1, x(Double(square.column + 1)) + 1)
        let (top, bottom) = (y(Double(square.line)) + 1, y(Double(square.line + 1)) - 1)
        for (x1, y1, x2, y2) in [
            (left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom),
            (right, top, right, bottom),
        ] {
            sheet.strokes.append(Sheet.Stroke(x1: x1, y1: y1, x2: x2, y2: y2, thickness: 0.4))
        }
    }
}
