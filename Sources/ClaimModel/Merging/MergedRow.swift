/// A row of a merged claim: which one it is in the version that both began with, in mine and in theirs; `nil` where that one
/// has no such row.
package struct MergedRow: Hashable, Sendable {
    let base: Int?
    let mine: Int?
    let theirs: Int?

    subscript(side: MergeSide) -> Int? { side == .mine ? mine : theirs }

    var isOnBothSides: Bool { mine != nil && theirs != nil }

    /// Something in each version, given how to find it in a row.
    func map<Content>(_ drafts: Versions<ClaimDraft>, _ content: (ClaimDraft, Int) -> Content) -> Versions<Content?> {
        Versions(
            base: base.map { content(drafts.base, $0) }, mine: mine.map { content(drafts.mine, $0) },
            theirs: theirs.map { content(drafts.theirs, $0) })
    }

    /// A text in each version, `""` where it has no such row.
    func texts(of field: Field, in drafts: Versions<ClaimDraft>) -> Versions<String> {
        map(drafts) { draft, row in draft.text(at: Place(field, row: row)) }.map { $0 ?? "" }
    }
}

extension MergedRow {
    /// The rows of all three in one order: those of the base where they were, with what was added between them, mine first.
    /// A row of either side is paired with the one of the base that is most like it.
    static func all(of part: Part, in drafts: Versions<ClaimDraft>) -> [MergedRow] {
        let texts = drafts.map { draft in
            (0..<draft.rowCount(of: part)).map { row in part.fields.map { draft.text(at: Place($0, row: row)) } }
        }
        let mine = RowsSince(of: texts.base, with: texts.mine)
        let theirs = RowsSince(of: texts.base, with: texts.theirs)
        var rows: [MergedRow] = []
        for gap in 0...texts.base.count {
            var others = theirs.added[gap]
            for row in mine.added[gap] {
                let twin = others.firstIndex { other in
                    texts.mine[row] == texts.theirs[other] || part.isOneRow(drafts, mine: row, theirs: other)
                }
                rows.append(MergedRow(base: nil, mine: row, theirs: twin.map { others.remove(at: $0) }))
            }
            rows += others.map { MergedRow(base: nil, mine: nil, theirs: $0) }
            guard gap < texts.base.count else { continue }
            rows.append(MergedRow(base: gap, mine: mine.kept[gap], theirs: theirs.kept[gap]))
        }
        return rows
    }
}

/// What became of the rows of a version.
private struct RowsSince {
    /// Where each row is now.
    var kept: [Int?]
    /// The rows that are new before each one, and at the end.
    var added: [[Int]]

    init(of base: [[String]], with side: [[String]]) {
        kept = Array(repeating: nil, count: base.count)
        added = Array(repeating: [], count: base.count + 1)
        var gap = 0
        for pair in RowAlignment(of: base, with: side).pairs {
            if let old = pair.before {
                kept[old] = pair.after
                gap = old + 1
            } else if let new = pair.after {
                added[gap].append(new)
            }
        }
    }
}

extension Part {
    private static let fields = Dictionary(grouping: Field.all, by: \.part)

    /// The fields that it repeats.
    var fields: [Field] { Part.fields[self] ?? [] }

    /// What a row is known by, where all of it is keyed.
    private var names: [Field] {
        switch self {
        case .claim, .diagnosis: []
        case .line: [.lineControlNumber]
        case .trial: [.trialDrug, .trialStart]
        case .score: [.scoreInstrument, .scoreDate]
        case .attachment: [.attachmentControl]
        }
    }

    /// Whether a row that was added on each side is one and the same.
    fileprivate func isOneRow(_ drafts: Versions<ClaimDraft>, mine: Int, theirs: Int) -> Bool {
        !names.isEmpty
            && names.allSatisfy { field in
                let (one, other) = (
                    drafts.mine.state(at: Place(field, row: mine)), drafts.theirs.state(at: Place(field, row: theirs))
                )
                return !one.isEmpty && (one.value ?? one.text) == (other.value ?? other.text)
            }
    }
}
