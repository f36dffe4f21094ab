import ClaimModel
import TerminalKit

/// A claim was saved from somewhere else since it was opened here: which version is kept is for the person to say.
struct ConflictChoice: Overlay, Hashable, Sendable {
    let claim: String
    private let ways: [Resolution]
    private var selection = 0

    /// - Parameter isGone: whether the claim was deleted elsewhere, so that there is no other version.
    init(of claim: String, isGone: Bool) {
        self.claim = claim
        ways = isGone ? [.copy] : [.copy, .mine, .theirs]
    }

    private var text: String {
        ways == [.copy]
            ? "This claim was deleted in another window. What you keyed is not saved."
            : "This claim was changed in another window since you opened it. What you keyed is not saved. Which version "
                + "should be kept?"
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == .confirm else {
            let reply = choose(command, &selection, of: ways.count)
            guard case .close = reply else { return reply }
            return .close(ClaimEditor.conflictText)
        }
        return .request(.resolve(ways[selection]))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.drawChoices(
            ways.map(\.label), selection: selection, title: "Not saved", text: text, message: message, view)
    }
}

extension Resolution {
    fileprivate var label: String {
        switch self {
        case .copy: "Keep both: mine becomes a new claim with its own account number"
        case .mine: "Keep mine: it replaces the other version"
        case .theirs: "Keep the other version: what I keyed here is discarded"
        }
    }
}
