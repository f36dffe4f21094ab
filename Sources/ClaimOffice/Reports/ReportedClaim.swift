public import ClaimModel
import ClaimRules
import ClaimStore

/// What reports read of a claim, worked out once.
struct ReportedClaim {
    let row: ReportedRow
    /// What its remittances come to.
    let adjudication: Adjudication?

    init(_ row: ReportedRow) {
        self.row = row
        adjudication = row.draft.map { Adjudication(of: row.answers, to: $0) }
    }

    var summary: ClaimSummary { row.summary }
    var payer: String { summary.payer.isEmpty ? "(no payer)" : summary.payer }
    var charge: Int { summary.charge }

    /// The day that its age counts from.
    var day: Day { summary.day ?? Today.day(of: summary.createdAt) }

    /// What the payer has not decided or paid, in cents.
    var open: Int {
        switch summary.status {
        case .submitted, .accepted, .pending, .appealed, .denied, .partlyPaid, .reversed:
            max(0, charge - settled)
        case .draft, .flagged, .clean, .ready, .rejected, .paid, .nothingDue, .voidAccepted, .voided, .writtenOff,
            .held,
            .deleted:
            0
        }
    }

    /// What the patient still owes, where no payer is to decide more, in cents.
    var patientOpen: Int {
        guard [.paid, .partlyPaid].contains(summary.status) else { return 0 }
        return summary.settlement?.patientOpen(after: summary.course.payments.map(\.payment)) ?? 0
    }

    /// What was paid, what the contract takes off and what falls to the patient. A denial takes nothing off, and neither does
    /// what was taken back: both are to be worked, also while the claim is corrected or appealed.
    private var settled: Int {
        let undone: Set<ClaimStatus> = [.denied, .reversed]
        guard !undone.contains(summary.status), let adjudication, let answer = adjudication.answer,
            answer.status.map(undone.contains) != true
        else { return 0 }
        let adjusted = (answer.adjustments + answer.lines.flatMap(\.adjustments)).filter { $0.group == "CO" }
        return adjudication.paid + adjusted.reduce(0) { $0 + $1.cents } + (answer.patientResponsibility ?? 0)
    }

    /// The first remittance that decides it.
    var decision: ClaimAnswer? { row.answers.first { $0.kind == .remittance && $0.processed != "22" } }

    /// Whether its first submission was paid, or came to nothing due, at once; `nil` before a decision.
    var passedAtOnce: Bool? {
        // Submitted from elsewhere: what came first decides.
        guard let first = row.submissions.first else {
            guard let decided = decision?.status else { return nil }
            return decided != .denied && !row.answers.contains { $0.status == .rejected }
        }
        if first.status == .rejected || row.submissions.count > 1 || decision?.status == .denied { return false }
        switch first.status {
        case .paid, .partlyPaid, .nothingDue: return true
        case .denied, .reversed, .appealed: return false
        default:
            guard let decided = decision?.status else { return nil }
            return decided != .denied
        }
    }
}

/// The days that a report looks at.
public struct ReportPeriod: Hashable, Sendable {
    public let from: Day?
    public let to: Day

    /// - Parameter from: `nil` for everything up to a day.
    public init(from: Day?, to: Day) {
        self.from = from
        self.to = to
    }

    func contains(_ day: Day) -> Bool { day <= to && (from.map { $0 <= day } ?? true) }

    /// `11/23/2025 to 11/23/2026`
    public var text: String { from.map { "\($0) to \(to)" } ?? "up to \(to)" }
}
