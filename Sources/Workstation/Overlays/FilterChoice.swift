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

    init(_ list: Worklist) { all = FilterChoice.terms(of: list.shownCounts) }

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
    private static func terms(of counts: [(value: RowFacets.Value, claims: Int)]) -> [Term] {
        let facets: [(RowFacets.Facet, String)] = [
            (.state, "is"), (.queue, "due"), (.status, "status"), (.payer, "payer"), (.problem, "rule"),
            (.denial, "denial"), (.biller, "biller"), (.tag, "tag"), (.code, "cpt"),
        ]
        return facets.flatMap { facet, subject in
            counts.filter { $0.value.facet == facet }
                .sorted { ($1.claims, $0.value.text) < ($0.claims, $1.value.text) }
                .map { counted in
                    let text = counted.value.text
                    let quoted = text.contains(" ") ? "\"\(text)\"" : text
                    return Term(term: "\(subject):\(quoted)", label: label(of: counted.value), claims: counted.claims)
                }
        }
    }

    private static func label(of value: RowFacets.Value) -> String {
        switch value.facet {
        case .problem: Rule.named(value.text)?.fault ?? ""
        case .queue: ClaimQueue(rawValue: value.text)?.title ?? ""
        default: ""
        }
    }
}
