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
        let blank = [TypedText?](repeating: nil, count: fields.count)
        var isChanged = [Bool](repeating: false, count: fields.count)
        for row in rows where !areShared(by: draft, earlier, row: row) {
            let (now, before) = (typed(in: draft, row: row) ?? blank, typed(in: earlier, row: row) ?? blank)
            guard part == .claim || now.allSatisfy({ $0 == nil }) == before.allSatisfy({ $0 == nil })
            else { return fields }
            for at in fields.indices where now[at] !== before[at] && now[at]?.text != before[at]?.text {
                isChanged[at] = true
            }
        }
        return fields.indices.filter { isChanged[$0] }.map { fields[$0] }
    }
}
