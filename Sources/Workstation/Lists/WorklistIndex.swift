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
    private(set) var sums = WorklistSums()

    struct Wanted: Hashable {
        var filter: String
        var order: Worklist.Order
        var isGrouped: Bool
        var folded: Set<String> = []
        var today: Day

        fileprivate var read: WorklistFilter { WorklistFilter(filter, on: today) }
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
        if made?.filter != wanted.filter || isOfAnotherDay(wanted) { filter(wanted) }
        lines =
            wanted.isGrouped
            ? WorklistLines(grouping: shown, of: rows, folded: wanted.folded) : WorklistLines(shown)
        made = wanted
    }

    private func isOfAnotherDay(_ wanted: Wanted) -> Bool {
        made?.today != wanted.today && !wanted.read.terms.isEmpty
    }

    private mutating func filter(_ wanted: Wanted) {
        defer { sums = WorklistSums(of: shown, in: rows) }
        let filter = wanted.read
        let rest: [Int32]
        if let made, made.today == wanted.today, filter.narrows(made.read) {
            rest = shown
        } else {
            rest = filter.wantsPutAway ? sorted : sorted.filter { !rows[Int($0)].isPutAway }
        }
        let having = texts.rows(rest, having: filter.folded)
        shown = filter.terms.isEmpty ? having : having.filter { filter.holds(rows[Int($0)]) }
    }
}

/// What the claims that are listed come to.
struct WorklistSums: Hashable, Sendable {
    /// In cents.
    private(set) var charges = 0
    /// Those that have to be filed within two weeks.
    private(set) var due = 0

    init() {}

    init(of shown: [Int32], in rows: [WorklistRow]) {
        for index in shown {
            charges += rows[Int(index)].charge
            if rows[Int(index)].isDueSoon { due += 1 }
        }
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
        for tag in tags { visit(tag) }
        visit(assignee)
        visit(payerNumber)
    }
}
