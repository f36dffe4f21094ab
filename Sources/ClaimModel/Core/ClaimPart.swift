/// The entries that belong together in a claim and are boxed together: those of the patient, of one service line.
///
/// What is worked out of them is an extension of the box (`extension ServiceLine`), which reads single entries in place.
public protocol ClaimPart: Equatable, Sendable {
    /// The one storage that every part in which nothing was typed refers to.
    static var blank: Boxed<Self> { get }
}

/// A part whose entries are fields: how its box is found in a draft.
protocol FieldPart: ClaimPart {
    static var part: Part { get }

    /// `nil` where the draft has no such row.
    static func box(in draft: ClaimDraft, row: Int) -> Boxed<Self>?

    /// Changes the entries where they lie; a row that is not there yet is made.
    ///
    /// - Parameter isEmptied: whether a text goes, so that blank rows may be left at the end.
    static func change(in draft: inout ClaimDraft, row: Int, isEmptied: Bool, _ change: (inout Self) -> Void)
}

/// A part that a claim has once.
protocol SinglePart: FieldPart {
    static var place: WritableKeyPath<DraftContents, Boxed<Self>> { get }
}

extension SinglePart {
    static var part: Part { .claim }

    static func box(in draft: ClaimDraft, row: Int) -> Boxed<Self>? { draft[dynamicMember: place] }

    static func change(in draft: inout ClaimDraft, row: Int, isEmptied: Bool, _ change: (inout Self) -> Void) {
        change(&draft[dynamicMember: place].contents)
    }
}

/// A part of the claim that repeats.
protocol RowPart: FieldPart {
    static var rows: WritableKeyPath<DraftContents, [Boxed<Self>]> { get }
}

extension RowPart {
    static func box(in draft: ClaimDraft, row: Int) -> Boxed<Self>? {
        row >= 0 && row < draft[dynamicMember: rows].count ? draft[dynamicMember: rows][row] : nil
    }

    /// Blank rows are never kept at the end: changing a row makes those before it, emptying the last one removes it.
    static func change(in draft: inout ClaimDraft, row: Int, isEmptied: Bool, _ change: (inout Self) -> Void) {
        draft[dynamicMember: rows].change(row, isEmptied: isEmptied, change)
    }
}

extension Array {
    fileprivate mutating func change<Row: RowPart>(_ row: Int, isEmptied: Bool, _ change: (inout Row) -> Void)
    where Element == Boxed<Row> {
        if row >= count { append(contentsOf: repeatElement(Row.blank, count: row + 1 - count)) }
        change(&self[row].contents)
        // A last row that has just got a text is not blank.
        if isEmptied || row < count - 1 {
            while last == Row.blank { removeLast() }
        }
    }
}
