import ClaimModel
import TerminalKit
import TextKit

/// Values that were changed here and elsewhere, and differently: the person takes one of each; nothing is saved before.
struct MergeChoice: Overlay {
    let clashes: [DraftClash]
    /// Who made the other version.
    let person: String?
    private(set) var chosen: [DraftClash.Value: MergeSide] = [:]
    private(set) var selection = 0

    /// What follows the clashes in the list.
    enum Way: CaseIterable {
        case allMine, allTheirs, copy

        var label: String {
            switch self {
            case .allMine: "All mine"
            case .allTheirs: "All theirs"
            case .copy: VersionChoice.copyLabel
            }
        }
    }

    init(_ clashes: [DraftClash], by person: String?) {
        self.clashes = clashes
        self.person = person
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch (command, key) {
        case (.back, _): return .close(ClaimEditor.conflictText)
        case (.nextLine, _): return save()
        case (.left, _), (nil, .character("m")), (nil, .character("M")): return take(.mine, view)
        case (.right, _), (nil, .character("t")), (nil, .character("T")): return take(.theirs, view)
        case (.confirm, _): return confirm(view)
        case (.up, _), (.down, _), (.previousField, _), (.nextField, _), (.home, _), (.end, _):
            return choose(command, &selection, of: clashes.count + Way.allCases.count)
        default: return .stay(help(view))
        }
    }

    /// Takes a side in the selected clash, and goes on to the next that is open.
    private mutating func take(_ side: MergeSide, _ view: DeskView) -> Reply {
        guard selection < clashes.count else { return .stay("Enter selects this line.") }
        chosen[clashes[selection].id] = side
        let open = clashes.indices.filter { chosen[clashes[$0].id] == nil }
        if let next = open.first(where: { $0 > selection }) ?? open.first {
            selection = next
            return .stay()
        }
        return .stay("All chosen. \(view.key(.nextLine)) saves.")
    }

    private mutating func confirm(_ view: DeskView) -> Reply {
        guard selection >= clashes.count else { return .stay(help(view)) }
        switch Way.allCases[selection - clashes.count] {
        case .allMine: takeAll(.mine)
        case .allTheirs: takeAll(.theirs)
        case .copy: return .request(.resolve(.copy))
        }
        return .stay("All chosen. \(view.key(.nextLine)) saves.")
    }

    private mutating func takeAll(_ side: MergeSide) {
        for clash in clashes { chosen[clash.id] = side }
    }

    private mutating func save() -> Reply {
        let open = clashes.indices.filter { chosen[clashes[$0].id] == nil }
        guard let first = open.first else {
            return .request(.resolve(.merge(takingTheirs: Set(chosen.filter { $0.value == .theirs }.keys))))
        }
        selection = first
        return .stay("Not saved: \(counted(open.count, "value is", "values are")) not chosen yet.")
    }

    func help(_ view: DeskView) -> String {
        "M or Left: mine. T or Right: theirs. \(view.key(.nextLine)) saves once all are chosen."
    }
}

extension MergeChoice {
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawMerge(self, message: message, view)
        frame.drawFooter(
            Footer([(.left, "Mine"), (.right, "Theirs"), (.nextLine, "Save"), (.confirm, "Select"), (.back, "Later")]),
            view)
    }
}
