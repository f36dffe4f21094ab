import ClaimRules
import TerminalKit
import TextKit

/// Text to read, a page at a time.
struct Pager: Overlay, Hashable, Sendable {
    let kind: Kind
    let title: String
    let lines: [String]
    private var top = 0

    enum Kind: Hashable, Sendable {
        case preview(Preview)
        /// F1 on a finding, a field or a line of Review; F1 again lists the keys.
        case explanation
        case keys
        case report(OfficeReport)
        /// Of a code in the look-up, to which it closes.
        case details(LookUp)
        /// Of an event of a claim's history, to which it closes.
        case event(HistoryList)
    }

    /// Long lines continue below; lines that fit stay as they are.
    init(_ kind: Kind, title: String, lines: [String], columns limit: Int) {
        self.kind = kind
        self.title = title
        self.lines = lines.flatMap { $0.hanging(to: limit) }
    }

    init(_ preview: Preview, lines: [String], columns limit: Int) {
        self.init(.preview(preview), title: preview.title, lines: lines, columns: limit)
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let rows = Pager.rows(on: view.size)
        switch (command, kind) {
        case (.back, .details(let lookUp)), (.confirm, .details(let lookUp)): return .become(lookUp)
        case (.back, .event(let list)), (.confirm, .event(let list)): return .become(list)
        case (.back, _), (.confirm, _): return .close()
        case (.explain, .explanation), (.explain, .preview): return .request(.keys)
        case (.print, .preview(let preview)):
            guard let paperwork = preview.paperwork else { return .stay("The \(preview.title) is not printed.") }
            return .request(.askPrint(paperwork))
        case (.print, .report(let report)): return .request(.askReportTarget(report))
        case (.preview, .preview(let preview)): return .request(.preview(preview.next))
        case (.up, _): return scroll(-1, rows)
        case (.down, _): return scroll(1, rows)
        case (.previousScreen, _): return scroll(-rows, rows)
        case (.nextScreen, _): return scroll(rows, rows)
        case (.home, _): return scroll(-lines.count, rows)
        case (.end, _): return scroll(lines.count, rows)
        default: return .stay("Arrows and PgDn scroll, Esc closes.")
        }
    }

    private mutating func scroll(_ step: Int, _ rows: Int) -> Reply {
        let target = min(max(0, top + step), max(0, lines.count - rows))
        defer { top = target }
        return .stay(target != top ? nil : step < 0 ? "This is the beginning." : "This is the end.")
    }

    /// How many lines of it a screen shows.
    private static func rows(on size: Size) -> Int { max(1, size.rows - 3) }
}

extension Pager {
    /// Every line but the first is text.
    func noticeRow(_ parts: FrameParts) -> Int { 0 }

    /// The whole width is text, so that a printed page of 80 columns shows as it prints.
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let size = view.size
        frame.fill(at: Position(column: 0, row: 0), size, role: .text)
        frame.horizontalRule(row: 0)
        frame.put(" \(title) ", at: Position(column: 2, row: 0), role: .title)
        let rows = Pager.rows(on: size)
        for offset in 0..<rows where top + offset < lines.count {
            frame.put(lines[top + offset], at: Position(column: 0, row: 1 + offset), role: .text)
        }
        frame.horizontalRule(row: rows + 1)
        if lines.count > rows {
            let text = " \(min(top + rows, lines.count)) of \(lines.count) lines "
            frame.put(text, at: Position(column: size.columns - text.columns - 2, row: rows + 1), role: .muted)
        }
        if let message {
            let text = " \(message.clipped(to: size.columns - 30, ellipsis: frame.glyphs.ellipsis)) "
            frame.put(text, at: Position(column: 2, row: rows + 1), role: .status)
        }
        frame.cursor = Position(column: 0, row: 1)
        let isPrinted =
            switch kind {
            case .preview(let preview): preview.paperwork != nil
            case .report: true
            case .explanation, .keys, .details, .event: false
            }
        frame.drawFooter(Footer(in: .text, applying: { $0 != .print || isPrinted }), view)
    }
}
