import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// What can be done with the marked claims.
struct BulkChoice: Overlay, Hashable, Sendable {
    private let claims: Int
    private let listed: Int
    private let items: [BulkItem]
    private var selection: Int

    /// - Parameters:
    ///   - claims: those that are meant.
    ///   - listed: how many are listed.
    ///   - last: what was chosen last.
    init(claims: Int, listed: Int, hasMarks: Bool, selecting last: BulkItem?) {
        self.claims = claims
        self.listed = listed
        items = BulkItem.allCases.filter { item in
            switch item {
            case .markAll: true
            case .markRange, .clearMarks: hasMarks
            default: claims > 0
            }
        }
        selection = hasMarks ? items.firstIndex(of: last ?? .hold) ?? 0 : 0
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: items.count) }
        return .request(.bulk(.choose(items[selection])))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            items.map { $0.label(claims, listed: listed) }, selection: selection, title: "Marked claims",
            text: "What would be done is shown first. One undo takes it back.", message: message, view)
    }
}

/// The rule whose fix is applied, or whose warning is overridden.
struct BulkRuleChoice: Overlay {
    private let item: BulkItem
    private let rules: [(id: String, claims: Int)]
    private var selection = 0

    init(_ item: BulkItem, _ rules: [(id: String, claims: Int)]) {
        self.item = item
        self.rules = rules
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else { return choose(command, &selection, of: rules.count) }
        return .request(.bulk(.rule(rules[selection].id)))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            rules.map { "\(Rule.named($0.id)?.heading ?? $0.id)  (\(counted($0.claims, "claim")))" },
            selection: selection,
            title: item == .fix ? "Fix which finding?" : "Override which warning?",
            text: item == .fix
                ? "Only fixes that decide nothing: formats and figures. A diagnosis or procedure is never changed."
                : "Only warnings that the office allows on several claims; each claim keeps the reason and the name.",
            message: message, view)
    }
}

/// What an act on several claims would do, or has done, claim by claim.
struct BulkReview: Overlay, Hashable, Sendable {
    private let act: BulkAct
    private let isDone: Bool
    private var pager: Pager
    private let count: Int

    /// - Parameter patients: by the ids of their claims.
    init(_ act: BulkAct, _ lines: [BulkLine], of patients: [String: String], isDone: Bool, columns: Int) {
        self.act = act
        self.isDone = isDone
        count = lines.count(where: \.isDone)
        let others = lines.count - count
        let head =
            isDone
            ? "\(counted(count, "claim")) done, \(others) not."
            : "\(counted(count, "claim")) will be changed, \(others) not."
        let texts = (lines.filter(\.isDone) + lines.filter { !$0.isDone }).map { line in
            let name = line.account.isEmpty ? "(no account)" : line.account
            let patient = (patients[line.id] ?? "").clipped(to: 24).padded(to: 24)
            return "\(line.isDone ? " " : "-") \(name.padded(to: 12, gap: 1))\(patient)  \(line.text)"
        }
        pager = Pager(.explanation, title: act.title, lines: [head, ""] + texts, columns: columns)
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch command {
        case .back: return .close(isDone ? nil : "Nothing changed.")
        case .confirm where isDone: return .close()
        case .confirm:
            return count == 0 ? .close("Nothing changed: no claim allows it.") : .request(.bulk(.carryOut(act)))
        default: return pager.press(key, command, view)
        }
    }

    func noticeRow(_ parts: FrameParts) -> Int { pager.noticeRow(parts) }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let question = isDone || count == 0 ? nil : "Enter carries it out on \(counted(count, "claim")). Esc cancels."
        pager.draw(on: &frame, message: message ?? question, view)
        let undo = "\(view.key(.undo)) on the list undoes"
        frame.drawFooter(
            Footer([(.confirm, isDone ? "OK" : "Carry out"), (.back, isDone ? "Back (\(undo))" : "Cancel")]), view)
    }
}
