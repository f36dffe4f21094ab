import ClaimModel
import ClaimRules

/// The first screen: every claim, what it waits for, and how long it may.
struct Worklist: Sendable {
    private var index = WorklistIndex()
    var state = ListState()
    var order = Order.changed
    /// Claims under the problem that they share.
    var isGrouped = false
    /// The groups whose claims do not show; at first those with nothing to fix.
    var folded: Set<String> = [""]
    /// The columns that were chosen; `nil` for those of the window.
    var columns: [WorklistColumn]?
    /// The day that filters count from.
    private(set) var today = Day(number: 0)
    /// The claim that was left last: the cursor comes to it once it is listed.
    var left: String?
    /// What was done here, the last act last: what undo takes back.
    var done: [UndoableAct] = []
    /// Whether only the first of the claims are listed so far.
    private(set) var isPartial = false
    /// Why what concerns all claims has to wait; `nil` where it need not.
    var stillReading: Outcome? {
        isPartial ? .say("The other claims are still being read. Try again in a moment.") : nil
    }
    /// The claims that are marked, by their ids.
    var marked: Set<String> = []
    /// Where the last mark was set.
    var lastMark: String?
    /// The report that was asked for last: one that comes later is not shown.
    var awaitedReport: OfficeReport?
    /// What is asked of several claims; and what was asked last, which is offered first.
    var bulk: BulkQuestion?
    var lastBulk: BulkItem?
    /// Why the claim that is open was opened, and what comes after it.
    var opened: OpenedFrom?
    /// The claims that are to be printed, once the person has said how.
    var printed: [String] = []
    /// What was changed in the reference files, for undo.
    var references = ReferenceHistory()

    /// Every claim, also those that the filter leaves out.
    var rows: [WorklistRow] { index.rows }

    /// How many claims the filter leaves, each counted once however many groups it is in.
    var shownCount: Int { index.shownCount }

    /// The claims that the filter leaves, each once, in the order of the list, as places in `rows`.
    var shownPlaces: [Int] { index.shownPlaces }

    /// Of the marked claims those that are listed, in the order of the list, as places in `rows`.
    var markedPlaces: [Int] { marked.isEmpty ? [] : index.shownPlaces(among: marked) }

    /// What the listed claims have in common, with how many have it.
    var shownCounts: [(value: RowFacets.Value, claims: Int)] { index.shownCounts }

    /// A claim, listed or not.
    func row(_ id: String) -> WorklistRow? { index.row(id) }

    /// The first line of a claim.
    func firstLine(of id: String) -> Int? { index.line(of: id, near: 0) }

    /// Whether a line is a claim that is flagged.
    func isFlagged(_ line: Int) -> Bool { index.isFlagged(line) }

    /// What those claims come to.
    var sums: WorklistSums { index.sums }

    /// How many lines the list has.
    var lineCount: Int { index.lines.count }

    /// One line of the list: a group's title, or a claim.
    enum Line: Hashable {
        case title(WorklistLines.Title)
        case claim(WorklistRow)

        var claim: WorklistRow? {
            if case .claim(let row) = self { row } else { nil }
        }
    }

    /// A line of the list; `nil` beyond its end.
    func line(_ place: Int) -> Line? {
        guard (0..<lineCount).contains(place) else { return nil }
        switch index.lines[place] {
        case .title(let title): return .title(title)
        case .row(let row): return .claim(rows[row])
        }
    }

    /// The claim that has the cursor.
    var chosen: WorklistRow? { chosenPlace.map { rows[$0] } }

    /// The same as a place in `rows`.
    var chosenPlace: Int? {
        guard (0..<lineCount).contains(state.selection), case .row(let place) = index.lines[state.selection]
        else { return nil }
        return place
    }

    /// The title that a line is under, or is, and where it is; `nil` in a list that is not grouped.
    func title(of place: Int) -> (title: WorklistLines.Title, place: Int)? {
        (0..<lineCount).contains(place) ? index.lines.title(of: place) : nil
    }

    /// Brings the lines up to date with filter, order and grouping; keys that only type need none.
    mutating func refresh() {
        index.show(
            WorklistIndex.Wanted(
                filter: state.filter, order: order, isGrouped: isGrouped, folded: folded, today: today))
    }

    mutating func refresh(_ inputs: Inputs) { refresh(on: inputs.today) }

    mutating func refresh(on today: Day) {
        self.today = today
        refresh()
    }

    /// Takes what the store has now: the filter stays, and the cursor stays on its claim, or comes to the one just left.
    mutating func take(_ rows: ListedRows) {
        keepingPlace { $0 = rows.index }
        isPartial = rows.isPartial
    }

    /// Takes the claims that have changed in the store, and new ones.
    mutating func take(changed rows: [WorklistRow]) { keepingPlace { $0.take(rows) } }

    /// Shows every claim; the cursor stays on its claim.
    mutating func clearFilter() {
        refresh()
        let before = line(state.selection)
        state = ListState()
        refresh()
        if let before, let place = nearest(to: 0, to: before) { state.selection = place }
    }

    private mutating func keepingPlace(_ change: (inout WorklistIndex) -> Void) {
        refresh()
        let (place, before) = (state.selection, line(state.selection))
        change(&index)
        refresh()
        defer { left = nil }
        if let left, let row = index.line(of: left, near: place) {
            state.selection = row
        } else if let before {
            state.selection = nearest(to: place, to: before) ?? place
        }
    }

    /// The same claim, whatever has become of it, or the same title; grouped, a claim is listed under each of its rules.
    private func nearest(to place: Int, to line: Line) -> Int? {
        switch line {
        case .claim(let row): index.line(of: row.id, near: place)
        case .title(let title): index.lines.line(ofTitle: title.name)
        }
    }
}
