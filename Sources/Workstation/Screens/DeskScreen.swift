import ClaimModel
import ClaimRules
import TerminalKit

/// The screen that has the keys, with whatever lies behind it: a type of its own in a file of its own.
protocol DeskScreen: Sendable {
    /// Whose keys apply here.
    var area: Area { get }

    /// The worklist, which is this screen or lies behind it.
    var worklist: Worklist { get set }

    /// The screen that Esc goes back to.
    var behind: any DeskScreen { get }

    /// The open claim, or the practice's setup; `nil` where there are no fields.
    var openEditor: ClaimEditor? { get }

    /// What reads its lists again from the store; a claim that is being keyed is not disturbed.
    var rereading: [Effect] { get }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Outcome

    /// Types a paste as one change. Inside it line ends and tabs move on, as Enter and Tab do; nothing is a command.
    mutating func paste(_ text: String, _ view: DeskView) -> Outcome

    /// Carries out what was asked for over this screen.
    mutating func take(_ request: Request, _ view: DeskView) -> Outcome

    /// Goes to the screen of a number.
    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome

    /// Whether the command does something now; the footer and the palette leave out what does not.
    func applies(_ command: Command, _ view: DeskView) -> Bool

    /// Works out what the last keys made stale, once before a frame.
    mutating func refresh(_ inputs: Inputs)

    /// The reference files have changed: what was listed from them is listed again.
    mutating func forgetLists()

    func draw(on frame: inout Frame, message: String?, _ view: DeskView)

    /// Changes what has fields, in place; `nil` where nothing has.
    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result?

    /// Changes everything that has fields, also a claim that lies behind this screen.
    mutating func changeEditors(_ change: (inout ClaimEditor) -> Void)

    /// Whether something typed is not handed over to be saved.
    var hasUnsavedWork: Bool { get }

    /// Hands over what is keyed to be saved.
    mutating func save(_ inputs: Inputs) -> [Effect]

    /// What is saved of this screen when the program has to end.
    var lastEffects: [Effect] { get }

    /// Changes the submitted files, which may lie behind this screen.
    mutating func changeSubmissions(_ change: (inout Submissions) -> Void)
}

extension DeskScreen {
    var behind: any DeskScreen { worklist }
    var openEditor: ClaimEditor? { nil }
    var rereading: [Effect] { [] }

    mutating func take(_ request: Request, _ view: DeskView) -> Outcome { .nothing }

    mutating func go(to screen: Screen, _ view: DeskView) -> Outcome {
        switch screen {
        case .practice: .open(PracticeScreen(view.inputs.practice, behind: worklist))
        case .reference: .open(ReferenceList(.patient, over: self))
        default: .say("Open a claim first: Enter, or \(view.key(.nextLine)) for a new one.")
        }
    }

    func applies(_ command: Command, _ view: DeskView) -> Bool { true }

    mutating func refresh(_ inputs: Inputs) {}

    mutating func forgetLists() {}

    mutating func changeEditor<Result>(_ change: (inout ClaimEditor) -> Result) -> Result? { nil }

    mutating func changeEditors(_ change: (inout ClaimEditor) -> Void) { _ = changeEditor(change) }

    var hasUnsavedWork: Bool { openEditor?.saving.isUnsaved ?? false }

    mutating func save(_ inputs: Inputs) -> [Effect] {
        var effects: [Effect] = []
        changeEditors { effects += $0.save(inputs) }
        return effects
    }

    var lastEffects: [Effect] { [] }

    mutating func changeSubmissions(_ change: (inout Submissions) -> Void) {}
}
