import ClaimModel

/// The rows of the worklist with what filtering, sorting and grouping them takes, kept between keys.
///
/// `show` does the least that brings the lines up to date: a letter added to the filter reads only the rows that were left.
/// `take` moves a changed row to its place in all that is kept, and looks at no other.
struct WorklistIndex: Sendable {
    private(set) var rows: [WorklistRow] = []
    private(set) var lines = WorklistLines()
    private(set) var sums = WorklistSums()
    /// The claims that the filter leaves, in order.
    private var shown: [Int32] = []
    private var texts = FoldedTexts()
    private var facets = RowFacets()
    private var figures: [RowFigures] = []
    private var places: [String: Int32] = [:]
    private var byAccount: [Int32] = []
    private var sorted: [Int32] = []
    /// What the order and the lines answer; `nil` where they have to be made.
    private var order: Worklist.Order?
    private var made: Wanted?

    struct Wanted: Hashable {
        var filter: String
        var order: Worklist.Order
        var isGrouped: Bool
        var folded: Set<String> = []
        var today: Day

        fileprivate var read: WorklistFilter { WorklistFilter(filter, on: today) }
    }

    init(_ rows: [WorklistRow] = []) {
        self.rows = rows
        texts.reserve(rows.count)
        facets.reserve(rows.count)
        figures.reserveCapacity(rows.count)
        places.reserveCapacity(rows.count)
        for (index, row) in rows.enumerated() {
            texts.append(row)
            facets.append(row)
            figures.append(RowFigures(row))
            places[row.id] = Int32(index)
        }
        byAccount = Worklist.Order.account.sorted(rows, figures, rows.indices.map { Int32($0) })
    }
}

/// What is shown.
extension WorklistIndex {
    /// How many claims the filter leaves, each counted once.
    var shownCount: Int { shown.count }

    /// The same claims, in order, by their places in `rows`.
    var shownPlaces: [Int] { shown.map { Int($0) } }

    /// Of the claims with these ids those that are shown, in order, by their places in `rows`.
    func shownPlaces(among ids: Set<String>) -> [Int] {
        var isMeant = Array(repeating: false, count: rows.count)
        for id in ids {
            if let place = places[id] { isMeant[Int(place)] = true }
        }
        return shown.filter { isMeant[Int($0)] }.map { Int($0) }
    }

    func row(_ id: String) -> WorklistRow? { places[id].map { rows[Int($0)] } }

    /// What the claims that are shown have in common, with how many have it.
    var shownCounts: [(value: RowFacets.Value, claims: Int)] { facets.counts(of: shown) }

    /// Whether a line is a claim that is flagged.
    func isFlagged(_ line: Int) -> Bool {
        if case .row(let row) = lines[line] { figures[row].isFlagged } else { false }
    }

    /// The line of a claim; of several the nearest to a place, of two at one distance the one before.
    func line(of id: String, near place: Int) -> Int? {
        guard let row = places[id], let order else { return nil }
        let found = lines.lines(of: groups(of: row)) { rows in
            let place = order.place(of: row, among: rows, in: self.rows, figures)
            return place < rows.count && rows[place] == row ? place : nil
        }
        return found.min { (abs($0 - place), $0) < (abs($1 - place), $1) }
    }

    /// The titles that a claim is listed under.
    private func groups(of row: Int32) -> Set<String> {
        let problems = rows[Int(row)].toFix
        return problems.isEmpty ? [""] : Set(problems)
    }

    /// Brings the lines up to date.
    mutating func show(_ wanted: Wanted) {
        guard wanted != made else { return }
        let isSorted = order == wanted.order
        if !isSorted { (sorted, order) = (wanted.order.sorted(rows, figures, byAccount), wanted.order) }
        let isFiltered = made?.filter == wanted.filter && !isOfAnotherDay(wanted)
        if !isFiltered {
            filter(wanted, isSorted: isSorted)
        } else if !isSorted {
            var isShown = Array(repeating: false, count: rows.count)
            for row in shown { isShown[Int(row)] = true }
            shown = sorted.filter { isShown[Int($0)] }
        }
        if isFiltered, isSorted, wanted.isGrouped, made?.isGrouped == true {
            lines.fold(wanted.folded)
        } else {
            lines = wanted.isGrouped ? grouped(wanted.folded) : WorklistLines(shown)
        }
        made = wanted
    }

