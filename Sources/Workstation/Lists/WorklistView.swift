import ClaimModel
import ClaimRules

/// A way to look at the worklist, under a name: what is listed, in which order, with which columns.
public struct WorklistView: Codable, Hashable, Sendable {
    public let name: String
    let filter: String
    /// The name of a column; an unknown one is one that a later version had.
    var sort: String?
    var isReversed: Bool?
    var isGrouped: Bool?
    /// The names of the columns; `nil` for those of the window.
    var columns: [String]?

    init(
        _ name: String, filter: String, sort: WorklistColumn? = nil, isReversed: Bool? = nil, isGrouped: Bool? = nil
    ) {
        self.name = name
        self.filter = filter
        self.sort = sort?.rawValue
        self.isReversed = isReversed
        self.isGrouped = isGrouped
    }

    /// The list as it is.
    init(_ name: String, of list: Worklist) {
        self.init(
            name, filter: list.state.filter, sort: list.order.column, isReversed: list.order.isReversed,
            isGrouped: list.isGrouped)
        columns = list.columns?.map(\.rawValue)
    }

    /// Those that every office has.
    static func shipped(for person: SignedInPerson) -> [WorklistView] {
        [
            WorklistView("All claims", filter: ""),
            WorklistView("To fix, by problem", filter: "is:flagged", isGrouped: true),
            WorklistView("Due in 14 days", filter: "is:due", sort: .daysLeft),
            WorklistView("Ready to submit", filter: "status:ready", sort: .payer),
            WorklistView("Submitted, no decision yet", filter: "is:waiting", sort: .serviceDay),
            WorklistView("Denied", filter: "status:denied", sort: .payer),
            WorklistView("Follow-up due", filter: ClaimQueue.followUp.filter, sort: .followUp),
            WorklistView("No answer from the payer", filter: ClaimQueue.noAnswer.filter, sort: .serviceDay),
            WorklistView("Next payer to bill", filter: ClaimQueue.nextPayer.filter, sort: .payer),
            WorklistView("Patient to bill", filter: ClaimQueue.patient.filter, sort: .patient),
            WorklistView("Patient billed, balance open", filter: ClaimQueue.patientOpen.filter, sort: .patient),
            WorklistView("On hold", filter: "is:held"),
            WorklistView("Mine", filter: "biller:\"\(person.name)\""),
            WorklistView("Archived", filter: "is:archived"),
        ]
    }
}

extension Worklist {
    /// Lists the claims as a view says; a column that is gone is left out, and named.
    mutating func show(_ view: WorklistView) -> Outcome {
        let names = (view.columns ?? []) + [view.sort].compactMap(\.self)
        let unknown = names.filter { WorklistColumn(rawValue: $0) == nil }
        state = ListState(filter: String(view.filter.prefix(ListState.longest)))
        order =
            view.sort.flatMap { WorklistColumn(rawValue: $0) }
            .map { Order(column: $0, isReversed: view.isReversed ?? false) } ?? .changed
        isGrouped = view.isGrouped ?? false
        let known = view.columns?.compactMap { WorklistColumn(rawValue: $0) }
        columns = known?.isEmpty == true ? nil : known
        guard let first = unknown.first else { return .say("\(view.name).") }
        return .say("\(view.name). This version has no column \"\(first)\"; it is left out.")
    }

    func askViewName() -> Outcome {
        .open(Prompt("Save filter, order and columns as a view", [.init(label: "Name")], for: .view))
    }

    /// Saves the list as it is under a name, in place of a view of that name.
    func save(viewNamed name: String, _ view: DeskView) -> Outcome {
        let name = trimmed(name)
        guard !WorklistView.shipped(for: view.inputs.signedIn).contains(where: { $0.name == name }) else {
            return .say("There is a shipped view \(name). Choose another name.")
        }
        let others = view.inputs.views.filter { $0.name.folded != name.folded }
        guard others.count < Worklist.mostViews else { return .say("At most \(Worklist.mostViews) views are saved.") }
        return Outcome(
            effects: [.saveViews(others + [WorklistView(name, of: self)])],
            message: "View \(name) saved. \(view.key(.views)) lists it.")
    }

    func delete(viewNamed name: String, _ view: DeskView) -> Outcome {
        let others = view.inputs.views.filter { $0.name != name }
        return Outcome(effects: [.saveViews(others)], message: "View \(name) deleted.")
    }

    private static let mostViews = 50

    /// Adds a term to the filter, in place of one on the same thing.
    mutating func add(_ term: String) -> Outcome {
        let subject = term.prefix { $0 != ":" } + ":"
        let others = WorklistFilter.pieces(of: state.filter).filter { !$0.lowercased().hasPrefix(subject) }
        let filter = (others + [term]).joined(separator: " ")
        guard filter.count <= ListState.longest else {
            return .say("The filter is full: at most \(ListState.longest) characters.")
        }
        state = ListState(filter: filter)
        return .nothing
    }
}
