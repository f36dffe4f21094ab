/// The status of a claim.
public enum ClaimStatus: String, CaseIterable, Codable, Hashable, Sendable {
    case draft, flagged, clean, ready, submitted, accepted, pending, rejected, denied, paid
    case partlyPaid = "partly paid"
    /// Adjudicated without a denial, and neither the payer nor the patient owes anything.
    case nothingDue = "nothing due"
    case appealed
    /// The payment was taken back, and no correction has come yet.
    case reversed
    /// The payer has the void (frequency 8), and has not taken its payment back yet.
    case voidAccepted = "void accepted"
    case voided
    /// The office has given the balance up.
    case writtenOff = "written off"
    case held, deleted

    /// - Parameter rawValue: as `rawValue` gives it; `sent`, which earlier versions wrote, is `submitted`.
    public init?(rawValue: String) {
        let name = rawValue == "sent" ? "submitted" : rawValue
        guard let status = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = status
    }

    /// Whether the payer has it, or had it, and did not turn it away unread.
    public var reachedPayer: Bool {
        switch self {
        case .submitted, .accepted, .pending, .denied, .paid, .partlyPaid, .nothingDue, .appealed, .reversed,
            .voidAccepted, .writtenOff:
            true
        case .draft, .flagged, .clean, .ready, .rejected, .voided, .held, .deleted: false
        }
    }
}

extension ClaimStatus {
    /// Whether a payer has decided the claim, so that a front-end status of it says nothing new.
    public var isDecided: Bool {
        switch self {
        case .denied, .paid, .partlyPaid, .nothingDue, .appealed, .reversed, .voided, .writtenOff: true
        case .draft, .flagged, .clean, .ready, .submitted, .accepted, .pending, .rejected, .voidAccepted, .held,
            .deleted:
            false
        }
    }

    /// Whether the claim lies with the payer, and is not about to leave again.
    public var restsWithPayer: Bool {
        switch self {
        case .submitted, .accepted, .pending, .paid, .partlyPaid, .nothingDue, .appealed, .reversed, .voidAccepted,
            .voided, .writtenOff:
            true
        case .draft, .flagged, .clean, .ready, .rejected, .denied, .held, .deleted: false
        }
    }

    /// Whether it lies on the desk, before its first submission or on the way to the next.
    public var isOnDesk: Bool {
        switch self {
        case .draft, .flagged, .clean, .ready, .held: true
        case .submitted, .accepted, .pending, .rejected, .denied, .paid, .partlyPaid, .nothingDue, .appealed, .reversed,
            .voidAccepted, .voided, .writtenOff, .deleted:
            false
        }
    }
}

extension ClaimStatus {
    /// The status of a claim that was changed on two sides, before its findings are asked: what the payer has it has, and a
    /// merge that changes what was ready makes it a draft.
    ///
    /// - Parameter isTheirs: whether the merged claim is theirs as it is.
    package static func merged(
        base: ClaimStatus, mine: ClaimStatus, theirs: ClaimStatus, isTheirs: Bool
    ) -> ClaimStatus {
        if isTheirs && mine == base { return theirs }
        if theirs != base && theirs.restsWithPayer { return theirs }
        if [mine, theirs].contains(.ready) { return .draft }
        return theirs != base && (mine == base || !theirs.isOnDesk) ? theirs : mine
    }
}
