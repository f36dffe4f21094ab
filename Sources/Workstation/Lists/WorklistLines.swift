import ClaimModel
import ClaimRules

/// The lines of the worklist as positions of its rows; a line is made only when somebody looks at it.
struct WorklistLines: Sendable {
    /// What claims are listed under.
    struct Title: Hashable, Sendable {
        /// The id of the rule; `nil` for the claims with nothing to fix.
        let rule: String?
        let claims: Int
        /// Whether its claims do not show.
        let isFolded: Bool

        /// What it is folded by.
        var name: String { rule ?? "" }

        var severity: Severity? { rule.flatMap { Rule.named($0)?.severity } }

        /// `No diagnosis on claim  DX-001  12 claims`
        var text: String {
            let count = counted(claims, "claim")
            guard let rule else { return "Nothing to fix  \(count)" }
            return "\(Rule.named(rule)?.fault ?? rule)  \(rule)  \(count)"
        }
    }

    /// Lines from `start` on: the group's title, if it has one, then its claims unless it is folded.
    private struct Group: Sendable {
        let title: Title?
        let rows: [Int32]
        let start: Int
    }

    private var groups: [Group] = []
    private(set) var count = 0

    /// One list.
    init(_ rows: [Int32] = []) { append(nil, rows) }

    /// The same claims under each problem that they have, the gravest first and of these the most frequent, then those
    /// without any.
    ///
    /// - Parameter folded: the names of the titles whose claims do not show.
    init(grouping shown: [Int32], of rows: [WorklistRow], folded: Set<String>) {
        var numbers: [String: Int] = [:]
        var members: [[Int32]] = []
        var clean: [Int32] = []
        for row in shown {
            let problems = rows[Int(row)].toFix
            if problems.isEmpty { clean.append(row) }
            for rule in problems {
                let number = numbers[rule] ?? members.count
                if number == members.count {
                    numbers[rule] = number
                    members.append([])
                }
                if members[number].last != row { members[number].append(row) }
            }
        }
        let titles = numbers.map { rule, number in
            Title(rule: rule, claims: members[number].count, isFolded: folded.contains(rule))
        }
        for title in titles.sorted(by: { $0.isBefore($1) }) {
            guard let rule = title.rule, let number = numbers[rule] else { continue }
            append(title, members[number])
        }
        guard !clean.isEmpty else { return }
        append(Title(rule: nil, claims: clean.count, isFolded: folded.contains("")), clean)
    }

    private mutating func append(_ title: Title?, _ rows: [Int32]) {
        let rows = title?.isFolded == true ? [] : rows
        groups.append(Group(title: title, rows: rows, start: count))
        count += rows.count + (title == nil ? 0 : 1)
    }

    /// What a line shows.
    enum Line: Hashable {
        case title(Title)
        /// A row of the list.
        case row(Int)
    }

    /// - Parameter index: below `count`.
    subscript(index: Int) -> Line {
        let group = group(of: index)
        let place = index - group.start
        guard let title = group.title else { return .row(Int(group.rows[place])) }
        return place == 0 ? .title(title) : .row(Int(group.rows[place - 1]))
    }

    /// The title that a line is under, or is, and where it is; `nil` in a list that is not grouped.
    ///
    /// - Parameter index: below `count`.
    func title(of index: Int) -> (title: Title, place: Int)? {
        let group = group(of: index)
        return group.title.map { ($0, group.start) }
    }

    private func group(of index: Int) -> Group {
        var range = 0..<groups.count
        while range.count > 1 {
            let middle = range.lowerBound + range.count / 2
            range = groups[middle].start <= index ? middle..<range.upperBound : range.lowerBound..<middle
        }
        return groups[range.lowerBound]
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

extension WorklistLines.Title {
    fileprivate func isBefore(_ other: WorklistLines.Title) -> Bool {
        if rank != other.rank { return rank < other.rank }
        if claims != other.claims { return claims > other.claims }
        return name < other.name
    }

    /// A rule that this version does not know comes last.
    private var rank: Int {
        switch severity {
        case .error: 0
        case .warning: 1
        case .note: 2
        case nil: 3
        }
    }
}
