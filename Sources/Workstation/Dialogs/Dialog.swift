import ClaimModel
import ClaimRules
import CodeSets
import TerminalKit
import TextKit

/// What lies over the screen and takes the keys until it is answered or left.
enum Dialog: Sendable {
    case lookUp(LookUp)
    case pager(Pager)
    case fixes(FixChoice)
    case correction(CorrectionChoice)
    case prompt(Prompt)
    case confirm(Confirm)
    /// Ctrl-O waits for the digit.
    case screenNumber
}

/// Text to read, a page at a time.
struct Pager: Hashable, Sendable {
    let title: String
    let lines: [String]
    var top = 0
    /// The look-up that it lies over, and goes back to.
    var behind: LookUp?

    /// Long lines go on below; lines that fit stay as they are.
    init(title: String, lines: [String], columns limit: Int) {
        self.title = title
        self.lines = lines.flatMap { $0.hanging(to: limit) }
    }

    /// How many lines of it a screen shows.
    static func rows(on size: Size) -> Int { max(1, size.rows - 3) }
}

/// The remedies of one finding, one of which the person takes, or asks the provider.
struct FixChoice: Sendable {
    let finding: Finding
    let choices: [Choice]
    var selection = 0

    enum Choice: Hashable, Sendable {
        case fix(Fix)
        case ask

        var label: String {
            switch self {
            case .fix(let fix): fix.label
            case .ask: "ask the provider: write the question for the query sheet"
            }
        }
    }

    init(finding: Finding) {
        self.finding = finding
        choices = finding.fixes.map { .fix($0) } + (finding.isForProvider ? [.ask] : [])
    }
}

/// The ways to send a claim again, one of which the person takes.
struct CorrectionChoice: Hashable, Sendable {
    let ways: [Correction]
    var selection = 0

    var chosen: Correction { ways[min(selection, ways.count - 1)] }
}

/// Questions that are answered by typing, one after the other.
struct Prompt: Sendable {
    let title: String
    var questions: [Question]
    let purpose: Purpose
    var current = 0
    /// Whether nothing has been typed since the question came up: then the first character replaces what stands there.
    var isUntouched = true

    struct Question: Hashable, Sendable {
        let label: String
        var text = ""
        var mayBeEmpty = false
    }

    enum Purpose: Sendable {
        case override(Finding)
        case comment(id: String)
        case hold(id: String)
        case print(Paperwork)
        case query(Finding)
        case payerAnswer
        /// So many claims.
        case send(Int)
    }
}

/// Something that wants a second key, never the one that asked.
enum Confirm: Hashable, Sendable {
    case leave
    case markReady

    /// - Parameter key: the name of the key that confirms.
    func words(key: String) -> String {
        switch self {
        case .leave: "Leave CleanClaim? Everything is saved. \(key) leaves; any other key stays."
        case .markReady: "Mark this claim ready to be sent? \(key) marks it; any other key does not."
        }
    }
}
