import TerminalKit

/// A claim was deleted elsewhere since it was opened here: what was keyed can only become a new one.
struct DeletedElsewhere: Overlay, Hashable, Sendable {
    private var selection = 0

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        if command == .confirm { return .request(.resolve(.copy)) }
        let reply = choose(command, &selection, of: 1)
        guard case .close = reply else { return reply }
        return .close(ClaimEditor.conflictText)
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            [VersionChoice.copyLabel], selection: selection, title: "Not saved",
            text: "This claim was deleted in another window. What you keyed is not saved.", message: message, view)
    }
}

extension VersionChoice {
    static let copyLabel = "Keep both: mine becomes a new claim with its own account number"
}
