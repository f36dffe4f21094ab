import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The inbox, over the worklist: its files, and those that were taken since the desk was opened.
struct InboxScreen: DeskScreen {
    /// To which Esc goes back.
    var worklist: Worklist
    private(set) var contents: InboxContents
    private(set) var news: [FileNews]
    private(set) var state = ListState()

    init(over worklist: Worklist, _ inputs: Inputs) {
        self.worklist = worklist
        (contents, news) = (inputs.inbox, inputs.fileNews)
    }

    var area: Area { .inbox }
    var rereading: [Effect] { [.list] }

    /// The files of the folder, then those that were taken.
    var shown: [InboxRow] {
        (contents.rows + news.map(\.row)).filter { "\($0.name) \($0.kind) \($0.message)".matches(filter: state.filter) }
    }

    var chosen: InboxRow? {
        let shown = shown
        return shown.isEmpty ? nil : shown[min(state.selection, shown.count - 1)]
    }

    /// The chosen file stays so where it is still there.
    mutating func refresh(_ inputs: Inputs) {
        guard inputs.inbox != contents || inputs.fileNews != news else { return }
        let before = chosen
        (contents, news) = (inputs.inbox, inputs.fileNews)
        let shown = shown
        let place = shown.firstIndex { $0.path == before?.path && $0.name == before?.name }
        state.selection = place ?? min(state.selection, max(0, shown.count - 1))
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        refresh(view.inputs)
        if let step = command?.step(inListOf: shown.count) { return move(step, view) }
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            return type(CollectionOfOne(character))
        case .backspace: state.backspace()
        case .clear: state = ListState()
        case .confirm: return take(view)
        case .nextLine: return askImport(view)
        case .takeFix: return takeAll(view)
        case .lookUp: return Outcome(effects: [.readFolder(nil, .inbox)])
        case .back, .inbox: return leave()
        case .explain: return .open(view.keyList(in: .inbox))
        case .save: return .say(view.unsaved.message)
        default: return .say("\(view.key(.takeFix)) takes every new response, Enter one file. Esc goes back.")
        }
        return .nothing
    }

    mutating func paste(_ text: String, _ view: DeskView) -> Outcome { type(text) }

    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        switch request {
        case .importClaims(let path, let name, let map):
            Outcome(effects: [.importFile(path, map: map)], message: "Importing \(name) …")
        case .offerImport(let path, let name, let map):
            Outcome(effects: [.offerImport(path, map: map)], message: "Reading \(name) …")
        case .chooseMap(let path): Outcome(effects: [.offerMaps(path)])
        case .takeAgain(let path): Outcome(effects: [.takeFile(path, evenIfRepeated: true)])
        default: .nothing
        }
    }

    func applies(_ command: Command, _ view: DeskView) -> Bool {
        switch command {
        case .takeFix: contents.rows.contains { $0.state == .response || $0.state == .repeated }
        case .nextLine: chosen?.state == .claims
        default: true
        }
    }

    /// A character, or a paste as one change.
    private mutating func type(_ text: some Sequence<Character>) -> Outcome { Outcome(message: state.type(text)) }

    private mutating func move(_ step: Int, _ view: DeskView) -> Outcome {
        guard !shown.isEmpty else { return .say("No file is listed. \(view.key(.lookUp)) picks any other file.") }
        return state.move(step, count: shown.count) ? .nothing : .say(ListState.limit(of: step))
    }

    private func take(_ view: DeskView) -> Outcome {
        guard let row = chosen else { return .say("No file is selected. \(view.key(.lookUp)) picks any other file.") }
        switch row.state {
        case .response, .repeated:
            return Outcome(effects: [.takeFile(row.path, evenIfRepeated: false)], message: "Reading \(row.name) …")
        case .sameInterchange: return .open(Confirm.takeAgain(name: row.name, path: row.path))
        case .claims: return .say("\(row.name) has claims: \(view.key(.nextLine)) shows what they would become.")
        case .waiting: return .say("\(row.name) is not complete yet; it is looked at again by itself.")
        case .unreadable:
            return .open(
                Pager(
                    .explanation, title: row.name, lines: row.message.wrapped(to: view.size.columns - 2),
                    columns: view.size.columns))
        case .taken:
            guard let news = news.first(where: { $0.row == row }) else { return .nothing }
            return .open(Pager(.explanation, title: row.name, lines: news.lines, columns: view.size.columns))
        }
    }

    private func takeAll(_ view: DeskView) -> Outcome {
        guard applies(.takeFix, view) else { return .say("No new response in the inbox.") }
        return Outcome(effects: [.takeInbox], message: "Reading the new responses …")
    }

    private func askImport(_ view: DeskView) -> Outcome {
        guard let row = chosen, row.state == .claims else {
            return .say("Select a file of claims (837P, CSV or JSON); \(view.key(.lookUp)) picks any other file.")
        }
        return Outcome(effects: [.offerImport(row.path)], message: "Reading \(row.name) …")
    }

    /// The filter first.
    private mutating func leave() -> Outcome {
        guard state.filter.isEmpty else {
            state = ListState()
            return .nothing
        }
        return .back([.list])
    }
}
