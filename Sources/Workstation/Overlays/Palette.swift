import TerminalKit
import TextKit

/// Every command that applies here, found by typing; Enter runs it.
struct Palette: Overlay, Hashable, Sendable {
    private let rows: [Row]
    private var state = ListState()

    struct Row: Hashable, Sendable {
        let command: Command
        let label: String
        let help: String

        fileprivate var text: String { "\(label) \(help) \(command.rawValue)" }
    }

    init(in area: Area, applying applies: (Command) -> Bool) {
        rows = Binding.acting.compactMap { binding in
            guard binding.command != .palette, let use = binding.use(in: area), applies(binding.command) else {
                return nil
            }
            return Row(command: binding.command, label: use.label, help: use.help)
        }
    }

    /// Those that the filter leaves; those whose label begins with it first.
    private var shown: [Row] {
        let found = rows.filter { $0.text.matches(filter: state.filter) }
        let filter = state.filter.lowercased()
        let isFirst = { (row: Row) in row.label.lowercased().hasPrefix(filter) }
        return found.filter(isFirst) + found.filter { !isFirst($0) }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let count = shown.count
        if let step = command?.step(inListOf: count) { return move(step, count) }
        switch command {
        case nil:
            guard case .character(let character) = key else { return .stay("Type a word, Enter runs, Esc closes.") }
            return type(CollectionOfOne(character))
        case .backspace: state.backspace()
        case .clear: state = ListState()
        case .back: return .close()
        case .confirm:
            guard count > 0 else { return .stay("No matching command. Delete some of the text, or Esc.") }
            return .request(.run(shown[state.selection].command))
        default: return .stay("Type a word, Enter runs, Esc closes.")
        }
        return .stay()
    }

    mutating func paste(_ text: String) -> Reply { type(text) }

    /// A character, or a paste as one change.
    mutating func type(_ text: some Sequence<Character>) -> Reply { .stay(state.type(text)) }

    private mutating func move(_ step: Int, _ count: Int) -> Reply {
        if state.move(step, count: count) { return .stay() }
        return .stay(ListState.limit(of: step))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let area = Size(columns: view.size.columns, rows: view.parts.findingRow - 3)
        frame.box(at: Position(column: 0, row: 2), area, title: "Commands")
        frame.put("> ", at: Position(column: 2, row: 3), role: .prompt)
        frame.put(state.filter, at: Position(column: 4, row: 3), role: .prompt)
        frame.cursor = Position(column: min(4 + state.filter.columns, area.columns - 2), row: 3)
        let shown = shown
        for (offset, index) in state.page(of: shown.count, rows: area.rows - 3).enumerated() {
            let (row, line) = (shown[index], 4 + offset)
            let role: Role = index == state.selection ? .selection : .text
            frame.fill(at: Position(column: 1, row: line), Size(columns: area.columns - 2, rows: 1), role: role)
            frame.put(row.label, at: Position(column: 2, row: line), role: role, maxColumns: 18)
            frame.put(view.key(row.command), at: Position(column: 21, row: line), role: role, maxColumns: 9)
            frame.put(
                row.help.shortened(to: area.columns - 33, ellipsis: frame.glyphs.ellipsis),
                at: Position(column: 31, row: line), role: role)
        }
        if shown.isEmpty { frame.put("No matching command.", at: Position(column: 2, row: 4), role: .hint) }
        if let message { frame.replaceMessage(message, view) }
        frame.drawFooter(
            Footer(in: .choices, labels: [.confirm: "Run"], applying: { $0 != .explain }), view)
    }
}
