import ClaimRules

/// The lines of the worklist as positions of its rows; a line is made only when somebody looks at it.
struct WorklistLines: Sendable {
    /// Lines from `start` on: the group's title, if it has one, then its claims.
    private struct Group: Sendable {
        let title: String?
        let rows: [Int32]
        let start: Int
    }

    private var groups: [Group] = []
    private(set) var count = 0

    /// One list.
    init(_ rows: [Int32] = []) { append(nil, rows) }

    /// The same claims under each finding that they have, then those without any.
    init(grouping shown: [Int32], of rows: [WorklistRow]) {
        var numbers: [String: Int] = [:]
        var members: [[Int32]] = []
        var clean: [Int32] = []
        for row in shown {
            let rules = rows[Int(row)].rules
            if rules.isEmpty { clean.append(row) }
            for rule in rules {
                let number = numbers[rule] ?? members.count
                if number == members.count {
                    numbers[rule] = number
                    members.append([])
                }
                if members[number].last != row { members[number].append(row) }
            }
        }
        for (rule, number) in numbers.sorted(by: { $0.key < $1.key }) {
            append(Rule.named(rule)?.heading ?? rule, members[number])
        }
        if !clean.isEmpty { append("No findings", clean) }
    }

    private mutating func append(_ title: String?, _ rows: [Int32]) {
        groups.append(Group(title: title, rows: rows, start: count))
        count += rows.count + (title == nil ? 0 : 1)
    }

    /// What a line shows.
    enum Line: Hashable {
        case title(String)
        /// A row of the list.
        case row(Int)
    }

    /// - Parameter index: below `count`.
    subscript(index: Int) -> Line {
        var range = 0..<groups.count
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            range = groups[middle].start <= index ? middle..<range.upperBound : range.lowerBound..<middle
        }
        let group = groups[range.lowerBound]
        let place = index - group.start
        guard let title = group.title else { return .row(Int(group.rows[place])) }
        return place == 0 ? .title(title) : .row(Int(group.rows[place - 1]))
    }

    /// The line nearest to a place that satisfies a condition; of two at one distance the one before.
    func nearest(to place: Int, where isMeant: (Line) -> Bool) -> Int? {
        for distance in 0..<max(count, 1) {
            for line in [place - distance, place + distance] where line >= 0 && line < count && isMeant(self[line]) {
                return line
            }
        }
        return nil
    }
}
