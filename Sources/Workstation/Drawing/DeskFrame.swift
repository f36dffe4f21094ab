import ClaimModel
import ClaimRules
public import TerminalKit
public import TextKit

/// How the screen is divided: three lines above, five below, the body between; from 120 columns a pane beside it.
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
    var footerRow: Int { size.rows - 1 }
}

extension Workstation {
    func bodyColumns(for size: Size) -> Int { FrameParts(size).bodyColumns }

    /// The screen as it should look now.
    public func frame(glyphs: Glyphs) -> Frame {
        var frame = Frame(size, glyphs: glyphs)
        guard isLargeEnough else {
            let words =
                "CleanClaim needs \(Workstation.smallest.columns)x\(Workstation.smallest.rows); make the window larger."
            for (row, line) in words.wrapped(to: size.columns).enumerated() {
                frame.put(line, at: Position(column: 0, row: row), role: .status)
            }
            return frame
        }
        let parts = FrameParts(size)
        if let editor {
            drawClaim(editor, on: &frame, parts)
        } else if let batches {
            drawBatches(batches, on: &frame, parts)
        } else {
            drawWorklist(on: &frame, parts)
        }
        if let dialog { draw(dialog, on: &frame, parts) }
        return frame
    }

    private func drawClaim(_ editor: ClaimEditor, on frame: inout Frame, _ parts: FrameParts) {
        let shown = Shown(of: editor, findings: editor.findings ?? [], books: desk.books)
        drawHeader(editor, shown, on: &frame)
        drawSteps(editor, shown, on: &frame)
        frame.horizontalRule(row: 2)
        let layout = layout
        if editor.work.screen == .review {
            drawReview(on: &frame, parts)
        } else {
            drawForm(layout, editor, shown, on: &frame, parts)
        }
        if parts.paneColumns > 0 { drawPane(shown, on: &frame, parts) }
        frame.horizontalRule(row: parts.findingRow - 1)
        let here =
            editor.work.screen == .review
            ? selectedReviewFinding().map { [$0] } ?? [] : shown.findings(at: editor.focusedPlace)
        drawFindingLine(editor, here, isOnField: layout.shows(editor.focusedPlace), on: &frame, parts)
        drawFooter(
            Footer(
                of: editor, findings: here, reviewRow: editor.work.screen == .review ? selectedReviewRow : nil),
            on: &frame, parts)
    }
}
