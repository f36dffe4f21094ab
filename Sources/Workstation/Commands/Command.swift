/// What a key asks for. Its raw value names it in the configuration file; its `Binding` says everything else.
public enum Command: String, CaseIterable, Hashable, Sendable {
    case confirm
    case nextField = "next-field"
    case previousField = "previous-field"
    case up, down, left, right, home, end, backspace, delete
    case clear = "clear-field"
    case nextScreen = "next-screen"
    case previousScreen = "previous-screen"
    case goToScreen = "go-to-screen"
    case explain
    case lookUp = "look-up"
    case copyField = "copy-field"
    case group
    case reverse
    case mark, bulk
    case columns, views
    case nextClaim = "next-claim"
    case reports
    case same
    case duplicate
    case nextSession = "next-session"
    case nextPatient = "next-patient"
    case template
    case nextFinding = "next-finding"
    case previousFinding = "previous-finding"
    case deleteLine = "delete-line"
    case nextLine = "next-line"
    case takeFix = "take-fix"
    case undo, redo
    case overrideWarning = "override"
    case payerAnswer = "payer-answer"
    case resubmit
    case changes
    case history
    case secondary
    case nextStep = "next-step"
    case due
    case postEOB = "post-eob"
    case askForClaim = "ask-for-claim"
    case giveClaim = "give-claim"
    case keepClaim = "keep-claim"
    case takeOver = "take-over"
    case ready
    case preview, print, save
    case submissions
    case inbox
    case references
    case submit
    case palette
    case leave
    case back
    case leaveHint = "leave-hint"

    /// A command by its name, or by the name that it had in earlier releases.
    init?(named name: String) {
        guard let command = Command(rawValue: name) ?? Command.earlierNames[name] else { return nil }
        self = command
    }

    /// Whether it does nothing but change what is keyed.
    var changesTexts: Bool {
        [
            .backspace, .delete, .clear, .same, .duplicate, .deleteLine, .takeFix, .undo, .redo, .overrideWarning,
            .payerAnswer, .resubmit, .ready, .nextStep, .postEOB,
        ].contains(self)
    }

    private static let earlierNames: [String: Command] = [
        "send-again": .resubmit, "batches": .submissions, "send": .submit,
    ]
}
