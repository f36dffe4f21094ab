import TerminalKit
import TextKit

/// What a file is picked for.
public enum FilePurpose: Hashable, Sendable {
    /// To be taken, or its claims to be imported.
    case inbox
    /// A payer's eligibility answer.
    case eligibility
    /// The map of the columns of a CSV file, by the file's path.
    case columnMap(of: String)
}

/// What is in a folder.
public struct FolderListing: Hashable, Sendable {
    public struct Entry: Hashable, Sendable {
        public let name: String
        public let isFolder: Bool

        public init(name: String, isFolder: Bool) { (self.name, self.isFolder) = (name, isFolder) }
    }

    public let path: String
    /// Folders first.
    public let entries: [Entry]

    public init(path: String, entries: [Entry]) { (self.path, self.entries) = (path, entries) }

    /// The path of one of its entries.
    func path(of entry: Entry) -> String { (path == "/" ? "" : path) + "/\(entry.name)" }

    /// `nil` at the root.
    var parent: String? {
        guard path != "/", let end = path.lastIndex(of: "/") else { return nil }
        return end == path.startIndex ? "/" : String(path[..<end])
    }
}

/// Picks a file by typing: the entries of a folder that the text leaves, or a whole path.
struct FileChoice: Overlay, Hashable, Sendable {
    private let listing: FolderListing
    private let purpose: FilePurpose
    private var state = ListState()

    init(_ listing: FolderListing, for purpose: FilePurpose) { (self.listing, self.purpose) = (listing, purpose) }

    /// Whether a path is typed, from the root or the home folder.
    private var isPath: Bool { state.filter.hasPrefix("/") || state.filter.hasPrefix("~") }

    private var shown: [FolderListing.Entry] {
        isPath ? [] : listing.entries.filter { $0.name.matches(filter: state.filter) }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let shown = shown
        if let step = command?.step(inListOf: shown.count) {
            return .stay(state.move(step, count: shown.count) ? nil : ListState.limit(of: step))
        }
        switch command {
        case nil:
            guard case .character(let character) = key else { return .stay(FileChoice.help) }
            return type(CollectionOfOne(character))
        case .backspace where state.filter.isEmpty: return goUp()
        case .backspace: state.backspace()
        case .clear: state = ListState()
        case .left: return goUp()
        case .back: return .close("No file was picked.")
        case .confirm, .right:
            if isPath { return .request(.pick(state.filter, purpose)) }
            guard !shown.isEmpty else { return .stay("No file matches. Delete some of the text, or Esc.") }
            return .request(.pick(listing.path(of: shown[min(state.selection, shown.count - 1)]), purpose))
        default: return .stay(FileChoice.help)
        }
        return .stay()
    }

    private static let help = "Type a part of the name, or a path. Enter opens, Backspace goes up, Esc closes."

    mutating func paste(_ text: String) -> Reply { type(text) }

    /// A character, or a paste as one change.
    private mutating func type(_ text: some Sequence<Character>) -> Reply { .stay(state.type(text)) }

    private func goUp() -> Reply {
        guard let parent = listing.parent else { return .stay("This is the topmost folder.") }
        return .request(.pick(parent, purpose))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let area = Size(columns: view.size.columns, rows: view.parts.findingRow - 3)
        let title = listing.path.printable()
        let room = area.columns - 8
        let end = String(title.suffix(room))
        frame.box(at: Position(column: 0, row: 2), area, title: title.columns > room ? end : title)
        frame.put("> ", at: Position(column: 2, row: 3), role: .prompt)
        frame.put(state.filter, at: Position(column: 4, row: 3), role: .prompt, maxColumns: area.columns - 6)
        frame.cursor = Position(column: min(4 + state.filter.columns, area.columns - 2), row: 3)
        let shown = shown
        for (offset, index) in state.page(of: shown.count, rows: area.rows - 3).enumerated() {
            let role: Role = index == state.selection ? .selection : .text
            frame.fill(at: Position(column: 1, row: 4 + offset), Size(columns: area.columns - 2, rows: 1), role: role)
            let name = shown[index].name.printable() + (shown[index].isFolder ? "/" : "")
            frame.put(
                name.clipped(to: area.columns - 4, ellipsis: frame.glyphs.ellipsis),
                at: Position(column: 2, row: 4 + offset), role: role)
        }
        if shown.isEmpty {
            let text =
                isPath
                ? "Enter opens this path." : listing.entries.isEmpty ? "This folder is empty." : "No file matches."
            frame.put(text, at: Position(column: 2, row: 4), role: .hint)
        }
        frame.replaceMessage(message ?? FileChoice.help, view)
        frame.drawFooter(
            Footer(
                in: .choices, labels: [.confirm: "Open", .left: "Up"],
                applying: { ![.explain, .references].contains($0) }), view)
    }
}
