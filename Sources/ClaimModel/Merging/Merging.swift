/// Puts two versions together, value by value.
struct Merging {
    let drafts: Versions<ClaimDraft>
    /// The clashes in which theirs is taken.
    private let chosen: Set<DraftClash.Value>
    var merged: ClaimDraft
    /// The rows of the parts that are merged row by row.
    private(set) var rows: [Part: [MergedRow]] = [:]
    private(set) var clashes: [DraftClash] = []

    init(of drafts: Versions<ClaimDraft>, takingTheirs chosen: Set<DraftClash.Value> = []) {
        self.drafts = drafts
        self.chosen = chosen
        merged = drafts.mine
        mergeClaim()
        mergeLines()
        for part in [Part.trial, .score, .attachment] { mergeRows(of: part) }
        mergeRecords()
        merged.dropBlankEnds()
    }

    /// Whose version of a value is taken.
    ///
    /// - Parameters:
    ///   - isOpen: whether a person decides although only one side changed it.
    ///   - texts: what a person reads of it.
    mutating func side<Content: Equatable>(
        of value: DraftClash.Value, _ contents: Versions<Content>, isOpen: Bool = false,
        as texts: @autoclosure () -> Versions<String>
    ) -> MergeSide {
        if let side = contents.decided, !isOpen { return side }
        clashes.append(DraftClash(value, texts()))
        return chosen.contains(value) ? .theirs : .mine
    }

    private mutating func mergeClaim() {
        for field in Part.claim.fields where field.saidBy == .office {
            let texts = drafts.map { $0.text(at: Place(field)) }
            guard side(of: .field(field, row: nil), texts, as: texts) == .theirs else { continue }
            merged.copy(field, from: drafts.theirs, row: 0, to: 0)
        }
    }

    /// Rows whose fields stand by themselves.
    private mutating func mergeRows(of part: Part) {
        for (index, row) in arrangedRows(of: part).enumerated() where row.isOnBothSides {
            for field in part.fields {
                let texts = row.texts(of: field, in: drafts)
                guard side(of: .field(field, row: row), texts, as: texts) == .theirs else { continue }
                merged.copy(field, from: drafts.theirs, row: row.theirs, to: index)
            }
        }
    }
}

extension Merging {
    /// Puts the rows of both sides in their order, without those that one side removed and the other left alone.
    mutating func arrangedRows(of part: Part) -> [MergedRow] {
        var kept: [MergedRow] = []
        for row in MergedRow.all(of: part, in: drafts) where isKept(row, of: part) { kept.append(row) }
        if kept.count > part.limit {
            let added = kept.filter { $0.base == nil && !$0.isOnBothSides }
            let texts = texts(of: added, of: part)
            let side = side(of: .rows(part), texts, isOpen: true, as: texts)
            kept.removeAll { $0.base == nil && $0[side] == nil }
        }
        rows[part] = kept
        merged.arrange(kept, of: part, from: drafts)
        return kept
    }

    private mutating func isKept(_ row: MergedRow, of part: Part) -> Bool {
        guard !row.isOnBothSides else { return true }
        let contents = row.map(drafts) { RowContents(part.fields, in: $0, row: $1) }
        let side = side(of: .row(part, row), contents, as: contents.map { $0?.text ?? "" })
        return contents[side] != nil
    }

    private func texts(of rows: [MergedRow], of part: Part) -> Versions<String> {
        let contents = rows.map { row in row.map(drafts) { RowContents(part.fields, in: $0, row: $1) } }
        func joined(_ side: MergeSide) -> String { contents.compactMap { $0[side]?.text }.joined(separator: "; ") }
        return Versions(base: "", mine: joined(.mine), theirs: joined(.theirs))
    }
}

extension ClaimDraft {
    /// Copies what is typed in another version, with what it reads as.
    ///
    /// - Parameter row: of that version; `nil` to clear the field.
    mutating func copy(_ field: Field, from source: ClaimDraft, row: Int?, to target: Int) {
        let typed = row.flatMap { source.typed(at: Place(field, row: $0)) }
        guard typed !== self.typed(at: Place(field, row: target)) else { return }
        field.access.copy(typed, into: &self, row: target)
    }

    /// Makes the rows of a part those of both versions: mine where both have one.
    fileprivate mutating func arrange(_ rows: [MergedRow], of part: Part, from drafts: Versions<ClaimDraft>) {
        func arranged<Row>(_ list: (ClaimDraft) -> [Row]) -> [Row] {
            let lists = drafts.map(list)
            return rows.compactMap { row in row.mine.map { lists.mine[$0] } ?? row.theirs.map { lists.theirs[$0] } }
        }
        switch part {
        case .claim, .diagnosis: break
        case .line: self.lines = arranged(\.lines)
        case .trial: self.trials = arranged(\.trials)
        case .score: self.scores = arranged(\.scores)
        case .attachment: self.attachments = arranged(\.attachments)
        }
    }
}
