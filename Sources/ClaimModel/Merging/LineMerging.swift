/// Service lines: each is one value with its drug, apart from what goes through all of them.
extension Merging {
    mutating func mergeLines() {
        let kept = arrangedRows(of: .line)
        let sides = kept.map { sideOfLine($0) }
        for (index, row) in kept.enumerated() {
            guard sides[index] == .theirs, let line = row.theirs else { continue }
            merged.lines[index] = drafts.theirs.lines[line]
        }
        for (index, row) in kept.enumerated() { mergeLink(of: row, at: index, from: sides[index], among: kept) }
        // A line that a person is asked about may be kept, too.
        let asked = clashes.compactMap { clash in
            if case .row(.line, let row) = clash.id, !kept.contains(row) { row } else { nil }
        }
        for value in [SharedValue.diagnoses, .adjudication] { merge(value, on: kept, asked: asked) }
    }

    private mutating func sideOfLine(_ row: MergedRow) -> MergeSide {
        guard row.isOnBothSides else { return row.mine == nil ? .theirs : .mine }
        let (drafts, contents) = (self.drafts, contents(of: row))
        let carried = row.map(drafts) { draft, line in draft.lines[line].carried.map(\.text).joined(separator: " ") }
        return side(
            of: .row(.line, row), contents,
            as: Versions(
                differing: Field.ofLineAlone.map { ($0.label, row.texts(of: $0, in: drafts)) }
                    + [("Carried along", carried.map { $0 ?? "" })]))
    }

    private func contents(of row: MergedRow) -> Versions<RowContents?> {
        row.map(drafts) { RowContents(Field.ofLineAlone, in: $0, row: $1) }
    }

    /// A drug line names the line of its administration by a number, which may be another line's now.
    private mutating func mergeLink(of row: MergedRow, at index: Int, from side: MergeSide, among kept: [MergedRow]) {
        let (field, draft, contents) = (Field.lineAdministration, drafts[side], contents(of: row))
        guard contents.mine != contents.theirs, let line = row[side],
            let number = draft.lines[line].administrationLine.value?.number, (1...draft.lines.count).contains(number),
            kept.firstIndex(where: { $0[side] == number - 1 }) != number - 1
        else { return }
        let texts = row.texts(of: field, in: drafts)
        let chosen = self.side(of: .field(field, row: row), texts, isOpen: true, as: texts)
        merged.copy(field, from: drafts[chosen], row: row[chosen], to: index)
    }
}

extension Field {
    /// What belongs to one line and to nothing else.
    fileprivate static let ofLineAlone = Part.line.fields.filter { !SharedValue.ofLines.contains($0) }
}
