extension ClaimDraft {
    /// The fields whose texts differ from those of another draft of the same claim; `nil` where rows were added, removed,
    /// begun or emptied, or it is another claim.
    package func changedFields(since earlier: ClaimDraft) -> [Field]? {
        guard id == earlier.id, Part.allCases.allSatisfy({ rowCount(of: $0) == earlier.rowCount(of: $0) })
        else { return nil }
        var changed: [Field] = []
        for part in PartFields.all {
            for row in 0..<rowCount(of: part.part) where !part.areShared(by: self, earlier, row: row) {
                guard let fields = part.changed(in: self, since: earlier, row: row) else { return nil }
                changed += fields.filter { !changed.contains($0) }
            }
        }
        return changed.sorted { $0.position < $1.position }
    }
}

extension PartFields {
    /// `nil` where a row was begun or emptied.
    fileprivate func changed(in draft: ClaimDraft, since earlier: ClaimDraft, row: Int) -> [Field]? {
        let blank = [TypedText?](repeating: nil, count: fields.count)
        let (now, before) = (typed(in: draft, row: row) ?? blank, typed(in: earlier, row: row) ?? blank)
        guard part == .claim || now.allSatisfy({ $0 == nil }) == before.allSatisfy({ $0 == nil }) else { return nil }
        return fields.indices.filter { now[$0] !== before[$0] && now[$0]?.text != before[$0]?.text }.map { fields[$0] }
    }
}
