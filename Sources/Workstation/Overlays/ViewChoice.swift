import TerminalKit

/// The views of the worklist: the shipped ones, those that the office has saved, and the present list as a new one.
struct ViewChoice: Overlay {
    private let current: WorklistView
    private var selection = 0

    private enum Line {
        case view(WorklistView, isOwn: Bool)
        case save

        var label: String {
            switch self {
            case .view(let view, let isOwn): view.name + (isOwn ? "  (saved)" : "")
            case .save: "Save the list as it is now as a view"
            }
        }
    }

    init(_ list: Worklist) { current = WorklistView("", of: list) }

    private func lines(_ view: DeskView) -> [Line] {
        view.inputs.views.map { .view($0, isOwn: true) }
            + WorklistView.shipped(for: view.inputs.signedIn).map { .view($0, isOwn: false) } + [.save]
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        let lines = lines(view)
        selection = min(selection, lines.count - 1)
        switch (command, lines[selection]) {
        case (.confirm, .view(let chosen, _)): return .request(.list(chosen))
        case (.confirm, .save): return .request(.askViewName)
        case (.deleteLine, .view(let chosen, isOwn: true)): return .request(.deleteView(chosen.name))
        case (.deleteLine, _): return .stay("Only a saved view can be deleted.")
        default: return choose(command, &selection, of: lines.count)
        }
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let lines = lines(view)
        let shown = min(selection, lines.count - 1)
        let text =
            if case .view(let chosen, _) = lines[shown] {
                "Filter: \(chosen.filter.isEmpty ? "none" : chosen.filter)"
            } else {
                "Filter: \(current.filter.isEmpty ? "none" : current.filter)"
            }
        frame.drawChoices(
            lines.map(\.label), selection: shown, title: "Views",
            text: "\(text). \(view.key(.deleteLine)) deletes a saved view.", message: message, view)
    }
}
