extension ClaimDraft {
    /// The fields whose texts differ from those of another draft of the same claim; `nil` where rows were added, removed,
    /// begun or emptied, or it is another claim.
    package func changedFields(since earlier: ClaimDraft) -> [Field]? {
        guard id == earlier.id, Part.allCases.allSatisfy({ rowCount(of: $0) == earlier.rowCount(of: $0) })
        else { return nil }
        var changed: [Field] = []
        for field in Field.all {
            for row in 0..<rowCount(of: field.part) where !field.access.hasSameText(in: self, earlier, row: row) {
                guard field.part == .claim || isBlank(field.part, row) == earlier.isBlank(field.part, row)
                else { return nil }
                if changed.last != field { changed.append(field) }
            }
        }
        return changed
    }

    private func isBlank(_ part: Part, _ row: Int) -> Bool {
        Field.all.allSatisfy { $0.part != part || text(at: Place($0, row: row)).isEmpty }
    }
}
