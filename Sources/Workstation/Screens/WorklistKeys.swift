import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the worklist: printable characters filter, function keys act on the chosen claim.
extension Worklist {
    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        let lines = lines(today: view.inputs.today)
        state.selection = min(state.selection, max(0, lines.count - 1))
        if let step = command?.step(inListOf: lines.count) { return move(step, lines, view) }
        switch command {
        case nil:
            guard case .character(let character) = key else { return view.nothingHere(key) }
            state.type(character)
        case .backspace: state.backspace()
        case .clear: state = ListState()
        case .nextLine: return Outcome(effects: [.create(copyOf: nil)])
        case .same: return sortByNextColumn()
        case .group:
            isGrouped.toggle()
            state.selection = 0
        case .nextFinding: return selectFlagged(1, lines)
        case .previousFinding: return selectFlagged(-1, lines)
        case .undo: return undelete()
        case .explain: return .open(.pager(view.keyList(in: .worklist)))
        case .goToScreen: return .open(.screenNumber(ScreenNumber()))
        case .save: return .say("Every claim is already saved.")
        case .submissions: return .go(.submissions)
        case .submit: return Outcome(effects: [.offerSending])
        case .back: return leave()
        case .leave: return .say("Esc asks whether to quit; then \(view.key(.leave)) quits.")
        case let command?: return press(command, on: chosen(of: lines), view)
        }
        return .nothing
    }

    private func chosen(of lines: [Line]) -> WorklistRow? {
        lines.indices.contains(state.selection) ? lines[state.selection].claim : nil
    }

    /// Commands that need a claim.
    private mutating func press(_ command: Command, on chosen: WorklistRow?, _ view: DeskView) -> Outcome {
        guard let chosen else { return .say("No claim is selected. \(view.key(.nextLine)) starts a new one.") }
        switch command {
        case .confirm where chosen.status == .deleted:
            return .say("This claim is deleted. \(view.key(.deleteLine)) restores it.")
        case .confirm: return Outcome(effects: [.open(id: chosen.id)])
        case .duplicate: return Outcome(effects: [.create(copyOf: chosen.id)])
        case .secondary: return Outcome(effects: [.createSecondary(after: chosen.id)])
        case .deleteLine: return deleteOrRestore(chosen, view)
        case .takeFix where chosen.status == .held:
            return Outcome(effects: [.hold(id: chosen.id, reason: nil), .list])
        case .takeFix:
            return .open(
                .prompt(Prompt("Hold \(chosen.account)", [.init(label: "Reason")], for: .hold(id: chosen.id))))
        case .overrideWarning:
            return .open(
                .prompt(
                    Prompt(
                        "Comment on \(chosen.account)",
                        [.init(label: "Comment", text: chosen.comment, mayBeEmpty: true)],
                        for: .comment(id: chosen.id))))
        default: return .say("Open the claim first: Enter.")
        }
    }

    /// What is ready, or with the payer, is deleted only after a question.
    private mutating func deleteOrRestore(_ row: WorklistRow, _ view: DeskView) -> Outcome {
        switch row.status {
        case .deleted:
            deleted.removeAll { $0 == row.id }
            return Outcome(effects: [.restore(id: row.id), .list], message: "\(row.account) restored.")
        case .draft, .flagged, .clean, .held, .rejected, .voided: return delete(row, view)
        case .ready, .submitted, .accepted, .pending, .denied, .paid, .partlyPaid, .appealed:
            return .open(.confirm(.delete(row)))
        }
    }

    private mutating func delete(_ row: WorklistRow, _ view: DeskView) -> Outcome {
        deleted.append(row.id)
        return Outcome(
            effects: [.delete(id: row.id), .list],
            message: "\(row.account) deleted. \(view.key(.undo)) restores it; type del to list deleted claims.")
    }

    private mutating func undelete() -> Outcome {
        guard let id = deleted.popLast() else { return .say("Nothing to undo: no claim was deleted here.") }
        left = id
        let name = rows.first { $0.id == id }?.account ?? "The claim"
        return Outcome(effects: [.restore(id: id), .list], message: "Undone: \(name) restored.")
    }

    /// What was asked for over the list.
    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        switch request {
        case .comment(let id, let text): return Outcome(effects: [.comment(id: id, text: text), .list])
        case .hold(let id, let reason): return Outcome(effects: [.hold(id: id, reason: reason), .list])
        case .delete(let row): return delete(row, view)
        case .submit(let file, let claims):
            return Outcome(effects: [.send(to: file)], message: "Submitting \(counted(claims, "claim")) …")
        default: return .nothing
        }
    }

    /// Whether the command does something now.
    func applies(_ command: Command, _ view: DeskView) -> Bool {
        switch command {
        case .undo: !deleted.isEmpty
        case .leave: false
        case .duplicate, .deleteLine, .takeFix, .overrideWarning, .secondary:
            chosen(of: lines(today: view.inputs.today)) != nil
        default: true
        }
    }

    private mutating func move(_ step: Int, _ lines: [Line], _ view: DeskView) -> Outcome {
        if lines.isEmpty { return .say("The list is empty. \(view.key(.nextLine)) starts a new claim.") }
        if state.move(step, count: lines.count) { return .nothing }
        return .say(ListState.limit(of: step))
    }

    private mutating func sortByNextColumn() -> Outcome {
        let all = Order.allCases
        let index = (all.firstIndex(of: order) ?? 0) + 1
        order = all[index % all.count]
        state.selection = 0
        return .say("Sorted by \(order.rawValue).")
    }

    private mutating func selectFlagged(_ step: Int, _ lines: [Line]) -> Outcome {
        let flagged = lines.indices.filter { lines[$0].claim?.isFlagged == true }
        let here = state.selection
        let next =
            step > 0
            ? flagged.first { $0 > here } ?? flagged.first : flagged.last { $0 < here } ?? flagged.last
        guard let next else { return .say("No claim is flagged.") }
        state.selection = next
        return .nothing
    }

    private mutating func leave() -> Outcome {
        guard state.filter.isEmpty else {
            state = ListState()
            return .nothing
        }
        return .open(.confirm(.leave))
    }
}
