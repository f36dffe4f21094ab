/// Which rows of two versions are the same row: the pairing, in order, that leaves the fewest texts different.
struct RowAlignment {
    /// A row of either side may be alone: it was removed, or added.
    let pairs: [(before: Int?, after: Int?)]

    init(of before: [[String]], with after: [[String]]) {
        let shorter = min(before.count, after.count)
        let head = (0..<shorter).prefix { before[$0] == after[$0] }.count
        let tail = (0..<(shorter - head)).prefix { before[before.count - 1 - $0] == after[after.count - 1 - $0] }.count
        let (olds, news) = (Array(before[head..<(before.count - tail)]), Array(after[head..<(after.count - tail)]))
        let middle = RowAlignment.align(olds, news).map {
            (before: $0.before.map { $0 + head }, after: $0.after.map { $0 + head })
        }
        let ends = (0..<tail).map { (before: Int?(before.count - tail + $0), after: Int?(after.count - tail + $0)) }
        pairs = (0..<head).map { (before: Int?($0), after: Int?($0)) } + middle + ends
    }

    /// The least costs of the first few rows on either side, then the way back through them.
    private static func align(_ before: [[String]], _ after: [[String]]) -> [(before: Int?, after: Int?)] {
        let gone = before.map { $0.count { !$0.isEmpty } }
        let come = after.map { $0.count { !$0.isEmpty } }
        var costs = [[Int]](repeating: [Int](repeating: 0, count: after.count + 1), count: before.count + 1)
        for old in before.indices { costs[old + 1][0] = costs[old][0] + gone[old] }
        for new in after.indices { costs[0][new + 1] = costs[0][new] + come[new] }
        for old in before.indices {
            for new in after.indices {
                let changed = costs[old][new] + zip(before[old], after[new]).count { $0 != $1 }
                costs[old + 1][new + 1] = min(
                    changed, costs[old][new + 1] + gone[old], costs[old + 1][new] + come[new])
            }
        }
        var pairs: [(before: Int?, after: Int?)] = []
        var (old, new) = (before.count, after.count)
        while old > 0 || new > 0 {
            if old > 0, new > 0,
                costs[old][new] == costs[old - 1][new - 1]
                    + zip(before[old - 1], after[new - 1]).count(where: { $0 != $1 })
            {
                (old, new) = (old - 1, new - 1)
                pairs.append((old, new))
            } else if old > 0, costs[old][new] == costs[old - 1][new] + gone[old - 1] {
                old -= 1
                pairs.append((old, nil))
            } else {
                new -= 1
                pairs.append((nil, new))
            }
        }
        return pairs.reversed()
    }
}
