public import ClaimModel
import TerminalKit
import TextKit

/// What a payer's eligibility answer (271) would change in the reference files.
public struct EligibilityOffer: Hashable, Sendable {
    /// What was taken and what was not, a sentence each.
    public let messages: [String]
    /// Empty where nothing would change.
    public let change: ReferenceChange

    public init(messages: [String], change: ReferenceChange) {
        self.messages = messages
        self.change = change
    }
}

/// An eligibility answer before it is taken: whose coverages change and how, and what is left.
struct EligibilityReview: Overlay, Hashable, Sendable {
    private let change: ReferenceChange
    private var pager: Pager

    /// - Parameter patient: whose coverages are listed; `nil` for everybody's.
    init(_ offer: EligibilityOffer, of patient: ReferenceEntry?, columns: Int) {
        change = offer.change
        let others = change.steps.compactMap(\.after).filter { patient != nil && $0.owner != patient?.identity }
        let note = others.isEmpty ? [] : ["! Another patient than \(patient?.label ?? "")."]
        let changes = change.steps.flatMap { [""] + $0.lines }
        pager = Pager(
            .explanation, title: "Eligibility answer (271): nothing is changed yet",
            lines: note + offer.messages + changes, columns: columns)
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch command {
        case .nextLine where !change.isEmpty:
            return .request(
                .changeReferences(change, saying: "\(counted(change.steps.count, "coverage")) updated."))
        case .back, .confirm: return .close("Nothing changed.")
        case .up, .down, .previousScreen, .nextScreen, .home, .end: return pager.press(key, command, view)
        default:
            return .stay(
                change.isEmpty
                    ? "Arrows and PgDn scroll, Esc closes."
                    : "\(view.key(.nextLine)) updates the coverages, Esc changes nothing.")
        }
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        pager.draw(on: &frame, message: message, view)
        let update: [(Command, String)] = change.isEmpty ? [] : [(.nextLine, "Update")]
        frame.drawFooter(
            Footer(update + [(.nextScreen, "Next page"), (.back, change.isEmpty ? "Back" : "Cancel")]), view)
    }
}

extension ReferenceChange.Step {
    /// Whom or what it is about, and every text that changes with what it was.
    fileprivate var lines: [String] {
        guard let entry = after ?? before else { return [] }
        let fields = entry.kind.fields.filter { before?.text(of: $0) != after?.text(of: $0) }
        return [entry.label]
            + fields.map { field in
                let (old, new) = (before?.text(of: field) ?? "", after?.text(of: field) ?? "")
                return "  \(field.fullLabel.padded(to: 32, gap: 1))\(new.padded(to: 16, gap: 1))was "
                    + (old.isEmpty ? "blank" : old)
            }
    }
}
