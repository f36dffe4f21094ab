extension ClaimDraft {
    /// The fields whose texts differ from those of another draft of the same claim; `nil` where rows were added, removed,
    /// begun or emptied, or it is another claim.
    package func changedFields(since earlier: ClaimDraft) -> [Field]? {
        guard id == earlier.id, Part.allCases.allSatisfy({ rowCount(of: $0) == earlier.rowCount(of: $0) })
        else { return nil }
        var changed: [Field] = []
        let parts = Part.allCases.filter { !hasSameRows($0, as: earlier) }
        for field in Field.all where parts.contains(field.part) {
            for row in 0..<rowCount(of: field.part) where !field.access.hasSameText(in: self, earlier, row: row) {
                guard field.part == .claim || isBlank(field.part, row) == earlier.isBlank(field.part, row)
                else { return nil }
                if changed.last != field { changed.append(field) }
            }
        }
        return changed
    }

    /// Rows that nobody has touched lie in the same place, so that this costs nothing for them.
    private func hasSameRows(_ part: Part, as earlier: ClaimDraft) -> Bool {
        switch part {
        case .claim: false
        case .diagnosis: diagnoses == earlier.diagnoses
        case .line: lines == earlier.lines
        case .trial: trials == earlier.trials
        case .score: scores == earlier.scores
        case .attachment: attachments == earlier.attachments
        }
    }

    private func isBlank(_ part: Part, _ row: Int) -> Bool {
        Field.all.allSatisfy { $0.part != part || text(at: Place($0, row: row)).isEmpty }
    }
}
