extension ClaimDraft {
    /// The fields whose texts differ from those of another draft, of the same claim or not, by their position; where rows
    /// were added, removed, begun or emptied, every field of their part; a field of several rows may come several times.
    package func changedPositions(since earlier: ClaimDraft) -> [Int] {
        var positions: [Int] = []
        for part in PartFields.all { part.addChanged(in: self, since: earlier, to: &positions) }
        return positions
    }
}

extension PartFields {
    fileprivate func addChanged(in draft: ClaimDraft, since earlier: ClaimDraft, to positions: inout [Int]) {
        let (rows, start) = (draft.rowCount(of: part), positions.count)
        guard rows == earlier.rowCount(of: part) else { return positions += self.positions }
        for row in 0..<rows {
            let isAlike = visitChanged(in: draft, since: earlier, row: row) { positions.append(self.positions[$0]) }
            guard part == .claim || isAlike else {
                return positions.replaceSubrange(start..., with: self.positions)
            }
        }
    }
}
