/// What the office has to do for claims that are out: each is in the queues that its stored facts put it into.
public enum ClaimQueue: String, CaseIterable, Hashable, Sendable {
    case followUp = "follow-up"
    case noAnswer = "no-answer"
    case appeal
    case nextPayer = "next-payer"
    case patient = "patient-bill"
    case patientOpen = "patient-open"

    /// `Next payer to bill`.
    public var title: String {
        switch self {
        case .followUp: "Follow-up due"
        case .noAnswer: "No answer from the payer"
        case .appeal: "Denied: time to appeal is running"
        case .nextPayer: "Next payer to bill"
        case .patient: "Patient to bill"
        case .patientOpen: "Patient billed, balance open"
        }
    }
}
