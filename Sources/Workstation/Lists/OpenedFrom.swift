import ClaimModel

/// The place of the list that a claim was opened from: the finding that it was listed under, and the claims below it.
struct OpenedFrom: Hashable, Sendable {
    let id: String
    /// The rule of the group; `nil` in a list that is not grouped.
    let rule: String?
    /// What comes next, the nearest first.
    private(set) var following: ArraySlice<String>

    /// So many are gone through before somebody looks at the list again.
    private static let most = 1_000

    init(_ id: String, under rule: String?, following: [String]) {
        self.id = id
        self.rule = rule
        self.following = following.prefix(OpenedFrom.most)
    }

    /// The claim after this one; `nil` behind the last.
    var next: OpenedFrom? {
        guard let id = following.first else { return nil }
        var next = OpenedFrom(id, under: rule, following: [])
        next.following = following.dropFirst()
        return next
    }
}

extension Worklist {
    /// Opens a claim, at the finding that it is listed under.
    mutating func open(_ row: WorklistRow) -> Outcome {
        let title = title(of: state.selection)?.title
        opened = OpenedFrom(row.id, under: title?.rule, following: following(state.selection, in: title))
        return Outcome(effects: [.open(id: row.id)])
    }

    /// The claims below a line, in its group or in the list.
    private func following(_ place: Int, in title: WorklistLines.Title?) -> [String] {
        var ids: [String] = []
        for place in (place + 1)..<max(place + 1, min(lineCount, place + 1_001)) {
            guard case .claim(let row) = line(place) else { break }
            ids.append(row.id)
        }
        return ids
    }

    /// The next claim that nobody else works on, from the cursor on.
    mutating func openNext(_ view: DeskView) -> Outcome {
        if let stillReading { return stillReading }
        let places = Array(min(state.selection, lineCount)..<lineCount) + Array(0..<min(state.selection, lineCount))
        var ids: [String] = []
        for place in places where ids.count < Worklist.mostTried {
            guard let row = line(place)?.claim, row.isWorkable, !ids.contains(row.id),
                row.assignee.isEmpty || row.assignee == view.inputs.signedIn.name
            else { continue }
            ids.append(row.id)
        }
        guard !ids.isEmpty else { return .say("No listed claim is free to work on.") }
        opened = nil
        return Outcome(effects: [.openNext(among: ids)])
    }

    private static let mostTried = 200
}

extension WorklistRow {
    /// Whether there is work to do on it at the desk.
    fileprivate var isWorkable: Bool {
        switch status {
        case .draft, .flagged, .clean, .rejected, .denied, .partlyPaid, .reversed: true
        case .ready, .submitted, .accepted, .pending, .paid, .nothingDue, .appealed, .voidAccepted, .voided,
            .writtenOff,
            .held, .deleted:
            false
        }
    }
}
