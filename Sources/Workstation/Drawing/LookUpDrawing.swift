import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit

/// The list of a look-up; what is to be known of the chosen code stands below it, or beside it from 120 columns.
extension Workstation {
    func draw(_ lookUp: LookUp, on frame: inout Frame, _ parts: FrameParts) {
        guard let draft = editor?.draft else { return }
        let area = Size(columns: size.columns, rows: parts.findingRow - 3)
        let title = lookUp.opened.map { "Codes below \($0.header.code) \($0.header.description)" }
        frame.box(at: Position(column: 0, row: 2), area, title: title ?? "Look up \(lookUp.place.field.label)")
        drawFilter(of: lookUp, on: &frame)

        let question = desk.question(at: lookUp.place, in: [], draft: draft)
        let pane = size.columns >= 120 ? 46 : 0
        let list = LookUpList(
            lookUp, question: question, width: size.columns - pane - 4, rows: area.rows - 3, glyphs: frame.glyphs)
        list.draw(on: &frame, at: Position(column: 2, row: 4))
        if lookUp.rows.isEmpty {
            frame.put(lookUp.emptyWords, at: Position(column: 2, row: 5), role: .hint)
        }
        guard let hit = lookUp.chosen?.hit else { return }
        if pane > 0 {
            let column = size.columns - pane
            frame.verticalRule(column: column, rows: 3..<(area.rows + 1))
            let lines = question.page(on: hit).flatMap { $0.hanging(to: pane - 4) }.prefix(area.rows - 2)
            for (offset, line) in lines.enumerated() {
                let role: Role = offset == 0 ? .title : line.hasPrefix("!") ? .findingWarning : .text
                frame.put(line, at: Position(column: column + 2, row: 3 + offset), role: role)
            }
        } else {
            let standing = question.standing(of: hit)
            let words = standing.notes + standing.words
            if !words.isEmpty { replaceWords(words.joined(separator: " "), on: &frame, parts) }
        }
    }

    private func drawFilter(of lookUp: LookUp, on frame: inout Frame) {
        let filter = lookUp.state.filter
        frame.put("> ", at: Position(column: 2, row: 3), role: .prompt)
        frame.put(filter, at: Position(column: 4, row: 3), role: lookUp.state.isSelected ? .fieldSelected : .prompt)
        frame.cursor = Position(column: min(4 + columns(of: filter), size.columns - 2), row: 3)
        if let remark = lookUp.remark {
            frame.put(remark, at: Position(column: 6 + columns(of: filter), row: 3), role: .muted)
        }
        guard filter.isEmpty, lookUp.opened == nil, lookUp.chosen?.hit != nil, desk.hasUsed(lookUp.rows[0].code)
        else { return }
        frame.put("used last", at: Position(column: 4, row: 3), role: .muted)
    }
}

extension LookUp {
    fileprivate var emptyWords: String {
        state.filter.isEmpty
            ? "Type a code or a few words; what fits them is listed."
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
        codeWidth = min(16, max(6, lookUp.rows.map { columns(of: $0.code) }.max() ?? 0))
        remarkWidth = lookUp.rows.contains { $0.hit?.set == .diagnosis } ? 8 : 0
    }

    /// One line of a row: words, and what speaks against the code.
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
        let standing = row.hit.map { question.standing(of: $0) }
        let fit = standing.map { $0.fit == .unsaid ? "" : $0.fit.rawValue } ?? ""
        let kind = standing?.kind ?? row.remark
        let opens = row.hit?.isHeader == true ? " \(glyphs.right)" : ""
        let remark = [fit, kind + opens].filter { !$0.isEmpty }.joined(separator: "  ")
        let room = width - codeWidth - 2 - max(remarkWidth, columns(of: remark)) - 2
        let objections = (standing?.objections ?? []).map { "\(glyphs.warning) \($0)" }
        return Entry(
            row: row, index: index, lines: lines(of: row.words, in: max(20, room), objections), remark: remark)
    }

    /// The words in the room that the remark leaves; objections below them, or behind their last line where it has room.
    private func lines(of words: String, in room: Int, _ objections: [String]) -> [Line] {
        var lines = words.wrapped(to: room).map { Line(text: $0) }
        for text in objections {
            let last = lines.count - 1
            let used = columns(of: lines[last].text) + 2 + columns(of: text)
            if last > 0, lines[last].objection.isEmpty, used <= width - codeWidth - 2 {
                lines[last].objection = text
            } else {
                lines.append(Line(text: "", objection: text))
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
                entry.remark, at: Position(column: origin.column + width - columns(of: entry.remark), row: line),
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
