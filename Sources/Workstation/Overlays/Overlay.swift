import ClaimModel
import ClaimRules
import TerminalKit

/// What lies over the screen and takes the keys until it is answered or closed.
enum Overlay: Sendable {
    case lookUp(LookUp)
    case pager(Pager)
    case fixes(FixChoice)
    case correction(CorrectionChoice)
    case conflict(ConflictChoice)
    case prompt(Prompt)
    case confirm(Confirm)
    case screenNumber(ScreenNumber)
    case palette(Palette)

    /// What a key makes of it.
    enum Reply: Sendable {
        case stay(String? = nil)
        case close(String? = nil)
        case become(Overlay)
        /// It closes, and the screen below carries this out.
        case request(Request)
    }

    mutating func press(_ key: Key, _ command: Command?, _ view: DeskView) -> Reply {
        switch self {
        case .lookUp(var lookUp):
            defer { self = .lookUp(lookUp) }
            return lookUp.press(key, command, view)
        case .pager(var pager):
            defer { self = .pager(pager) }
            return pager.press(command, view)
        case .fixes(var choice):
            defer { self = .fixes(choice) }
            return choice.press(command)
        case .correction(var choice):
            defer { self = .correction(choice) }
            return choice.press(command)
        case .conflict(var choice):
            defer { self = .conflict(choice) }
            return choice.press(command)
        case .prompt(var prompt):
            defer { self = .prompt(prompt) }
            return prompt.press(key, command)
        case .confirm(let question): return question.press(command)
        case .screenNumber(let number): return number.press(key)
        case .palette(var palette):
            defer { self = .palette(palette) }
            return palette.press(key, command)
        }
    }

    /// The cursor that it wants, and its keys in the footer, come with what it draws.
    func draw(on frame: inout Frame, message: String?, _ view: DeskView) {
        frame.cursor = nil
        switch self {
        case .lookUp(let lookUp): lookUp.draw(on: &frame, message: message, view)
        case .pager(let pager): pager.draw(on: &frame, message: message, view)
        case .fixes(let choice): choice.draw(on: &frame, message: message, view)
        case .correction(let choice): choice.draw(on: &frame, message: message, view)
        case .conflict(let choice): choice.draw(on: &frame, message: message, view)
        case .prompt(let prompt): prompt.draw(on: &frame, message: message, view)
        case .confirm(let question): question.draw(on: &frame, view)
        case .screenNumber(let number): number.draw(on: &frame, view)
        case .palette(let palette): palette.draw(on: &frame, message: message, view)
        }
    }

    /// Types a paste into it as one change; where nothing is typed, it does nothing.
    mutating func paste(_ text: String) -> Reply {
        switch self {
        case .lookUp(var lookUp):
            defer { self = .lookUp(lookUp) }
            return lookUp.type(text)
        case .prompt(var prompt):
            defer { self = .prompt(prompt) }
            return prompt.type(text)
        case .palette(var palette):
            defer { self = .palette(palette) }
            return palette.type(text)
        case .pager, .fixes, .correction, .conflict, .confirm, .screenNumber: return .stay()
        }
    }
}

/// What is carried out when an overlay has been answered.
enum Request: Sendable {
    /// A fix of a finding.
    case apply(Fix)
    /// A line of a look-up.
    case enter(Fix)
    case askProvider(Finding)
    case query(Finding, question: String, by: String)
    case override(Finding, reason: String, by: String)
    case payerAnswer(codes: String, status: ClaimStatus?)
    case resubmit(Correction)
    case resolve(Resolution)
    case markReady
    case preview(Preview)
    case askPrint(Paperwork)
    case print(Paperwork, PrintTarget)
    case comment(id: String, text: String)
    case hold(id: String, reason: String)
    case delete(WorklistRow)
    case submit(file: String, claims: Int)
    case run(Command)
    case go(Screen)
    case keys
    case leave
}
