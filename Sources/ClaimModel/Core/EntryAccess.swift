/// The way from a draft to one entry and back, whatever its kind.
struct EntryAccess: Sendable {
    let part: Part
    /// How far an entry lies from the start of the contents, or of its row.
    private let offset: Int
    private let stateAt: @Sendable (UnsafeRawPointer) -> EntryState
    private let mayGrowAt: @Sendable (UnsafeRawPointer) -> Bool
    /// Types a text into the entry that lies there.
    private let typeAt: @Sendable (String, UnsafeMutableRawPointer, ParsingContext) -> Void
    let settled: @Sendable (String, ParsingContext) -> String?
    /// What a text would read as, in its canonical form; `nil` where it would not.
    let value: @Sendable (String, ParsingContext) -> String?

    /// - Parameter path: a path through stored properties only: what is worked out lies nowhere.
    init<Value: Parsed>(_ path: any WritableKeyPath<DraftContents, Entry<Value>> & Sendable) {
        part = .claim
        offset = MemoryLayout<DraftContents>.offset(of: path) ?? 0
        stateAt = { $0.assumingMemoryBound(to: Entry<Value>.self).pointee.state }
        mayGrowAt = { $0.assumingMemoryBound(to: Entry<Value>.self).pointee.mayGrow }
        typeAt = { $1.assumingMemoryBound(to: Entry<Value>.self).pointee.type($0, in: $2) }
        settled = { text, context in Value.settled(text, in: context) }
        value = { text, context in Value.described(text, in: context) }
    }

    init<Row: DraftRow, Value: Parsed>(_ path: any WritableKeyPath<Row, Entry<Value>> & Sendable) {
        part = Row.part
        offset = MemoryLayout<Row>.offset(of: path) ?? 0
        stateAt = { $0.assumingMemoryBound(to: Entry<Value>.self).pointee.state }
        mayGrowAt = { $0.assumingMemoryBound(to: Entry<Value>.self).pointee.mayGrow }
        typeAt = { $1.assumingMemoryBound(to: Entry<Value>.self).pointee.type($0, in: $2) }
        settled = { text, context in Value.settled(text, in: context) }
        value = { text, context in Value.described(text, in: context) }
    }
}

extension EntryAccess {
    /// Where the entry lies; `nil` where the draft has no such row.
    private func place(in draft: ClaimDraft, row: Int) -> UnsafeRawPointer? {
        draft.contents.start(of: part, row: row).map { $0 + offset }
    }

    private func head(in draft: ClaimDraft, row: Int) -> UnsafePointer<EntryHead>? {
        place(in: draft, row: row)?.assumingMemoryBound(to: EntryHead.self)
    }

    func state(in draft: ClaimDraft, row: Int) -> EntryState {
        withExtendedLifetime(draft) { place(in: draft, row: row).map(stateAt) ?? .blank }
    }

    func mayGrow(in draft: ClaimDraft, row: Int) -> Bool {
        withExtendedLifetime(draft) { place(in: draft, row: row).map(mayGrowAt) ?? false }
    }

    func text(in draft: ClaimDraft, row: Int) -> String {
        withExtendedLifetime(draft) { head(in: draft, row: row)?.pointee.text ?? "" }
    }

    func unreadable(in draft: ClaimDraft, row: Int) -> Unreadable? {
        withExtendedLifetime(draft) {
            guard let head = head(in: draft, row: row) else { return .empty }
            return head.pointee.unreadable
        }
    }

    func hasSameText(in draft: ClaimDraft, _ other: ClaimDraft, row: Int) -> Bool {
        withExtendedLifetime((draft, other)) {
            head(in: draft, row: row)?.pointee.text == head(in: other, row: row)?.pointee.text
        }
    }

    func type(_ text: String, into draft: inout ClaimDraft, row: Int, context: ParsingContext) {
        guard row >= 0, row < part.limit else { return }
        let contents = draft.ownContents
        func type(into rows: inout [some DraftRow]) {
            rows.change(row, isEmptied: text.isEmpty) { typeAt(text, $0 + offset, context) }
        }
        switch part {
        case .claim: typeAt(text, UnsafeMutableRawPointer(contents) + offset, context)
        case .diagnosis: type(into: &contents.pointee.diagnoses)
        case .line: type(into: &contents.pointee.lines)
        case .trial: type(into: &contents.pointee.trials)
        case .score: type(into: &contents.pointee.scores)
        case .attachment: type(into: &contents.pointee.attachments)
        }
    }
}

extension UnsafePointer<DraftContents> {
    /// Where the claim's own entries begin, or those of one of its rows.
    fileprivate func start(of part: Part, row: Int) -> UnsafeRawPointer? {
        func start<Row>(_ rows: [Row]) -> UnsafeRawPointer? {
            rows.indices.contains(row) ? rows.withUnsafeBufferPointer { $0.baseAddress.map { .init($0 + row) } } : nil
        }
        return switch part {
        case .claim: UnsafeRawPointer(self)
        case .diagnosis: start(pointee.diagnoses)
        case .line: start(pointee.lines)
        case .trial: start(pointee.trials)
        case .score: start(pointee.scores)
        case .attachment: start(pointee.attachments)
        }
    }
}

/// A part of the claim that repeats.
protocol DraftRow: Hashable, Sendable {
    static var part: Part { get }
    init()
}

extension Array where Element: DraftRow {
    /// Blank rows are never kept at the end: changing a row makes those before it, emptying the last one removes it.
    fileprivate mutating func change(_ row: Int, isEmptied: Bool, _ change: (UnsafeMutableRawPointer) -> Void) {
        if row >= count {
            append(contentsOf: repeatElement(Element(), count: row + 1 - count))
        }
        withUnsafeMutableBufferPointer { rows in
            if let first = rows.baseAddress { change(UnsafeMutableRawPointer(first + row)) }
        }
        // A last row that has just got a text is not blank.
        if isEmptied || row < count - 1 {
            let blank = Element()
            while last == blank { removeLast() }
        }
    }
}

extension Entry {
    fileprivate var state: EntryState {
        EntryState(text: text, value: value?.description, unreadable: unreadable)
    }
}

extension EntryState {
    fileprivate static var blank: EntryState {
        EntryState(text: "", value: nil, unreadable: .empty)
    }
}

extension Field {
    init<Value: Parsed>(
        _ id: String, _ label: String, box: String? = nil, element: String? = nil,
        _ path: any WritableKeyPath<DraftContents, Entry<Value>> & Sendable, _ help: String
    ) {
        self.init(
            Declaration(
                id: id, label: label, box: box, element: element, help: help, shape: Value.shape,
                access: EntryAccess(path)))
    }

    init<Row: DraftRow, Value: Parsed>(
        _ id: String, _ label: String, box: String? = nil, element: String? = nil,
        in row: Row.Type, _ path: any WritableKeyPath<Row, Entry<Value>> & Sendable, _ help: String
    ) {
        self.init(
            Declaration(
                id: id, label: label, box: box, element: element, help: help, shape: Value.shape,
                access: EntryAccess(path)))
    }
}

extension Parsed {
    fileprivate static func described(_ text: String, in context: ParsingContext) -> String? {
        do throws(Unreadable) {
            return try Self(parsing: text, in: context).description
        } catch {
            return nil
        }
    }
}
