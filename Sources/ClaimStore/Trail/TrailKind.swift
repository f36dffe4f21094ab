/// What somebody did, as the audit trail names it.
public enum TrailKind: String, CaseIterable, Hashable, Sendable {
    // Of a claim, written with the change itself.
    case created, saved, held, released, commented, deleted, restored, answered, acknowledged, submitted, salvaged
    case status, forgotten, assigned, tagged, archived
    case followUp = "follow-up"
    case appealed, reopened, statement, unposted
    case writtenOff = "written-off"
    case nextPayerBilled = "next-payer-billed"
    case patientPaid = "patient-paid"
    case patientPaymentUndone = "patient-payment-undone"
    // Of a claim that was only read.
    case opened, printed, exported
    case takenOver = "taken-over"
    // Of the office.
    case practice, references, policy, people
    case referenceForgotten = "reference-forgotten"
    case answerKept = "answer-kept"
    case answerDismissed = "answer-dismissed"
    case fileTaken = "file-taken"
    case filesRemoved = "files-removed"
    // Of the door.
    case signedIn = "signed-in"
    case signInFailed = "sign-in-failed"
    case locked, left
    // Of the records as a whole.
    case backup, rekeyed, pruned
    case restoredBackup = "restored-backup"
}

/// One text that a change left otherwise.
public struct TrailChange: Hashable, Sendable {
    /// `Billing NPI (billing.npi)`, `Line 2, Units (line.units)`.
    public let label: String
    /// `""` where there was none.
    public let before: String
    public let after: String

    public init(_ label: String, from before: String, to after: String) {
        (self.label, self.before, self.after) = (label, before, after)
    }
}
