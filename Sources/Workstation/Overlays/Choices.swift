import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The fixes of one finding, one of which the person applies, or asks the provider.
struct FixChoice: Overlay {
    let finding: Finding
    let choices: [Choice]
    private var selection = 0

    enum Choice: Hashable, Sendable {
        case fix(Fix)
        case ask

        var label: String {
            switch self {
            case .fix(let fix): fix.label
            case .ask: "ask the provider: write the question for the query sheet"
            }
        }
    }

    /// `nil` where the finding offers nothing.
    init?(finding: Finding) {
        let choices = finding.fixes.map { Choice.fix($0) } + (finding.isForProvider ? [.ask] : [])
        guard !choices.isEmpty else { return nil }
        self.finding = finding
        self.choices = choices
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: choices.count) }
        switch choices[selection] {
        case .fix(let fix): return .request(.apply(fix))
        case .ask: return .request(.askProvider(finding))
        }
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            choices.map(\.label), selection: selection, title: "Choose a fix for \(finding.rule.id)",
            text: finding.remedy, message: message, view)
    }
}

/// The ways to resubmit a claim, one of which the person takes.
struct CorrectionChoice: Overlay, Hashable, Sendable {
    let ways: [Correction]
    private var selection = 0

    /// `nil` where there is no way.
    init?(ways: [Correction]) {
        guard !ways.isEmpty else { return nil }
        self.ways = ways
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        if case .character(let code) = key, let way = ways.firstIndex(where: { $0.frequency.code == String(code) }) {
            selection = way
            return .stay()
        }
        guard command == .confirm else { return choose(command, &selection, of: ways.count) }
        return .request(.resubmit(ways[selection]))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            ways.map(\.label), selection: selection, title: "Resubmit", text: ways[selection].reason, message: message,
            view)
    }
}

/// Moves the selection of a list of choices as an arrow asks; Esc closes it.
func choose(_ command: Command?, _ selection: inout Int, of count: Int) -> Reply {
    switch command {
    case .back: return .close("Nothing changed.")
    case .up, .previousField:
        guard selection > 0 else { return .stay("This is the first choice.") }
        selection -= 1
    case .down, .nextField:
        guard selection < count - 1 else { return .stay("This is the last choice.") }
        selection += 1
    case .home: selection = 0
    case .end: selection = count - 1
    default: return .stay("Up and Down choose, Enter selects, Esc cancels.")
    }
    return .stay()
}

extension Frame {
    /// A box with a text and choices below it; the text takes at most four lines.
    mutating func drawChoices(
        _ labels: [String], selection: Int, title: String, text: String, message: String?, _ view: DeskView
    ) {
        let (size, parts) = (view.size, view.parts)
        let columns = size.columns - 8
        var lines = text.wrapped(to: columns - 4)
        if lines.count > 4 { lines = lines.prefix(3) + [lines[3...].joined(separator: " ").clipped(to: columns - 4)] }
        let rows = min(labels.count, parts.bodyRows - 3 - lines.count)
        let area = Size(columns: columns, rows: rows + 3 + lines.count)
        let top = max(2, parts.findingRow - 2 - area.rows)
        box(at: Position(column: 4, row: top), area, title: title)
        for (offset, line) in lines.enumerated() {
            put(line, at: Position(column: 6, row: top + 1 + offset), role: .text)
        }
        let state = ListState(filter: "", selection: selection)
        for (offset, index) in state.page(of: labels.count, rows: rows).enumerated() {
            let role: Role = index == selection ? .selection : .text
            let line = top + 2 + lines.count + offset
            fill(at: Position(column: 5, row: line), Size(columns: columns - 2, rows: 1), role: role)
            put(
                labels[index].clipped(to: columns - 4, ellipsis: glyphs.ellipsis), at: Position(column: 6, row: line),
                role: role)
            if index == selection { cursor = Position(column: 6, row: line) }
        }
        if let message { replaceMessage(message, view) }
        drawFooter(Footer(in: .choices, applying: { ![.clear, .explain, .references].contains($0) }), view)
    }
}
