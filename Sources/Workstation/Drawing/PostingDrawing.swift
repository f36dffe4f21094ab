import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

extension PostingScreen {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let parts = view.parts
        frame.drawTitle(title, view)
        frame.put(balance, at: Position(column: 1, row: 1), role: form.left == 0 ? .markOK : .markWarning)
        frame.horizontalRule(row: 2)
        drawHead(on: &frame, view)
        drawLines(on: &frame, view)
        frame.horizontalRule(row: parts.findingRow - 1)
        frame.drawMessage(message ?? hint(view), role: message == nil ? .hint : .status, view)
        let isLast = form.index == form.count - 1
        frame.drawFooter(
            Footer(
                in: .posting, labels: [.confirm: isLast ? "Post" : "Next"],
                applying: { $0 != .takeFix || form.suggestion != nil }), view)
    }

    private var title: String {
        let draft = form.draft
        let names = [
            "Post EOB", draft.identity.account.text, draft.patient.lastName.text, draft.payer.name.text,
            form.status.rawValue,
        ]
        return names.filter { !$0.isEmpty }.joined(separator: "  ")
    }

    /// What is still to balance is always in sight.
    private var balance: String {
        let (total, left) = (form.draft.totalCharge, form.left)
        let patients = form.draft.lines.indices.reduce(0) { $0 + form.patients($1) }
        return "Charge \(Money(cents: total).currency)  paid \(Money(cents: form.paid).currency)  "
            + "patient \(Money(cents: patients).currency)  still to balance \(Money(cents: left).currency)"
    }

    private func hint(_ view: DeskView) -> String {
        if let suggestion = form.suggestion {
            return "\(view.key(.takeFix)) enters \(suggestion): charge less allowed."
        }
        guard let cell = form.cell else {
            return "\(view.key(.same)) copies from the EOB posted last. Enter in the last field posts."
        }
        return switch cell.column {
        case .allowed: "Allowed may stay blank. Paid and adjustments must add up to the charge."
        case .paid: "What the payer pays on line \(cell.row + 1); blank is 0."
        case .adjustments: "Group, reason and amount: co45 16 pr2 18.80"
        }
    }

    private func drawHead(on frame: inout Frame, _ view: DeskView) {
        for head in PostingForm.Head.allCases {
            let isLeft = head.rawValue % 2 == 0
            let row = view.parts.bodyTop + head.rawValue / 2
            let start = isLeft ? 1 : 41
            frame.put(head.label, at: Position(column: start, row: row), role: .label)
            draw(form.text(head), at: Position(column: start + 19, row: row), 19, place: head.rawValue, on: &frame)
        }
    }

    private func drawLines(on frame: inout Frame, _ view: DeskView) {
        let top = view.parts.bodyTop + 4
        let width = max(23, view.size.columns - 57)
        let titles = ListColumns([
            .init("", 2), .init("Code", 6), .init("Charge", 9, isRight: true), .init("Allowed", 8), .init("Paid", 8),
            .init("Adjustments", width), .init("Patient", 7, isRight: true), .init("Left", 8, isRight: true),
        ])
        titles.drawTitles(on: &frame, row: top)
        let chosen = form.cell?.row ?? 0
        let page = ListState(filter: "", selection: chosen)
            .page(of: form.draft.lines.count, rows: max(1, view.parts.bodyRows - 5))
        for (offset, index) in page.enumerated() {
            let row = top + 1 + offset
            let left = form.left(index)
            titles.draw(
                [
                    "\(index + 1)", form.draft.lines[index].procedure.text,
                    form.charge(index).map { Money(cents: $0).description } ?? "", "", "", "",
                    Money(cents: form.patients(index)).description, left == 0 ? "0.00" : Money(cents: left).description,
                ], on: &frame, row: row, role: .text)
            var column = 21
            for (cell, columns) in [(PostingForm.Column.allowed, 8), (.paid, 8), (.adjustments, width)] {
                draw(
                    form.text(index, cell), at: Position(column: column, row: row), columns,
                    place: PostingForm.place(index, cell), on: &frame)
                column += columns + 1
            }
        }
    }

    private func draw(_ text: String, at place: Position, _ columns: Int, place index: Int, on frame: inout Frame) {
        let isFocused = index == form.index
        let role: Role =
            isFocused ? form.isUntouched && !text.isEmpty ? .fieldSelected : .fieldFocused : .field
        frame.fill(at: place, Size(columns: columns, rows: 1), role: role, with: frame.glyphs.fieldFill)
        let shown =
            isFocused
            ? text.scrolled(to: text.columns, within: columns).text
            : text.clipped(to: columns, ellipsis: frame.glyphs.ellipsis)
        let used = frame.put(shown, at: place, role: role)
        if isFocused { frame.cursor = Position(column: place.column + used, row: place.row) }
    }
}
