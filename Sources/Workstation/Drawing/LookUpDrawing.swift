import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// The list of a look-up, with what is known of the chosen code below it, or next to it from 120 columns.
extension LookUp {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let (size, inputs) = (view.size, view.inputs)
        let area = Size(columns: size.columns, rows: view.parts.findingRow - 3)
        frame.box(at: Position(column: 0, row: 2), area, title: title)
        drawFilter(on: &frame, view)

        let question = inputs.question(at: place, in: [], draft: draft)
        let pane = size.columns >= 120 ? 46 : 0
        let list = LookUpList(
            self, question: question, width: size.columns - pane - 4, rows: area.rows - 3, glyphs: frame.glyphs)
        list.draw(on: &frame, at: Position(column: 2, row: 4))
        if rows.isEmpty { frame.put(emptyText, at: Position(column: 2, row: 5), role: .hint) }
        if let hit = chosen?.hit { draw(hit, question, pane: pane, area, on: &frame, view) }
        if let message { frame.replaceMessage(message, view) }
        frame.drawFooter(
            Footer(
                in: .choices,
                labels: [
                    .confirm: chosen?.hit?.isHeader == true ? "Open" : "Select",
                    .back: opened == nil ? "Cancel" : "Back to the list",
                ],
                applying: { command in
                    switch command {
                    case .explain: chosen?.hit != nil
                    case .references: place.field.hasFile
                    default: true
                    }
                }), view)
    }

    private func draw(
        _ hit: CodeHit, _ question: CodeQuestion, pane: Int, _ area: Size, on frame: inout Frame, _ view: DeskView
    ) {
        guard pane > 0 else {
            let assessment = question.assessment(of: hit)
            let text = (assessment.notes + assessment.sentences).joined(separator: " ")
            if !text.isEmpty { frame.replaceMessage(text, view) }
            return
        }
        let column = view.size.columns - pane
        frame.verticalRule(column: column, rows: 3..<(area.rows + 1))
        let lines = question.page(on: hit).flatMap { $0.hanging(to: pane - 4) }.prefix(area.rows - 2)
        for (offset, line) in lines.enumerated() {
            let role: Role = offset == 0 ? .title : line.hasPrefix("!") ? .findingWarning : .text
            frame.put(line, at: Position(column: column + 2, row: 3 + offset), role: role)
        }
    }

    private func drawFilter(on frame: inout Frame, _ view: DeskView) {
        let filter = state.filter
        frame.put("> ", at: Position(column: 2, row: 3), role: .prompt)
        frame.put(filter, at: Position(column: 4, row: 3), role: state.isSelected ? .fieldSelected : .prompt)
        frame.cursor = Position(column: min(4 + filter.columns, view.size.columns - 2), row: 3)
        if let remark {
            frame.put(remark, at: Position(column: 6 + filter.columns, row: 3), role: .muted)
        }
        guard filter.isEmpty, opened == nil, chosen?.hit != nil, view.inputs.hasUsed(rows[0].code) else { return }
        frame.put("used last", at: Position(column: 4, row: 3), role: .muted)
    }
}

extension LookUp {
    fileprivate var title: String {
        if let opened { return "Codes below \(opened.header.code) \(opened.header.description)" }
        return switch source {
        case .references(.template): ReferenceKind.template.title
        case .texts: "\(ReferenceKind.text.title) for \(place.field.label)"
        default: "Look up \(place.field.label)"
        }
    }

    fileprivate var emptyText: String {
        state.filter.isEmpty
            ? "Type a code or a few words."
            : "Nothing found. Delete some of the text, or Esc."
    }
}

/// The rows of a look-up's page, broken into lines so that no word is cut.
private struct LookUpList {
    private let lookUp: LookUp
    private let question: CodeQuestion
    private let width: Int
    private let rows: Int
    private let glyphs: Glyphs
    private let codeWidth: Int
    private let remarkWidth: Int

    init(_ lookUp: LookUp, question: CodeQuestion, width: Int, rows: Int, glyphs: Glyphs) {
        self.lookUp = lookUp
        self.question = question
        self.width = width
        self.rows = rows
        self.glyphs = glyphs
        codeWidth = min(16, max(6, lookUp.rows.map { $0.code.columns }.max() ?? 0))
        remarkWidth = lookUp.rows.contains { $0.hit?.set == .diagnosis } ? 8 : 0
    }

    /// One line of a row: words, and the objections to the code.
    private struct Line {
        let text: String
        var objection = ""
    }

    private struct Entry {
        let row: LookUp.Row
        let index: Int
        let lines: [Line]
        /// From left to right, behind the words.
        let remark: String
    }

    /// Fixed pages, as many rows on each as fit, the one with the choice on it.
    private var page: [Entry] {
        var page: [Entry] = []
        var used = 0
        for (index, row) in lookUp.rows.enumerated() {
            let entry = entry(of: row, index)
            if used + entry.lines.count > rows, !page.isEmpty {
                if index > lookUp.state.selection { break }
                page = []
                used = 0
            }
            page.append(entry)
            used += entry.lines.count
        }
        return page
    }

    private func entry(of row: LookUp.Row, _ index: Int) -> Entry {
        let assessment = row.hit.map { question.assessment(of: $0) }
        let fit = assessment.map { $0.fit == .unsaid ? "" : $0.fit.rawValue } ?? ""
        let kind = assessment?.kind ?? row.remark
        let opens = row.hit?.isHeader == true ? " \(glyphs.right)" : ""
        let remark = [fit, kind + opens].filter { !$0.isEmpty }.joined(separator: "  ")
        let room = width - codeWidth - 2 - max(remarkWidth, remark.columns) - 2
        let objections = (assessment?.objections ?? []).map { "\(glyphs.warning) \($0)" }
        return Entry(
            row: row, index: index, lines: lines(of: row.text, in: max(20, room), objections), remark: remark)
    }

    /// The words in the room that the remark leaves; objections below them, or behind their last line where it has room.
    private func lines(of text: String, in room: Int, _ objections: [String]) -> [Line] {
        var lines = text.wrapped(to: room).map { Line(text: $0) }
        for objection in objections {
            let last = lines.count - 1
            let used = lines[last].text.columns + 2 + objection.columns
            if last > 0, lines[last].objection.isEmpty, used <= width - codeWidth - 2 {
                lines[last].objection = objection
            } else {
                lines.append(Line(text: "", objection: objection))
            }
        }
        return lines
    }

    func draw(on frame: inout Frame, at origin: Position) {
        var line = origin.row
        for entry in page {
            let isChosen = entry.index == lookUp.state.selection
            let role: Role = isChosen ? .selection : .text
            let end = min(line + entry.lines.count, origin.row + rows)
            frame.fill(
                at: Position(column: origin.column - 1, row: line), Size(columns: width + 2, rows: end - line),
                role: role)
            frame.put(
                entry.row.code, at: Position(column: origin.column, row: line), role: role, maxColumns: codeWidth)
            frame.put(
                entry.remark, at: Position(column: origin.column + width - entry.remark.columns, row: line),
                role: role)
            for part in entry.lines.prefix(end - line) {
                let column = origin.column + codeWidth + 2
                let used = frame.put(part.text, at: Position(column: column, row: line), role: role)
                frame.put(
                    part.objection, at: Position(column: column + (used > 0 ? used + 2 : 0), row: line),
                    role: isChosen ? role : .findingWarning)
                line += 1
            }
        }
    }
}
