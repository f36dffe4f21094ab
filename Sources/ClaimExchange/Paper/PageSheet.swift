public import PaperSheet
import TextKit

extension Page {
    /// The page as drawn: its 80 columns and 66 lines with half an inch of margin around them.
    public var sheet: Sheet {
        var sheet = Sheet()
        let margin = 36.0
        let pitch = (sheet.width - 2 * margin) / Double(Paper.columns)
        let leading = (sheet.height - 2 * margin) / Double(Paper.lines)
        for (index, line) in lines.enumerated() where !line.isEmpty {
            sheet.texts.append(
                Sheet.Text(
                    line, x: margin, y: margin + leading * (Double(index) + 0.8), size: pitch / 0.6,
                    width: pitch * Double(line.columns)))
        }
        return sheet
    }
}
