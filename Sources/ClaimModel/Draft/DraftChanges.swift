extension ClaimDraft {
    /// The fields whose texts differ from those of another draft, of the same claim or not; where rows were added, removed,
    /// begun or emptied, every field of their part.
    package func changedFields(since earlier: ClaimDraft) -> [Field] {
        PartFields.all.flatMap { $0.changed(in: self, since: earlier) }
    }
}

extension PartFields {
    fileprivate func changed(in draft: ClaimDraft, since earlier: ClaimDraft) -> [Field] {
        let rows = 0..<draft.rowCount(of: part)
        guard rows.count == earlier.rowCount(of: part) else { return fields }
        var isChanged = [Bool](repeating: false, count: fields.count)
        for row in rows where !areShared(by: draft, earlier, row: row) {
            var (isBlank, wasBlank) = (true, true)
            for (index, field) in fields.enumerated() {
                let now = field.access.typed(in: draft, row: row)
                let before = field.access.typed(in: earlier, row: row)
                if now != nil { isBlank = false }
                if before != nil { wasBlank = false }
                if now !== before, now?.text != before?.text { isChanged[index] = true }
            }
            guard part == .claim || isBlank == wasBlank else { return fields }
        }
        return fields.indices.filter { isChanged[$0] }.map { fields[$0] }
    }
}
