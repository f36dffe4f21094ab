/// The status of a claim.
public enum ClaimStatus: String, CaseIterable, Codable, Hashable, Sendable {
    case draft, flagged, clean, ready, submitted, accepted, pending, rejected, denied, paid
    case partlyPaid = "partly paid"
    case appealed, voided, held, deleted

    /// - Parameter rawValue: as `rawValue` gives it; `sent`, which earlier versions wrote, is `submitted`.
    public init?(rawValue: String) {
        let name = rawValue == "sent" ? "submitted" : rawValue
        guard let status = Self.allCases.first(where: { $0.rawValue == name }) else { return nil }
        self = status
    }

    /// Whether the payer has it, or had it, and did not turn it away unread.
    public var reachedPayer: Bool {
        switch self {
        case .submitted, .accepted, .pending, .denied, .paid, .partlyPaid, .appealed: true
        case .draft, .flagged, .clean, .ready, .rejected, .voided, .held, .deleted: false
        }
    }
}

extension ClaimStatus {
    /// Whether a payer has decided the claim.
    public var isDecided: Bool {
        switch self {
        case .denied, .paid, .partlyPaid, .appealed: true
        case .draft, .flagged, .clean, .ready, .submitted, .accepted, .pending, .rejected, .voided, .held, .deleted:
            false
        }
    }

    /// Whether the claim lies with the payer, and is not about to leave again.
    public var restsWithPayer: Bool {
        switch self {
        case .submitted, .accepted, .pending, .paid, .partlyPaid, .appealed, .voided: true
        case .draft, .flagged, .clean, .ready, .rejected, .denied, .held, .deleted: false
        }
    }
}
