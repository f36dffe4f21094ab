import TerminalKit
import TextKit

/// The list of keys that F1 shows, made from the key table itself.
struct KeyList {
    let lines: [String]

    init(of keymap: Keymap, inList: Bool) {
        var lines = [inList ? "Every printable character filters the list." : "Typing replaces a selected field.", ""]
        for command in Command.allCases {
            let keys = keymap.keys(for: command).map(\.name).joined(separator: ", ")
            guard !keys.isEmpty else { continue }
            let words = inList ? command.listWords ?? command.words : command.words
            lines.append(keys.padded(to: 24, gap: 1) + words)
        }
        self.lines = lines
    }
}

extension Command {
    /// What the command does on the screens of a claim.
    var words: String {
        switch self {
        case .nextField: "next field; past the last one the next screen"
        case .confirm: "completes the field and goes to the next; a line break in a long text"
        case .previousField: "previous field"
        case .up: "field above; in a grid the column is kept"
        case .down: "field below"
        case .left: "within the text, then the field before"
        case .right: "within the text, then the field after"
        case .home: "start of the text"
        case .end: "end of the text"
        case .backspace: "deletes left of the cursor"
        case .delete: "deletes at the cursor"
        case .clear: "empties the field; undo brings its text back"
        case .nextScreen: "next screen"
        case .previousScreen: "previous screen"
        case .goToScreen: "and a digit: that screen; 9 is the practice set-up"
        case .explain: "help for the field, or why this finding; twice: all keys"
        case .lookUp: "look up: typing filters, Enter takes"
        case .group: "groups the worklist by finding"
        case .same: "same as the field above, or as on the last claim"
        case .duplicate: "duplicates this line"
        case .nextFinding: "next finding, across screens"
        case .previousFinding: "previous finding"
        case .deleteLine: "deletes this line; undo brings it back"
        case .nextLine: "next line, or a new one"
        case .takeFix: "takes the suggested fix of the finding at the cursor"
        case .undo: "undo"
        case .redo: "redo"
        case .overrideWarning: "overrides a warning: reason and name are recorded"
        case .payerAnswer: "keys the codes that a payer answered on paper, and names the fields that led to them"
        case .sendAgain: "makes a claim that was sent the one to send again: frequency 7, 1 or 8"
        case .changes: "shows what has changed since the claim was sent"
        case .secondary: "on the worklist: begins the claim to the second payer from the primary's remittance"
        case .preview: "shows what will be sent"
        case .print: "prints the summary"
        case .save: "says when it was saved; saving needs no key"
        case .batches: "on the worklist: the files that were sent, and what was answered"
        case .send: "on the worklist: sends every ready claim in one file"
        case .back: "back; everything is saved already"
        case .leaveHint: "says how to leave"
        }
    }

    /// What it does on the worklist, where that differs.
    var listWords: String? {
        switch self {
        case .confirm: "opens the claim"
        case .nextField, .down: "next claim"
        case .previousField, .up: "previous claim"
        case .nextLine: "new claim"
        case .clear: "empties the filter"
        case .duplicate: "copies the claim as a new one"
        case .nextFinding: "next flagged claim"
        case .previousFinding: "previous flagged claim"
        case .deleteLine: "deletes the claim; type del to see deleted ones, F7 brings one back"
        case .same: "sorts by the next column"
        case .takeFix: "holds or releases the claim"
        case .overrideWarning: "comments on the claim"
        case .secondary: "begins the claim to the second payer, with what the primary paid"
        case .batches: "the files that were sent, and what was answered to them"
        case .send: "sends every ready claim in one file; asks first"
        case .back: "clears the filter; on an empty one asks whether to leave"
        case .nextScreen: "ten claims down"
        case .previousScreen: "ten claims up"
        default: nil
        }
    }
}
