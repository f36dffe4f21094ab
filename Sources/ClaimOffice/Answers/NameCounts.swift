/// How often each name came, the earliest first.
struct NameCounts {
    private var counts: [(name: String, count: Int)] = []

    mutating func add(_ name: String) {
        if let index = counts.firstIndex(where: { $0.name == name }) { return counts[index].count += 1 }
        counts.append((name, 1))
    }

    var total: Int { counts.reduce(0) { $0 + $1.count } }

    /// `3 paid, 1 denied`
    var text: String { counts.map { "\($0.count) \($0.name)" }.joined(separator: ", ") }
}
