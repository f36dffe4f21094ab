import ClaimModel
import ClaimRules
import TerminalKit

/// Something that wants a second key, never the one that asked.
enum Confirm: Overlay {
    case leave
    case markReady
    case delete(WorklistRow)
    /// It was submitted: it is put away.
    case archive(WorklistRow)
    /// A file of that name is there.
    case replace(Paperwork, String)
    /// A template of that name is there.
    case replaceTemplate(String)
    /// Another file had the same interchange.
    case takeAgain(name: String, path: String)

    /// Leaving has a key that means nothing else, so that whoever goes on typing never leaves by accident.
    private var confirming: Command {
        if case .leave = self { .leave } else { .nextLine }
    }

    private var label: String {
        switch self {
        case .leave: "Quit"
        case .markReady: "Mark ready"
        case .delete: "Delete"
        case .archive: "Archive"
        case .replace, .replaceTemplate: "Replace"
        case .takeAgain: "Take"
        }
    }

    private func question(_ unsaved: UnsavedWork) -> String {
        switch self {
        case .leave where unsaved.claims > 0:
            "Quit CleanClaim? \(counted(unsaved.claims, "claim is", "claims are")) not saved."
        case .leave: "Quit CleanClaim? Everything is saved."
        case .markReady: "No errors, no open warnings. Mark this claim ready to submit?"
        case .delete(let row) where row.status == .ready: "\(row.account) is ready to submit. Delete it?"
        case .delete(let row): "Delete \(row.account)?"
        case .archive(let row):
            "\(row.account) is \(row.status.rawValue): it cannot be deleted. Archive it (is:archived lists it)?"
        case .replace(_, let file): "\(file) exists. Replace it?"
        case .replaceTemplate(let name): "There is a template \(name). Replace it?"
        case .takeAgain(let name, _):
            "A file with the same interchange as \(name) was taken before. Take it all the same?"
        }
    }

    func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        guard command == confirming else { return .close("Nothing changed.") }
        switch self {
        case .leave: return .request(.leave)
        case .markReady: return .request(.markReady)
        case .delete(let row): return .request(.delete(row))
        case .archive(let row): return .request(.archive(row))
        case .replace(let paperwork, let file): return .request(.print(paperwork, .file(file, replaces: true)))
        case .replaceTemplate(let name): return .request(.saveTemplate(name, replaces: true))
        case .takeAgain(_, let path): return .request(.takeAgain(path: path))
        }
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let acts = label.prefix(1).lowercased() + label.dropFirst()
        frame.replaceMessage("\(question(view.unsaved)) \(view.key(confirming)): \(acts). Any other key: cancel.", view)
        frame.drawFooter(Footer([(confirming, label), (.back, "Cancel")]), view)
    }
}

/// Ctrl-O waits for the digit.
struct ScreenNumber: Overlay, Hashable, Sendable {
    func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        if key == .escape { return .close("Nothing changed.") }
        guard case .character(let digit) = key, let number = digit.wholeNumberValue,
            let screen = Screen(rawValue: number)
        else { return .close("The screens are 1 to 7, 8 for the reference files, and 9 for Practice setup.") }
        return .request(.go(screen))
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        let names = (Screen.claimScreens + [.reference, .practice]).map { "\($0.rawValue) \($0.title)" }
        frame.replaceMessage("Which screen? " + names.joined(separator: "  "), view)
        frame.drawFooter(Footer([(.back, "Cancel")]), view)
    }
}
