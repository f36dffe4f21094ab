import ClaimModel
import TerminalKit

/// What a screen may read of the workstation while it takes a key or draws itself.
struct DeskView: Sendable {
    let inputs: Inputs
    let size: Size
    let unsaved: UnsavedWork

    var keymap: Keymap { inputs.preferences.keymap }
    var parsing: ParsingContext { inputs.parsing }
    var parts: FrameParts { FrameParts(size) }

    /// What the user's key table calls the key of a command.
    func key(_ command: Command) -> String { keymap.name(of: command) }

    /// The answer to a key that means nothing here.
    func nothingHere(_ key: Key) -> Outcome {
        .say("\(key.name) does nothing here. \(self.key(.explain)) lists the keys.")
    }
}

/// What a key makes happen outside the screen that took it.
struct Outcome: Sendable {
    var effects: [Effect] = []
    var message: String?
    var overlay: (any Overlay)?
    var destination: Destination?

    /// Another screen than the one that took the key.
    enum Destination: Sendable {
        /// The screen behind this one.
        case back
        case over(any DeskScreen)
    }

    static var nothing: Outcome { Outcome() }

    static func say(_ message: String) -> Outcome { Outcome(message: message) }

    static func open(_ overlay: some Overlay) -> Outcome { Outcome(overlay: overlay) }

    static func open(_ screen: some DeskScreen, _ effects: [Effect] = []) -> Outcome {
        Outcome(effects: effects, destination: .over(screen))
    }

    static func back(_ effects: [Effect]) -> Outcome { Outcome(effects: effects, destination: .back) }

    static func + (first: Outcome, second: Outcome) -> Outcome {
        Outcome(
            effects: first.effects + second.effects, message: second.message ?? first.message,
            overlay: second.overlay ?? first.overlay, destination: second.destination ?? first.destination)
    }
}

extension UnsavedWork {
    /// What Ctrl-S says on a list.
    var message: String {
        claims == 0
            ? "Every claim is already saved."
            : "\(counted(claims, "claim is", "claims are")) not saved yet; it is tried again each second."
    }
}
