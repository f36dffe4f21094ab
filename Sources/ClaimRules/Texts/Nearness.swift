extension String {
    /// The one of these candidates that was most likely meant; `nil` where none is close.
    package func nearest(in candidates: some Sequence<String>) -> String? {
        let typed = Array(lowercased().unicodeScalars.prefix(64))
        let most = max(typed.count < 4 ? 1 : 2, typed.count / 3)
        let near = candidates.map { ($0, typed.edits(to: Array($0.lowercased().unicodeScalars))) }.filter {
            $0.1 <= most
        }
        return near.min { ($0.1, $0.0) < ($1.1, $1.0) }?.0
    }
}

extension [Unicode.Scalar] {
    /// The fewest letters to insert, delete, replace or swap with a neighbor (optimal string alignment).
    fileprivate func edits(to other: [Unicode.Scalar]) -> Int {
        var before: [Int] = []
        var above = Array<Int>(0...other.count)
        for row in indices {
            var line = [row + 1]
            for column in other.indices {
                var least = Swift.min(above[column + 1], line[column]) + 1
                least = Swift.min(least, above[column] + (self[row] == other[column] ? 0 : 1))
                if row > 0, column > 0, self[row] == other[column - 1], self[row - 1] == other[column] {
                    least = Swift.min(least, before[column - 1] + 1)
                }
                line.append(least)
            }
            (before, above) = (above, line)
        }
        return above[other.count]
    }
}
