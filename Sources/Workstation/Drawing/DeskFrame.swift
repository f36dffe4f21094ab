public import TerminalKit
public import TextKit

/// How the screen is divided: three lines above, five below, the body between; from 120 columns a pane next to it.
struct FrameParts {
    let size: Size
    let paneColumns: Int

    init(_ size: Size) {
        self.size = size
        paneColumns = size.columns >= 120 ? min(48, size.columns / 3) : 0
    }

    var bodyColumns: Int { size.columns - paneColumns }
    var bodyTop: Int { 3 }
    var bodyRows: Int { size.rows - 8 }
    var findingRow: Int { size.rows - 1 - findingRows }
    var findingRows: Int { 3 }
    /// The rule above the findings.
    var noticeRow: Int { findingRow - 1 }
    var footerRow: Int { size.rows - 1 }
}

extension Frame {
    /// One line, where nothing else fits.
    mutating func drawTooSmall(_ least: Size) {
        let text = "CleanClaim needs \(least.columns)x\(least.rows); make the window larger."
        for (row, line) in text.wrapped(to: size.columns).enumerated() {
            put(line, at: Position(column: 0, row: row), role: .status)
        }
    }

    /// A screen that shows nothing of any claim, while there is something to wait for.
    public static func waiting(_ text: String, _ size: Size, glyphs: Glyphs) -> Frame {
        var frame = Frame(size, glyphs: glyphs)
        frame.put(text.clipped(to: size.columns), at: Position(column: 0, row: 0), role: .status)
        return frame
    }

    /// A text in the lines above the footer.
    mutating func drawMessage(_ text: String, role: Role, _ view: DeskView) {
        let parts = view.parts
        for (offset, line) in text.wrapped(to: view.size.columns - 2).prefix(parts.findingRows).enumerated() {
            put(line, at: Position(column: 1, row: parts.findingRow + offset), role: role)
        }
    }

    /// The same in place of whatever the screen below says there.
    mutating func replaceMessage(_ text: String, _ view: DeskView) {
        let parts = view.parts
        fill(
            at: Position(column: 0, row: parts.findingRow), Size(columns: view.size.columns, rows: parts.findingRows),
            role: .status)
        drawMessage(text, role: .status, view)
    }

    mutating func drawFooter(_ footer: Footer, _ view: DeskView) { drawFooter(footer, view.keymap) }

    /// The same where there is no desk yet.
    mutating func drawFooter(_ footer: Footer, _ keymap: Keymap) {
        let row = FrameParts(size).footerRow
        fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: .footerText)
        var column = 1
        for (key, label) in footer.entries(in: size.columns, keymap: keymap) {
            column += put(key, at: Position(column: column, row: row), role: .footerKey) + 1
            column += put(label, at: Position(column: column, row: row), role: .footerText) + 2
        }
    }
}
