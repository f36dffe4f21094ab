import ClaimModel

/// The rows of the worklist with what filtering, sorting and grouping them takes, kept between keys.
///
/// `show` does the least that brings the lines up to date: a letter added to the filter reads only the rows that were left,
/// and a changed row is moved to its place.
struct WorklistIndex: Sendable {
    private(set) var rows: [WorklistRow] = []
    private(set) var lines = WorklistLines()
    /// The claims that the filter leaves, in order.
    private var shown: [Int32] = []
    private var texts = FoldedTexts()
    private var sorted: [Int32] = []
    private var places: [String: Int32] = [:]
    /// What the order and the lines answer; `nil` where they have to be made.
    private var order: Worklist.Order?
    private var made: Wanted?

    struct Wanted: Hashable {
        var filter: String
        var order: Worklist.Order
        var isGrouped: Bool

        /// Deleted claims show only to who asks for them.
        fileprivate var showsDeleted: Bool { filter.lowercased().hasPrefix("del") }
    }

    /// How many claims the filter leaves, each counted once.
    var shownCount: Int { shown.count }

    /// The same claims, in order.
    var shownRows: [WorklistRow] { shown.map { rows[Int($0)] } }

    init(_ rows: [WorklistRow] = []) {
        self.rows = rows
        texts.reserve(rows.count)
        places.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            texts.append(row)
            places[row.id] = Int32(index)
        }
    }

    /// Takes rows that have changed, and new ones; the lines are made again at the next `show`.
    mutating func take(_ changed: [WorklistRow]) {
        guard let order else { return self = WorklistIndex(merged(changed)) }
        made = nil
        for row in changed {
            let index: Int32
            if let known = places[row.id] {
                index = known
                sorted.remove(at: order.place(of: known, among: sorted, in: rows))
                rows[Int(known)] = row
                texts.replace(Int(known), with: row)
            } else {
                index = Int32(rows.count)
                rows.append(row)
                texts.append(row)
                places[row.id] = index
            }
            sorted.insert(index, at: order.place(of: index, among: sorted, in: rows))
        }
    }

    private func merged(_ changed: [WorklistRow]) -> [WorklistRow] {
        var merged = rows
        for row in changed {
            if let index = places[row.id] { merged[Int(index)] = row } else { merged.append(row) }
        }
        return merged
    }

    /// Brings the lines up to date.
    mutating func show(_ wanted: Wanted) {
        guard wanted != made else { return }
        if order != wanted.order { (sorted, order, made) = (wanted.order.sorted(rows), wanted.order, nil) }
        if made?.filter != wanted.filter { filter(wanted) }
        lines = wanted.isGrouped ? WorklistLines(grouping: shown, of: rows) : WorklistLines(shown)
        made = wanted
    }

    private mutating func filter(_ wanted: Wanted) {
        let words = FoldedTexts.Word.all(of: wanted.filter)
        if let made, wanted.filter.hasPrefix(made.filter), made.showsDeleted == wanted.showsDeleted {
            // The words before the last one are as they were.
            let known = made.filter.split(separator: " ").count - 1
            shown = texts.rows(shown, having: Array(words.dropFirst(max(0, known))))
            return
        }
        let kept = wanted.showsDeleted ? sorted : sorted.filter { rows[Int($0)].status != .deleted }
        shown = words.isEmpty ? kept : texts.rows(kept, having: words)
    }
}

extension WorklistRow {
    /// What a filter looks at.
    func visitFiltered(_ visit: (String) -> Void) {
        visit(status.rawValue)
        visit(patient)
        if let serviceDay { visit(serviceDay.description) }
        visit(payer)
        visit(account)
        visit(heldBy)
        visit(comment)
        for rule in rules { visit(rule) }
        for queue in queues { visit(queue.filter) }
    }
}
