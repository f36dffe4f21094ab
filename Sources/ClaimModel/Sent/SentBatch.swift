/// A submitted file, with the answers to it so far.
public struct SentBatch: Hashable, Sendable, Identifiable {
    /// The store's own number for it.
    public let id: Int
    /// Its control numbers, submitter, receiver, day and charge.
    public let file: SentFile
    /// Whether its claims count as submitted; those of a file that was only written do not.
    public let counts: Bool
    /// Whether it is known to be complete in its folder; a crash may have interrupted the writing.
    public let isWritten: Bool
    /// Claims for which a 999 has accepted the file.
    public let taken: Int
    /// Claims for which a 999 has rejected the file.
    public let refused: Int
    /// How many of its claims have which result, by the answers to this submission.
    public let results: [SentResult: Int]

    /// A batch as the store counts it.
    public init(
        id: Int, file: SentFile, counts: Bool, isWritten: Bool, taken: Int, refused: Int, results: [SentResult: Int]
    ) {
        self.id = id
        self.file = file
        self.counts = counts
        self.isWritten = isWritten
        self.taken = taken
        self.refused = refused
        self.results = results
    }

    /// Claims of the batch with this result.
    public func count(of result: SentResult) -> Int { results[result] ?? 0 }

    /// What the 999 says about the file as a whole.
    public var acknowledgment: String {
        switch (taken, refused) {
        case (0, 0): "none"
        case (_, 0): "accepted"
        case (0, _): "rejected"
        default: "partly"
        }
    }

    /// `batch.837 to Clearhouse Inc, PRODUCTION`
    public var details: String {
        let usage = file.isTest ? "TEST" : "PRODUCTION"
        let rest = counts ? "" : ", not counted as submitted"
        return "\(file.name) to \(file.receiverName), \(usage)\(rest)\(isWritten ? "" : ", not finished")"
    }
}

/// The result of a claim of a submission at the receiver and the payer.
public enum SentResult: String, CaseIterable, Hashable, Sendable {
    case accepted, rejected, pending, paid, denied, unanswered

    /// As the head of a narrow column.
    public var title: String {
        switch self {
        case .accepted: "Acc"
        case .rejected: "Rej"
        case .pending: "Pend"
        case .paid: "Paid"
        case .denied: "Den"
        case .unanswered: "None"
        }
    }

    /// The result of a claim with this status.
    public init(_ status: ClaimStatus) {
        switch status {
        case .accepted, .voidAccepted: self = .accepted
        case .rejected: self = .rejected
        case .pending, .appealed, .reversed: self = .pending
        case .paid, .partlyPaid, .nothingDue: self = .paid
        case .denied, .voided, .writtenOff: self = .denied
        case .draft, .flagged, .clean, .ready, .submitted, .held, .deleted: self = .unanswered
        }
    }
}

/// One claim of a batch.
public struct SentClaim: Hashable, Sendable, Identifiable {
    /// The claim's own id.
    public let id: String
    /// Its number in the file, from 1.
    public let number: Int
    /// The practice's own number for the claim (CLM01).
    public let account: String
    /// `RIVERA, DANA`
    public let patient: String
    /// The first day of service; `nil` where no line says one.
    public let day: Day?
    /// In cents.
    public let charge: Int
    /// The answer to this submission.
    public let answered: ClaimStatus
    /// The status of the claim now; it may have been resubmitted since.
    public let status: ClaimStatus

    /// A claim as the store lists it under its batch.
    public init(
        id: String, number: Int, account: String, patient: String, day: Day?, charge: Int, answered: ClaimStatus,
        status: ClaimStatus
    ) {
        self.id = id
        self.number = number
        self.account = account
        self.patient = patient
        self.day = day
        self.charge = charge
        self.answered = answered
        self.status = status
    }
}
