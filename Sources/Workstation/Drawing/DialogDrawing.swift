import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// What lies over the screen. The footer shows its keys, the message line its words.
extension Workstation {
    func draw(_ dialog: Dialog, on frame: inout Frame, _ parts: FrameParts) {
        frame.cursor = nil
        switch dialog {
        case .lookUp(let lookUp): draw(lookUp, on: &frame, parts)
        case .pager(let pager): draw(pager, on: &frame)
        case .fixes(let choice):
            draw(
                choice.choices.map(\.label), selection: choice.selection,
                title: "Choose, for \(choice.finding.rule.id)",
                words: choice.finding.remedy, on: &frame, parts)
        case .correction(let choice):
            draw(
                choice.ways.map(\.label), selection: choice.selection, title: "Send again", words: choice.chosen.reason,
                on: &frame, parts)
        case .prompt(let prompt): draw(prompt, on: &frame, parts)
        case .confirm(let question): replaceWords(question.words(key: keyName(.nextLine)), on: &frame, parts)
        case .screenNumber:
            let names = (Screen.claimScreens + [.practice]).map { "\($0.rawValue) \($0.title)" }
            replaceWords("Which screen? " + names.joined(separator: "  "), on: &frame, parts)
        }
        drawFooter(Footer(of: dialog), on: &frame, parts)
        if let message, case .lookUp = dialog { replaceWords(message, on: &frame, parts) }
        if let message, case .prompt = dialog { replaceWords(message, on: &frame, parts) }
        if let message, case .correction = dialog { replaceWords(message, on: &frame, parts) }
    }

    func replaceWords(_ words: String, on frame: inout Frame, _ parts: FrameParts) {
        frame.fill(
            at: Position(column: 0, row: parts.findingRow), Size(columns: size.columns, rows: parts.findingRows),
            role: .status)
        draw(words: words, role: .status, on: &frame, parts)
    }

    /// The whole width is text, so that a printed page of 80 columns shows as it prints.
    private func draw(_ pager: Pager, on frame: inout Frame) {
        frame.fill(at: Position(column: 0, row: 0), Size(columns: size.columns, rows: size.rows), role: .text)
        frame.horizontalRule(row: 0)
        frame.put(" \(pager.title) ", at: Position(column: 2, row: 0), role: .title)
        let rows = Pager.rows(on: size)
        for offset in 0..<rows where pager.top + offset < pager.lines.count {
            frame.put(pager.lines[pager.top + offset], at: Position(column: 0, row: 1 + offset), role: .text)
        }
        frame.horizontalRule(row: rows + 1)
        if pager.lines.count > rows {
            let words = " \(min(pager.top + rows, pager.lines.count)) of \(pager.lines.count) lines "
            frame.put(words, at: Position(column: size.columns - words.columns - 2, row: rows + 1), role: .muted)
        }
        if let message {
            let words = " \(message.clipped(to: size.columns - 30, ellipsis: frame.glyphs.ellipsis)) "
            frame.put(words, at: Position(column: 2, row: rows + 1), role: .status)
        }
        frame.cursor = Position(column: 0, row: 1)
    }

    /// A box with words and choices below them; the words take at most four lines.
    private func draw(
        _ labels: [String], selection: Int, title: String, words: String, on frame: inout Frame, _ parts: FrameParts
    ) {
        let columns = size.columns - 8
        var lines = words.wrapped(to: columns - 4)
        if lines.count > 4 { lines = lines.prefix(3) + [lines[3...].joined(separator: " ").clipped(to: columns - 4)] }
        let rows = min(labels.count, parts.bodyRows - 3 - lines.count)
        let area = Size(columns: columns, rows: rows + 3 + lines.count)
        let top = max(2, parts.findingRow - 2 - area.rows)
        frame.box(at: Position(column: 4, row: top), area, title: title)
        for (offset, line) in lines.enumerated() {
            frame.put(line, at: Position(column: 6, row: top + 1 + offset), role: .text)
        }
        let state = ListState(filter: "", selection: selection)
        for (offset, index) in state.page(of: labels.count, rows: rows).enumerated() {
            let role: Role = index == selection ? .selection : .text
            let line = top + 2 + lines.count + offset
            frame.fill(at: Position(column: 5, row: line), Size(columns: columns - 2, rows: 1), role: role)
            frame.put(
                labels[index].clipped(to: columns - 4, ellipsis: frame.glyphs.ellipsis),
                at: Position(column: 6, row: line), role: role)
            if index == selection { frame.cursor = Position(column: 6, row: line) }
        }
    }

    private func draw(_ prompt: Prompt, on frame: inout Frame, _ parts: FrameParts) {
        let title = prompt.title.wrapped(to: size.columns - 12)
        let area = Size(columns: size.columns - 8, rows: title.count + prompt.questions.count + 3)
        let top = max(2, parts.findingRow - 1 - area.rows)
        frame.box(at: Position(column: 4, row: top), area)
        for (offset, line) in title.enumerated() {
            frame.put(line, at: Position(column: 6, row: top + 1 + offset), role: .text)
        }
        for (index, question) in prompt.questions.enumerated() {
            let row = top + title.count + 2 + index
            frame.put(question.label, at: Position(column: 6, row: row), role: .label)
            let column = 6 + 12
            let width = area.columns - 16
            let role: Role = index == prompt.current ? .fieldFocused : .field
            frame.fill(at: Position(column: column, row: row), Size(columns: width, rows: 1), role: role, with: "_")
            var text = question.text
            while text.columns >= width { text.removeFirst() }
            let used = frame.put(text, at: Position(column: column, row: row), role: role)
            if index == prompt.current { frame.cursor = Position(column: column + used, row: row) }
        }
    }
}
