import ClaimModel
import ClaimRules

/// The first screen: every claim, what it waits for, and how long it may.
struct Worklist: Sendable {
    var rows: [WorklistRow] = []
    var state = ListState()
    var order = Order.changed
    /// Claims under the finding that they share.
    var isGrouped = false
    /// The claim that was left last: the cursor comes to it once it is listed.
    var left: String?
    /// The claims deleted here, the last one last: what undo brings back.
    var deleted: [String] = []

    enum Order: String, CaseIterable, Hashable, Sendable {
        case changed = "last edit"
        case status, patient
        case serviceDay = "DOS"
        case payer
        case daysLeft = "days to file"
        case errors
    }

    /// One line of the list: a group's title, or a claim.
    enum Line: Hashable {
        case title(String)
        case claim(WorklistRow)

        var claim: WorklistRow? {
            if case .claim(let row) = self { row } else { nil }
        }

        /// The same claim, whatever has become of it, or the same title.
        fileprivate func isSame(as other: Line) -> Bool {
            if let id = claim?.id { id == other.claim?.id } else { self == other }
        }
    }

    /// The lines that the filter leaves, in the chosen order. Deleted claims show only to who asks for them.
    func lines(today: Day) -> [Line] {
        let kept = rows.filter { row in
            if row.status == .deleted, !state.filter.lowercased().hasPrefix("del") { return false }
            return state.filter.isEmpty || row.text(today: today).matches(filter: state.filter)
        }
        let sorted = kept.sorted { isBefore($0, $1) }
        guard isGrouped else { return sorted.map { .claim($0) } }
        let rules = Set(sorted.flatMap(\.rules)).sorted()
        let groups = rules.flatMap { rule -> [Line] in
            let title = Rule.named(rule)?.heading ?? rule
            return [.title(title)] + sorted.filter { $0.rules.contains(rule) }.map { .claim($0) }
        }
        let clean = sorted.filter(\.rules.isEmpty)
        return groups + (clean.isEmpty ? [] : [.title("No findings")] + clean.map { .claim($0) })
    }

    /// Takes what the store has now: the filter stays, and the cursor stays on its claim, or comes to the one just left.
    mutating func take(_ rows: [WorklistRow], today: Day) {
        let before = lines(today: today)
        let place = state.selection
        self.rows = rows
        let now = lines(today: today)
        defer { left = nil }
        if let left, let row = now.firstIndex(where: { $0.claim?.id == left }) {
            if !now.indices.contains(place) || now[place].claim?.id != left { state.selection = row }
            return
        }
        guard before.indices.contains(place) else { return }
        // Grouped, a claim is listed under each of its rules.
        let places = now.indices.filter { now[$0].isSame(as: before[place]) }
        state.selection = places.min { abs($0 - place) < abs($1 - place) } ?? place
    }

    private func isBefore(_ left: WorklistRow, _ right: WorklistRow) -> Bool {
        switch order {
        case .changed: (right.changedOn, left.account) < (left.changedOn, right.account)
        case .status: (left.status.rawValue, left.account) < (right.status.rawValue, right.account)
        case .patient: (left.patient, left.account) < (right.patient, right.account)
        case .serviceDay:
            (left.serviceDay?.number ?? .max, left.account) < (right.serviceDay?.number ?? .max, right.account)
        case .payer: (left.payer, left.account) < (right.payer, right.account)
        case .daysLeft: (left.daysLeft ?? .max, left.account) < (right.daysLeft ?? .max, right.account)
        case .errors: (right.errors, right.warnings, left.account) < (left.errors, left.warnings, right.account)
        }
    }
}

extension WorklistRow {
    func text(today: Day) -> String {
        [
            status.rawValue, patient, serviceDay?.description ?? "", payer, account, heldBy, comment,
            rules.joined(separator: " "),
        ].joined(separator: " ")
    }

    /// Whether somebody has to fix it before it can be submitted.
    var isFlagged: Bool { [.flagged, .rejected].contains(status) }
}
