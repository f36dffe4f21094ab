import ClaimModel
import ClaimRules
import TerminalKit
import TextKit

/// The screen that has the keys, with whatever lies behind it.
enum DeskScreen: Sendable {
    case worklist(Worklist)
    case submissions(Submissions)
    case claim(ClaimScreen)
    case practice(PracticeScreen)

    /// The worklist, which lies behind every other screen.
    var worklist: Worklist {
        get {
            switch self {
            case .worklist(let list): list
            case .submissions(let files): files.worklist
            case .claim(let claim): claim.origin.worklist
            case .practice(let practice): practice.worklist
            }
        }
        set {
            switch self {
            case .worklist: self = .worklist(newValue)
            case .submissions(var files):
                files.worklist = newValue
                self = .submissions(files)
            case .claim: changeClaim { $0.origin.worklist = newValue }
            case .practice(var practice):
                practice.worklist = newValue
                self = .practice(practice)
            }
        }
    }

    /// Changes the open claim in place; `nil` where none is open.
    @discardableResult
    mutating func changeClaim<Result>(_ change: (inout ClaimScreen) -> Result) -> Result? {
        guard case .claim(var claim) = self else { return nil }
        // Let go of, so that the claim is not copied by what changes it.
        self = .worklist(Worklist())
        defer { self = .claim(claim) }
        return change(&claim)
    }

    /// The same for the worklist.
    @discardableResult
    mutating func changeWorklist<Result>(_ change: (inout Worklist) -> Result) -> Result? {
        guard case .worklist(var list) = self else { return nil }
        self = .worklist(Worklist())
        defer { self = .worklist(list) }
        return change(&list)
    }

    /// Changes the worklist, which may lie behind another screen, in place.
    mutating func changeList(_ change: (inout Worklist) -> Void) {
        var list = worklist
        worklist = Worklist()
        change(&list)
        worklist = list
    }

    /// The same for the submitted files.
    @discardableResult
    mutating func changeSubmissions<Result>(_ change: (inout Submissions) -> Result) -> Result? {
        guard case .submissions(var files) = self else { return nil }
        self = .worklist(Worklist())
        defer { self = .submissions(files) }
        return change(&files)
    }

    /// The same for whatever has fields: the open claim, or the practice's setup.
    @discardableResult
    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? {
        guard case .practice(var practice) = self else { return changeClaim { change(&$0.editor) } }
        self = .worklist(Worklist())
        defer { self = .practice(practice) }
        return change(&practice.editor)
    }

    /// The open claim, or the practice's setup.
    var editor: ClaimEditor? {
        switch self {
        case .claim(let claim): claim.editor
        case .practice(let practice): practice.editor
        case .worklist, .submissions: nil
        }
    }

    var area: Area {
        switch self {
        case .worklist: .worklist
        case .submissions: .submissions
        case .claim(let claim): claim.editor.work.screen == .review ? .review : .form
        case .practice: .practice
        }
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome {
        switch self {
        case .worklist: return changeWorklist { $0.press(key, command, view) } ?? .nothing
        case .submissions: return changeSubmissions { $0.press(key, command, view) } ?? .nothing
        case .claim: return changeClaim { $0.press(key, command, view) } ?? .nothing
        case .practice(var practice):
            self = .worklist(Worklist())
            defer { self = .practice(practice) }
            return practice.press(key, command, view)
        }
    }

    /// Inside a paste line ends and tabs move on, as Enter and Tab do; nothing is a command.
    mutating func paste(_ text: String, _ view: DeskView) -> Outcome {
        switch self {
        case .worklist: changeWorklist { $0.type(text) } ?? .nothing
        case .submissions: changeSubmissions { $0.type(text) } ?? .nothing
        case .claim: changeClaim { $0.paste(text, view) } ?? .nothing
        case .practice: changeEditor { $0.paste(text, view) } ?? .nothing
        }
    }

    /// Carries out what was asked for over this screen.
    mutating func take(_ request: Request, _ view: DeskView) -> Outcome {
        switch self {
        case .worklist: return changeWorklist { $0.take(request, view) } ?? .nothing
        case .submissions: return .nothing
        case .claim: return changeClaim { $0.take(request, view) } ?? .nothing
        case .practice: return changeEditor { $0.take(request, view) } ?? .nothing
        }
    }

    /// Goes to the screen of a number.
    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome {
        switch self {
        case .claim: return changeClaim { $0.go(to: screen, view) } ?? .nothing
        case .worklist where screen == .practice, .submissions where screen == .practice: return .go(.practice)
        case .worklist, .submissions:
            return .say("Open a claim first: Enter, or \(view.key(.nextLine)) for a new one.")
        case .practice:
            return .say(
                screen == .practice
                    ? "This is Practice setup. Esc goes to the worklist." : "Press Esc first to leave the setup.")
        }
    }

    /// Whether the command does something now; the footer and the palette leave out what does not.
    func applies(_ command: Command, _ view: DeskView) -> Bool {
        switch self {
        case .worklist(let list): list.applies(command, view)
        case .submissions: true
        case .claim(let claim): claim.applies(command, view)
        case .practice(let practice): practice.editor.applies(command, view)
        }
    }

    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        switch self {
        case .worklist(var list):
            list.refresh()
            list.draw(on: &frame, message: message, view)
        case .submissions(let files): files.draw(on: &frame, message: message, view)
        case .claim(let claim): claim.draw(on: &frame, message: message, view)
        case .practice(let practice): practice.draw(on: &frame, message: message, view)
        }
    }
}
