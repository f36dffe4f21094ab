/// The way from a draft to one entry and back, whatever its kind.
protocol EntryAccess: Sendable {
    func state(in draft: ClaimDraft, row: Int) -> EntryState
    func text(in draft: ClaimDraft, row: Int) -> String
    func unreadable(in draft: ClaimDraft, row: Int) -> Unreadable?
    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext)
    func settled(_ text: String, context: ParsingContext) -> String?
}

/// A part of the claim that repeats.
public protocol DraftRow: Hashable, Sendable {
    static var part: Part { get }
    static var rows: any WritableKeyPath<ClaimDraft, [Self]> & Sendable { get }
    init()
}

extension Entry {
    var state: EntryState {
        EntryState(text: text, value: value?.description, unreadable: unreadable, mayGrow: mayGrow)
    }

    static var blankState: EntryState { EntryState(text: "", value: nil, unreadable: .empty, mayGrow: false) }
}

struct ClaimEntryAccess<Value: Parsed>: EntryAccess {
    let path: any WritableKeyPath<ClaimDraft, Entry<Value>> & Sendable

    func state(in draft: ClaimDraft, row: Int) -> EntryState { draft[keyPath: path].state }

    func text(in draft: ClaimDraft, row: Int) -> String { draft[keyPath: path].text }

    func unreadable(in draft: ClaimDraft, row: Int) -> Unreadable? { draft[keyPath: path].unreadable }

    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext) {
        draft[keyPath: path].type(text, in: context)
    }

    func settled(_ text: String, context: ParsingContext) -> String? { Value.settled(text, in: context) }
}

struct RowEntryAccess<Row: DraftRow, Value: Parsed>: EntryAccess {
    let path: any WritableKeyPath<Row, Entry<Value>> & Sendable

    func state(in draft: ClaimDraft, row: Int) -> EntryState {
        let rows = draft[keyPath: Row.rows]
        return rows.indices.contains(row) ? rows[row][keyPath: path].state : Entry<Value>.blankState
    }

    func text(in draft: ClaimDraft, row: Int) -> String {
        let rows = draft[keyPath: Row.rows]
        return rows.indices.contains(row) ? rows[row][keyPath: path].text : ""
    }

    func unreadable(in draft: ClaimDraft, row: Int) -> Unreadable? {
        let rows = draft[keyPath: Row.rows]
        return rows.indices.contains(row) ? rows[row][keyPath: path].unreadable : .empty
    }

    /// Blank rows are never kept at the end: typing into a row makes those before it, emptying the last one removes it.
    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext) {
        guard row >= 0, row < Row.part.limit else { return }
        let missing = row + 1 - draft[keyPath: Row.rows].count
        if missing > 0 {
            draft[keyPath: Row.rows].append(contentsOf: repeatElement(Row(), count: missing))
        }
        draft[keyPath: Row.rows][row][keyPath: path].type(text, in: context)
        let blank = Row()
        while draft[keyPath: Row.rows].last == blank {
            draft[keyPath: Row.rows].removeLast()
        }
    }

    func settled(_ text: String, context: ParsingContext) -> String? { Value.settled(text, in: context) }
}

extension Field {
    init<Value: Parsed>(
        _ id: String, _ label: String, box: String? = nil, element: String? = nil,
        _ path: any WritableKeyPath<ClaimDraft, Entry<Value>> & Sendable, _ help: String
    ) {
        self.init(
            id: id, label: label, box: box, element: element, help: help, part: .claim, shape: Value.shape,
            access: ClaimEntryAccess(path: path))
    }

    init<Row: DraftRow, Value: Parsed>(
        _ id: String, _ label: String, box: String? = nil, element: String? = nil,
        in row: Row.Type, _ path: any WritableKeyPath<Row, Entry<Value>> & Sendable, _ help: String
    ) {
        self.init(
            id: id, label: label, box: box, element: element, help: help, part: Row.part, shape: Value.shape,
            access: RowEntryAccess<Row, Value>(path: path))
    }
}
