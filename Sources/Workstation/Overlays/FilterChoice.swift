import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// What the listed claims can be filtered by, with how many each would leave; typing narrows the choices down.
struct FilterChoice: Overlay {
    private let all: [Term]
    private var state = ListState()

    private struct Term: Hashable, Sendable {
        let term: String
        let label: String
        let claims: Int
    }

    init(_ list: Worklist) { all = FilterChoice.terms(of: list.shownRows) }

    private var shown: [Term] { all.filter { "\($0.term) \($0.label)".matches(filter: state.filter) } }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let shown = self.shown
        if let step = command?.step(inListOf: shown.count) {
            return .stay(state.move(step, count: shown.count) ? nil : ListState.limit(of: step))
        }
        switch command {
        case .back: return .close("Nothing changed.")
        case .backspace: state.backspace()
        case .clear: state = ListState()
        case .confirm:
            guard shown.indices.contains(state.selection) else {
                return .close("Nothing found; the filter is unchanged.")
            }
            return .request(.filter(shown[state.selection].term))
        case nil:
            guard case .character(let character) = key else { return .stay("Enter selects, Esc cancels.") }
            return .stay(state.type(CollectionOfOne(character)))
        default: return .stay("Enter selects, Esc cancels.")
        }
        return .stay()
    }

    mutating func paste(_ text: String) -> Reply { .stay(state.type(text)) }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let shown = self.shown
        let labels = shown.map { "\("\($0.claims)".aligned(to: 6))  \($0.term.padded(to: 22, gap: 1))\($0.label)" }
        frame.drawChoices(
            labels.isEmpty ? ["Nothing found."] : labels, selection: min(state.selection, max(0, labels.count - 1)),
            title: state.filter.isEmpty ? "Filter by" : "Filter by: \(state.filter)",
            text: "Also by typing: age>30, amount>500, dos:11/1-11/30, follow<12/1, number:…, comment:…, patient:….",
            message: message, view)
    }

    /// Every value that the claims have, the most frequent of each kind first.
    private static func terms(of rows: [WorklistRow]) -> [Term] {
        var counts: [String: [String: Int]] = [:]
        func count(_ subject: String, _ value: String) {
            if !value.isEmpty { counts[subject, default: [:]][value, default: 0] += 1 }
        }
        for row in rows {
            count("status", row.status.rawValue)
            count("payer", row.payer)
            count("biller", row.biller)
            for rule in row.problems { count("rule", rule) }
            for queue in row.queues { count("due", queue.rawValue) }
            for tag in row.tags { count("tag", tag) }
            for code in row.denialReasons { count("denial", code) }
            for code in row.procedures { count("cpt", code) }
            for state in FilterTerm.State.allCases where FilterTerm.state(state).holds(row) {
                count("is", state.rawValue)
            }
        }
        return ["is", "due", "status", "payer", "rule", "denial", "biller", "tag", "cpt"].flatMap { subject in
            (counts[subject] ?? [:]).sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map { value, claims in
                let quoted = value.contains(" ") ? "\"\(value)\"" : value
                let label =
                    subject == "rule"
                    ? Rule.named(value)?.fault : subject == "due" ? ClaimQueue(rawValue: value)?.title : nil
                return Term(term: "\(subject):\(quoted)", label: label ?? "", claims: claims)
            }
        }
    }
}
