import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit

/// Keys in a look-up: printable characters filter, Enter selects or opens.
extension LookUp {
    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch command {
        case .clear: clear()
        case .backspace where state.filter.isEmpty && opened != nil: _ = close()
        case .backspace: backspace()
        case nil:
            guard case .character(let character) = key else {
                return .stay("\(key.name) does nothing in a look-up.")
            }
            return type(CollectionOfOne(character))
        case let command?:
            // Whatever is asked of the list is asked of the one for what has been typed.
            refresh(view.inputs)
            return press(command, view)
        }
        return .stay()
    }

    private mutating func press(_ command: Command, _ view: DeskView) -> Reply {
        if let step = command.step(inListOf: rows.count) { return go(step) }
        switch command {
        case .back where opened == nil: return .close()
        case .back, .left:
            return .stay(close() ? nil : "This is the whole list. Esc closes it without a change.")
        case .confirm: return select()
        case .right:
            guard let header = chosen?.hit, header.isHeader else { return .stay("Enter selects this line.") }
            open(header)
        case .explain: return details(view)
        case .references where place.field.hasFile: return .request(.run(.references))
        default: return .stay("Enter selects the line, Esc closes without a change.")
        }
        return .stay()
    }

    /// A header is never taken: Enter lists the codes below it.
    private mutating func select() -> Reply {
        guard let row = chosen else { return .close("Nothing found; the field is unchanged.") }
        if let hit = row.hit, hit.isHeader {
            open(hit)
            return .stay()
        }
        if let refusal = row.refusal { return .stay(refusal) }
        return .request(.enter(row.fix(at: place)))
    }

    private mutating func go(_ step: Int) -> Reply {
        if move(step) { return .stay() }
        return .stay(ListState.limit(of: step))
    }

    private func details(_ view: DeskView) -> Reply {
        guard let hit = chosen?.hit else { return .stay("No details for this line.") }
        let question = view.inputs.question(at: place, in: [hit.set], draft: draft)
        return .become(
            Pager(
                .details(self), title: "\(hit.set.rawValue) \(hit.code)", lines: question.page(on: hit),
                columns: view.size.columns))
    }
}
