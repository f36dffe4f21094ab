import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// Keys in a look-up: printable characters filter, Enter takes or opens.
extension Workstation {
    mutating func press(_ key: Key, _ command: Command?, in lookUp: LookUp) -> [Effect] {
        var lookUp = lookUp
        switch command {
        case .clear: lookUp.clear()
        case .backspace where lookUp.state.filter.isEmpty && lookUp.opened != nil: _ = lookUp.close()
        case .backspace: lookUp.backspace()
        case nil:
            guard case .character(let character) = key else { return say("\(key.name) does nothing in a look-up.") }
            lookUp.type(character)
        default:
            // Whatever is asked of the list is asked of the one for what has been typed.
            refresh(&lookUp)
            return press(command, in: lookUp)
        }
        dialog = .lookUp(lookUp)
        return []
    }

    private mutating func press(_ command: Command?, in lookUp: LookUp) -> [Effect] {
        var lookUp = lookUp
        switch command {
        case .back where lookUp.opened == nil:
            dialog = nil
            return []
        case .back, .left:
            if !lookUp.close() { message = "This is the whole list. Esc leaves the field as it was." }
        case .confirm: return take(from: lookUp)
        case .right:
            guard let header = lookUp.chosen?.hit, header.isHeader else { return say("Enter takes this line.") }
            lookUp.open(header)
        case .up, .previousField: moveChoice(-1, &lookUp)
        case .down, .nextField: moveChoice(1, &lookUp)
        case .previousScreen: moveChoice(-10, &lookUp)
        case .nextScreen: moveChoice(10, &lookUp)
        case .home: moveChoice(-lookUp.rows.count, &lookUp)
        case .end: moveChoice(lookUp.rows.count, &lookUp)
        case .explain: return showDetails(of: lookUp)
        default: return say("Enter takes the line, Esc leaves the field as it was.")
        }
        dialog = .lookUp(lookUp)
        return []
    }

    /// A header is never taken: Enter lists the codes below it.
    private mutating func take(from lookUp: LookUp) -> [Effect] {
        guard let row = lookUp.chosen else {
            dialog = nil
            return say("Nothing found; the field stays as it was.")
        }
        if let hit = row.hit, hit.isHeader {
            var lookUp = lookUp
            lookUp.open(hit)
            dialog = .lookUp(lookUp)
            return []
        }
        dialog = nil
        return apply(row.fix(at: lookUp.place))
    }

    private mutating func moveChoice(_ step: Int, _ lookUp: inout LookUp) {
        if !lookUp.move(step) {
            message = step < 0 ? "This is the first line." : "This is the last line."
        }
    }

    private mutating func showDetails(of lookUp: LookUp) -> [Effect] {
        guard let draft = editor?.draft, let hit = lookUp.chosen?.hit else {
            return say("There is no more to know of this line.")
        }
        let question = desk.question(at: lookUp.place, in: [hit.set], draft: draft)
        var pager = Pager(
            title: "\(hit.set.rawValue) \(hit.code)", lines: question.page(on: hit), columns: size.columns)
        pager.behind = lookUp
        dialog = .pager(pager)
        return []
    }

    mutating func openLookUp() {
        guard let editor, focusIsOnScreen else { return }
        let place = editor.focusedPlace
        guard LookUpSource(of: place.field) != .nothing else {
            message = "There is nothing to look up for \(place.field.label). \(place.field.help)"
            return
        }
        let isShort = LookUpSource(of: place.field).isShort
        var lookUp = LookUp(place: place, filter: isShort ? "" : editor.text)
        refresh(&lookUp)
        if isShort { lookUp.choose(editor.draft.state(at: place).value ?? "") }
        if lookUp.rows.isEmpty { lookUp.clear() }
        dialog = .lookUp(lookUp)
    }

    private func refresh(_ lookUp: inout LookUp) {
        guard let draft = editor?.draft else { return }
        lookUp.refresh(at: desk, draft: draft)
    }

    /// Works out the list for what has been typed; once for a burst of keys, before it is drawn.
    mutating func refreshLookUp() {
        guard case .lookUp(var lookUp) = dialog, lookUp.isStale else { return }
        refresh(&lookUp)
        dialog = .lookUp(lookUp)
    }

    /// Takes new code sets: the claim is judged by them, an open list is searched again.
    mutating func take(_ books: CodeBooks) {
        desk.books = books
        editor?.findings = nil
        guard case .lookUp(var lookUp) = dialog else { return }
        lookUp.forget()
        dialog = .lookUp(lookUp)
    }
}
