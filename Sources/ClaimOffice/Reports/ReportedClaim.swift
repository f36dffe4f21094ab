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

    /// Who still owes what of it.
    var open: OpenBalance {
        let settlement = summary.settlement ?? row.draft.flatMap { ClaimSettlement(of: row.answers, to: $0) }
        return summary.openBalance(of: row.draft?.left(after: settlement) ?? charge - summary.prepaid)
    }

    /// Who owes how much of it; nobody where it is settled, or not submitted.
    var openShares: [OpenShare] {
        let open = open
        return [(payer, open.payer), (nextPayer, open.nextPayer), (nil, open.patient)].compactMap { debtor, cents in
            cents > 0 ? OpenShare(debtor: debtor, claim: summary.id, day: day, cents: cents) : nil
        }
    }

    /// The plan that owes it after this one, by name.
    var nextPayer: String { row.draft.flatMap { draft in draft.nextPlan?.plan(in: draft).name.text } ?? payer }

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

/// What one party owes of a claim.
struct OpenShare {
    /// The name of the payer; `nil` for the patient.
    let debtor: String?
    /// The claim's id.
    let claim: String
    /// The day that its age counts from.
    let day: Day
    let cents: Int
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
