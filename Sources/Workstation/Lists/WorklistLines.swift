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
        /// What it is folded by; `nil` for a list that is not grouped.
        let name: String?
        var rows: [Int32]
        let rank: Int
        var isFolded: Bool
        var start = 0

        init(_ name: String?, _ rows: [Int32], isFolded: Bool = false) {
            (self.name, self.rows, self.isFolded) = (name, rows, isFolded)
            rank = name.map(WorklistLines.rank) ?? 0
        }

        var title: Title? {
            name.map { Title(rule: $0.isEmpty ? nil : $0, claims: rows.count, isFolded: isFolded) }
        }

        var count: Int { (name == nil ? 0 : 1) + (isFolded ? 0 : rows.count) }

        /// The gravest first and of these the most frequent, then those without any.
        func isBefore(_ other: Group) -> Bool {
            if rank != other.rank { return rank < other.rank }
            if rows.count != other.rows.count { return rows.count > other.rows.count }
            return name ?? "" < other.name ?? ""
        }
    }

    private var groups: [Group] = []
    /// The names of the titles whose claims do not show.
    private var folded: Set<String> = []
    private(set) var count = 0

    /// One list.
    init(_ rows: [Int32] = []) {
        groups = [Group(nil, rows)]
        count = rows.count
    }

    /// Claims under each problem that they have.
    ///
    /// - Parameters:
    ///   - rest: those without any.
    ///   - folded: the names of the titles whose claims do not show.
    init(_ problems: [(rule: String, rows: [Int32])], rest: [Int32], folded: Set<String>) {
        groups = problems.map { Group($0.rule, $0.rows) } + (rest.isEmpty ? [] : [Group("", rest)])
        fold(folded)
    }

    /// Hides the claims of the titles with these names, and shows all others.
    mutating func fold(_ folded: Set<String>) {
        self.folded = folded
        for index in groups.indices { groups[index].isFolded = groups[index].name.map(folded.contains) ?? false }
        layOut()
    }

    /// Takes a claim out of its groups; `layOut` has to follow.
    mutating func remove(from names: Set<String>, at place: ([Int32]) -> Int) {
        for index in groups.indices where groups[index].name.map(names.contains) ?? true {
            groups[index].rows.remove(at: place(groups[index].rows))
        }
    }

    /// Puts a claim into the groups of its problems, which may be new; `layOut` has to follow.
    mutating func insert(_ row: Int32, into names: Set<String>, at place: ([Int32]) -> Int) {
        if groups.first?.name != nil || groups.isEmpty {
            let known = Set(groups.compactMap(\.name))
            for name in names.subtracting(known) { groups.append(Group(name, [], isFolded: folded.contains(name))) }
        }
        for index in groups.indices where groups[index].name.map(names.contains) ?? true {
            groups[index].rows.insert(row, at: place(groups[index].rows))
        }
    }

    /// Brings the groups into their order.
    mutating func layOut() {
        if groups.first?.name != nil {
            groups.removeAll(where: \.rows.isEmpty)
            groups.sort { $0.isBefore($1) }
        }
        count = 0
        for index in groups.indices {
            groups[index].start = count
            count += groups[index].count
        }
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

    /// The lines that show a claim.
    func lines(of names: Set<String>, at place: ([Int32]) -> Int?) -> [Int] {
        groups.compactMap { group in
            guard !group.isFolded, group.name.map(names.contains) ?? true else { return nil }
            return place(group.rows).map { group.start + (group.name == nil ? 0 : 1) + $0 }
        }
    }

    /// The line of a title.
    func line(ofTitle name: String) -> Int? { groups.first { $0.name == name }?.start }

    /// Of a rule; one that this version does not know comes last, and nothing to fix after it.
    private static func rank(_ name: String) -> Int {
        switch Rule.named(name)?.severity {
        case .error: 0
        case .warning: 1
        case .note: 2
        case nil: name.isEmpty ? 4 : 3
        }
    }
}
