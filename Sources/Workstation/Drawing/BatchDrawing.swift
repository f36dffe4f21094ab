import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The files that were sent, and the claims of one.
extension Workstation {
    func drawBatches(_ list: BatchList, on frame: inout Frame, _ parts: FrameParts) {
        let count = list.count
        if let open = list.open {
            let title = "Batch \(open.batch.file.interchange)  \(counted(count, "claim"))"
            drawListHead(title, list.current, on: &frame)
            draw(open.shown.map(\.row), under: .sentClaims(width: size.columns), list.current, on: &frame, parts)
        } else {
            drawListHead("Batches  \(counted(count, "file"))", list.current, on: &frame)
            draw(list.shown.map(\.row), under: .batches(width: size.columns), list.current, on: &frame, parts)
        }
        if count == 0 {
            let isFiltered = !list.current.filter.isEmpty
            let words = isFiltered ? "Nothing fits the filter. Esc clears it." : "No file of claims was sent yet."
            frame.put(words, at: Position(column: 3, row: parts.bodyTop + 2), role: .hint)
        }
        frame.horizontalRule(row: parts.findingRow - 1)
        draw(words: message ?? list.details, role: message == nil ? .hint : .status, on: &frame, parts)
        drawFooter(list.open == nil ? .batches : .sentClaims, on: &frame, parts)
    }

    /// The lines above every list: the program, what is listed, the filter.
    func drawListHead(_ title: String, _ state: ListState, on frame: inout Frame) {
        frame.fill(at: Position(column: 0, row: 0), Size(columns: size.columns, rows: 1), role: .header)
        let used = frame.put(" CleanClaim", at: Position(column: 0, row: 0), role: .headerName)
        frame.put(title, at: Position(column: used + 2, row: 0), role: .header)
        let filter = state.filter
        frame.put(
            filter.isEmpty ? "Type to filter." : "Filter: \(filter)", at: Position(column: 1, row: 1), role: .prompt)
        frame.cursor = Position(column: filter.isEmpty ? 1 : 9 + filter.columns, row: 1)
        frame.horizontalRule(row: 2)
    }

    private func draw(
        _ rows: [[String]], under columns: ListColumns, _ state: ListState, on frame: inout Frame, _ parts: FrameParts
    ) {
        columns.drawTitles(on: &frame, row: parts.bodyTop)
        var state = state
        state.selection = min(state.selection, max(0, rows.count - 1))
        for (offset, index) in state.page(of: rows.count, rows: parts.bodyRows - 1).enumerated() {
            let row = parts.bodyTop + 1 + offset
            let role: Role = index == state.selection ? .selection : .text
            frame.fill(at: Position(column: 0, row: row), Size(columns: size.columns, rows: 1), role: role)
            columns.draw(rows[index], on: &frame, row: row, role: role)
        }
    }
}

extension BatchList {
    /// What stands below the list: the file that is chosen, or open.
    fileprivate var details: String {
        if let open { return open.batch.details }
        guard !shown.isEmpty else { return "" }
        return shown[min(state.selection, shown.count - 1)].details
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
            String(number), account, patient, day?.description ?? "", Money(cents: charge).currency, answeredWords,
            status.rawValue,
        ]
    }
}

extension ListColumns {
    /// The file's name has a column where there is room for it.
    fileprivate static func batches(width: Int) -> ListColumns {
        let name = max(0, width - 81)
        return ListColumns(
            [
                .init("Number", 9), .init("Sent", 10), .init("File", name), .init("Claims", 6, isRight: true),
                .init("Total", 12, isRight: true), .init("999", 8),
            ] + SentResult.allCases.map { .init($0.title, 4, isRight: true) })
    }

    fileprivate static func sentClaims(width: Int) -> ListColumns {
        let free = max(26, width - 54)
        return ListColumns([
            .init("No.", 5, isRight: true), .init("Account", free / 2), .init("Patient", free - free / 2),
            .init("DOS", 10), .init("Charge", 11, isRight: true), .init("Answer", 11), .init("Now", 11),
        ])
    }
}
