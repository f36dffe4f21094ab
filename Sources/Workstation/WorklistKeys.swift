import ClaimModel
import ClaimRules
import TerminalKit

/// Keys on the worklist: printable characters filter, function keys act on the chosen claim.
extension Workstation {
    mutating func pressInWorklist(_ key: Key, _ command: Command?) -> [Effect] {
        let lines = worklist.lines(today: desk.today)
        let selection = min(worklist.state.selection, max(0, lines.count - 1))
        worklist.state.selection = selection
        let chosen = lines.isEmpty ? nil : lines[selection].claim
        guard let command else {
            if case .character(let character) = key {
                worklist.state.type(character)
                return []
            }
            return say("\(key.name) does nothing here. \(keyName(.explain)) lists the keys.")
        }
        switch command {
        case .up, .previousField: return moveInWorklist(-1, lines)
        case .down, .nextField: return moveInWorklist(1, lines)
        case .previousScreen: return moveInWorklist(-10, lines)
        case .nextScreen: return moveInWorklist(10, lines)
        case .home: return moveInWorklist(-lines.count, lines)
        case .end: return moveInWorklist(lines.count, lines)
        case .backspace: worklist.state.backspace()
        case .clear: worklist.state = ListState()
        case .nextLine: return [.create(copyOf: nil)]
        case .same: nextOrder()
        case .group:
            worklist.isGrouped.toggle()
            worklist.state.selection = 0
        case .nextFinding: return selectFlagged(1, lines)
        case .previousFinding: return selectFlagged(-1, lines)
        case .explain: showKeys()
        case .goToScreen: dialog = .screenNumber
        case .save: message = "Every claim is saved already."
        case .batches: return showBatches()
        case .send: return [.offerSending]
        case .back: return leaveWorklist()
        default: return press(command, on: chosen)
        }
        return []
    }

    /// Commands that need a claim.
    private mutating func press(_ command: Command, on chosen: WorklistRow?) -> [Effect] {
        guard let chosen else { return say("No claim is chosen here. \(keyName(.nextLine)) opens a new one.") }
        switch command {
        case .confirm:
            if chosen.status == .deleted {
                return say("This claim is deleted. \(keyName(.deleteLine)) brings it back.")
            }
            return [.open(id: chosen.id)]
        case .duplicate: return [.create(copyOf: chosen.id)]
        case .secondary: return [.createSecondary(after: chosen.id)]
        case .deleteLine:
            return chosen.status == .deleted ? [.restore(id: chosen.id), .list] : deleteClaim(chosen)
        case .takeFix: return holdOrRelease(chosen)
        case .overrideWarning:
            dialog = .prompt(
                Prompt(
                    title: "Comment on \(chosen.account)",
                    questions: [.init(label: "Comment", text: chosen.comment, mayBeEmpty: true)],
                    purpose: .comment(id: chosen.id)))
            return []
        default: return say("Open the claim first: Enter.")
        }
    }

    private mutating func deleteClaim(_ row: WorklistRow) -> [Effect] {
        message =
            "\(row.account) is deleted. Type del to see deleted claims; \(keyName(.deleteLine)) there brings one back."
        return [.delete(id: row.id), .list]
    }

    private mutating func holdOrRelease(_ row: WorklistRow) -> [Effect] {
        guard row.status != .held else { return [.hold(id: row.id, reason: nil), .list] }
        dialog = .prompt(
            Prompt(
                title: "Hold \(row.account)", questions: [.init(label: "Reason")], purpose: .hold(id: row.id)))
        return []
    }

    private mutating func moveInWorklist(_ step: Int, _ lines: [Worklist.Line]) -> [Effect] {
        if lines.isEmpty { return say("The list is empty. \(keyName(.nextLine)) opens a new claim.") }
        guard worklist.state.move(step, count: lines.count) else {
            return say(step < 0 ? "This is the first line." : "This is the last line.")
        }
        return []
    }

    private mutating func nextOrder() {
        let all = Worklist.Order.allCases
        let index = (all.firstIndex(of: worklist.order) ?? 0) + 1
        worklist.order = all[index % all.count]
        worklist.state.selection = 0
        message = "Sorted by \(worklist.order.rawValue)."
    }

    private mutating func selectFlagged(_ step: Int, _ lines: [Worklist.Line]) -> [Effect] {
        let flagged = lines.indices.filter { lines[$0].claim?.isFlagged == true }
        let here = worklist.state.selection
        let next =
            step > 0
            ? flagged.first { $0 > here } ?? flagged.first : flagged.last { $0 < here } ?? flagged.last
        guard let next else { return say("No claim is flagged.") }
        worklist.state.selection = next
        return []
    }

    private mutating func leaveWorklist() -> [Effect] {
        if !worklist.state.filter.isEmpty {
            worklist.state = ListState()
            return []
        }
        dialog = .confirm(.leave)
        return []
    }
}