    private func isOfAnotherDay(_ wanted: Wanted) -> Bool {
        made?.today != wanted.today && !wanted.read.terms.isEmpty
    }

    private func grouped(_ folded: Set<String>) -> WorklistLines {
        let (problems, rest) = facets.grouped(shown) { figures[Int($0)].restsWithPayer }
        return WorklistLines(problems, rest: rest, folded: folded)
    }

    private mutating func filter(_ wanted: Wanted, isSorted: Bool) {
        let filter = wanted.read
        let rest: [Int32]
        if isSorted, let made, made.today == wanted.today, filter.narrows(made.read) {
            rest = shown
        } else {
            rest = filter.wantsPutAway ? sorted : sorted.filter { !figures[Int($0)].isPutAway }
        }
        let having = texts.rows(rest, having: filter.folded)
        shown = filter.terms.reduce(having) { $1.rows($0, of: rows, figures, facets) }
        sums = WorklistSums()
        for row in shown { sums.add(figures[Int(row)]) }
    }
}

/// Rows that change.
extension WorklistIndex {
    /// Takes rows that have changed, and new ones.
    mutating func take(_ changed: [WorklistRow]) {
        // Many are taken all at once: moving each of them would take longer.
        guard let order, changed.count <= rows.count / 16 else { return self = WorklistIndex(merged(changed)) }
        let filter = made?.read
        for row in changed {
            if let known = places[row.id] {
                remove(known, order)
                rows[Int(known)] = row
                figures[Int(known)] = RowFigures(row)
                texts.replace(Int(known), with: row)
                facets.replace(Int(known), with: row)
                insert(known, order, filter)
            } else {
                let new = Int32(rows.count)
                rows.append(row)
                figures.append(RowFigures(row))
                texts.append(row)
                facets.append(row)
                places[row.id] = new
                insert(new, order, filter)
            }
        }
        lines.layOut()
    }

    private func merged(_ changed: [WorklistRow]) -> [WorklistRow] {
        var merged = rows
        for row in changed {
            if let index = places[row.id] { merged[Int(index)] = row } else { merged.append(row) }
        }
        return merged
    }

    private mutating func remove(_ row: Int32, _ order: Worklist.Order) {
        byAccount.remove(at: Worklist.Order.account.place(of: row, among: byAccount, in: rows, figures))
        sorted.remove(at: order.place(of: row, among: sorted, in: rows, figures))
        let place = order.place(of: row, among: shown, in: rows, figures)
        guard place < shown.count, shown[place] == row else { return }
        sums.remove(figures[Int(row)])
        let (all, numbers) = (rows, figures)
        lines.remove(from: groups(of: row)) { order.place(of: row, among: $0, in: all, numbers) }
        shown.remove(at: place)
    }

    private mutating func insert(_ row: Int32, _ order: Worklist.Order, _ filter: WorklistFilter?) {
        byAccount.insert(row, at: Worklist.Order.account.place(of: row, among: byAccount, in: rows, figures))
        sorted.insert(row, at: order.place(of: row, among: sorted, in: rows, figures))
        guard let filter, filter.wantsPutAway || !figures[Int(row)].isPutAway, filter.holds(rows[Int(row)]),
            !texts.rows([row], having: filter.folded).isEmpty
        else { return }
        let (all, numbers) = (rows, figures)
        sums.add(figures[Int(row)])
        lines.insert(row, into: groups(of: row)) { order.place(of: row, among: $0, in: all, numbers) }
        shown.insert(row, at: order.place(of: row, among: shown, in: rows, figures))
    }
}

/// What the claims that are listed come to.
struct WorklistSums: Hashable, Sendable {
    /// In cents.
    private(set) var charges = 0
    /// Those that have to be filed within two weeks.
    private(set) var due = 0

    fileprivate mutating func add(_ row: RowFigures) {
        charges += row.charge
        due += row.isDueSoon ? 1 : 0
    }

    fileprivate mutating func remove(_ row: RowFigures) {
        charges -= row.charge
        due -= row.isDueSoon ? 1 : 0
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
