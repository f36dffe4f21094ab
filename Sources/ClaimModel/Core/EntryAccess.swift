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

extension KeyPath {
    /// Reads a stored value where it stands: a key path's subscript copies the whole root first, which for a draft are
    /// hundreds of texts for the sake of one.
    fileprivate func read<Result>(at root: UnsafePointer<Root>, _ body: (Value) -> Result) -> Result {
        guard let value = root.pointer(to: self) else { return body(root.pointee[keyPath: self]) }
        return body(value.pointee)
    }
}

struct ClaimEntryAccess<Value: Parsed>: EntryAccess {
    let path: any WritableKeyPath<ClaimDraft, Entry<Value>> & Sendable

    func state(in draft: ClaimDraft, row: Int) -> EntryState { read(draft) { $0.state } }

    func text(in draft: ClaimDraft, row: Int) -> String { read(draft) { $0.text } }

    func unreadable(in draft: ClaimDraft, row: Int) -> Unreadable? { read(draft) { $0.unreadable } }

    private func read<Result>(_ draft: ClaimDraft, _ body: (Entry<Value>) -> Result) -> Result {
        withUnsafePointer(to: draft) { path.read(at: $0, body) }
    }

    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext) {
        draft[keyPath: path].type(text, in: context)
    }

    func settled(_ text: String, context: ParsingContext) -> String? { Value.settled(text, in: context) }
}

struct RowEntryAccess<Row: DraftRow, Value: Parsed>: EntryAccess {
    let path: any WritableKeyPath<Row, Entry<Value>> & Sendable

    func state(in draft: ClaimDraft, row: Int) -> EntryState {
        read(draft, row) { $0.state } ?? Entry<Value>.blankState
    }

    func text(in draft: ClaimDraft, row: Int) -> String { read(draft, row) { $0.text } ?? "" }

    func unreadable(in draft: ClaimDraft, row: Int) -> Unreadable? { read(draft, row) { $0.unreadable } ?? .empty }

    /// `nil` where the draft has no such row.
    private func read<Result>(_ draft: ClaimDraft, _ row: Int, _ body: (Entry<Value>) -> Result) -> Result? {
        let rows = withUnsafePointer(to: draft) { Row.rows.read(at: $0) { $0 } }
        return rows.withUnsafeBufferPointer { rows in
            guard let first = rows.baseAddress, rows.indices.contains(row) else { return nil }
            return path.read(at: first + row, body)
        }
    }

    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext) {
        guard row >= 0, row < Row.part.limit else { return }
        type(text, into: &draft[keyPath: Row.rows], row: row, context: context)
    }

    /// Blank rows are never kept at the end: typing into a row makes those before it, emptying the last one removes it.
    private func type(_ text: String, into rows: inout [Row], row: Int, context: ParsingContext) {
        if row >= rows.count {
            rows.append(contentsOf: repeatElement(Row(), count: row + 1 - rows.count))
        }
        rows[row][keyPath: path].type(text, in: context)
        // A last row that has just got a text is not blank.
        if text.isEmpty || row < rows.count - 1 {
            let blank = Row()
            while rows.last == blank { rows.removeLast() }
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
