import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The submitted files, and the claims of one.
extension Submissions {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let parts = view.parts
        if let open {
            frame.drawListHead("File \(open.batch.file.interchange)  \(counted(count, "claim"))", current, view)
            draw(open.shown.map(\.row), under: .submittedClaims(width: view.size.columns), on: &frame, view)
        } else {
            frame.drawListHead("Submitted  \(counted(count, "file"))", current, view)
            draw(shown.map(\.row), under: .files(width: view.size.columns), on: &frame, view)
        }
        if count == 0 {
            let isFiltered = !current.filter.isEmpty
            let text = isFiltered ? "Nothing matches the filter. Esc clears it." : "No claims submitted yet."
            frame.put(text, at: Position(column: 3, row: parts.bodyTop + 2), role: .hint)
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        frame.drawMessage(message ?? details, role: message == nil ? .hint : .status, view)
        let labels: [Command: String] =
            open == nil ? [.confirm: "Claims", .back: "Worklist"] : [.confirm: "Open", .back: "Files"]
        frame.drawFooter(Footer(in: .submissions, labels: labels), view)
    }

    private func draw(
        _ rows: [[String]], under columns: ListColumns, on frame: inout Frame, _ view: DeskView
    ) {
        let (size, parts) = (view.size, view.parts)
        columns.drawTitles(on: &frame, row: parts.bodyTop)
        var state = current
        state.selection = min(state.selection, max(0, rows.count - 1))
        for (offset, index) in state.page(of: rows.count, rows: parts.bodyRows - 1).enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == state.selection ? .selection : .text
            frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
            columns.draw(rows[index], on: &frame, row: row, role: role)
        }
    }
}

extension Submissions {
    /// What is shown below the list: the file that is chosen, or open.
    fileprivate var details: String {
        if let open { return open.batch.details }
        guard !shown.isEmpty else { return "" }
        return shown[min(state.selection, shown.count - 1)].details
    }
}

extension Frame {
    /// The lines above every list: the program, what is listed, the filter.
    mutating func drawListHead(_ title: String, _ state: ListState, _ view: DeskView) {
        drawTitle(title, view)
        let filter = state.filter
        let line = Position(column: 1, row: 1)
        if filter.isEmpty {
            put("Type to filter.", at: line, role: .hint)
        } else {
            put("Filter: \(filter)", at: line, role: .prompt)
        }
        cursor = Position(column: filter.isEmpty ? 1 : 9 + filter.columns, row: 1)
        horizontalRule(row: 2)
    }
}

extension SentBatch {
    fileprivate var row: [String] {
        [
            String(file.interchange), file.day.description, file.name, String(file.claims),
            Money(cents: file.total).currency, acknowledgment,
        ] + SentResult.allCases.map { count(of: $0) > 0 ? String(count(of: $0)) : "" }
    }
}

extension SentClaim {
    fileprivate var row: [String] {
        [
            String(number), account, patient, day?.description ?? "", Money(cents: charge).currency, answerText,
            status.rawValue,
        ]
    }
}

extension ListColumns {
    /// The file's name has a column where there is room for it.
    fileprivate static func files(width: Int) -> ListColumns {
        let name = max(0, width - 81)
        return ListColumns(
            [
                .init("Number", 9), .init("Submitted", 10), .init("File", name), .init("Claims", 6, isRight: true),
                .init("Total", 12, isRight: true), .init("Ack", 8),
            ] + SentResult.allCases.map { .init($0.title, 4, isRight: true) })
    }

    fileprivate static func submittedClaims(width: Int) -> ListColumns {
        let free = max(26, width - 54)
        return ListColumns([
            .init("No.", 5, isRight: true), .init("Account", free / 2), .init("Patient", free - free / 2),
            .init("DOS", 10), .init("Charge", 11, isRight: true), .init("Response", 11), .init("Now", 11),
        ])
    }
}
