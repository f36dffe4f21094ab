import ClaimModel
import ClaimRules

/// Where each cent of a claim's charge is: paid, taken off, still to be paid by an insurance, or the patient's.
struct StatementSums {
    private let charge: Int
    /// By payers, in cents.
    private let paid: Int
    /// What contracts, the law or the office have taken off.
    private let adjusted: Int
    /// By payers that have not decided or paid it, and may.
    private let waiting: Int
    /// By the patient, at the visit and since.
    private let received: Int
    /// What is to be paid by the patient.
    let patient: Int
    /// Whether payers have decided, and nothing is taken back or canceled.
    let isDecided: Bool

    init(of draft: ClaimDraft, status: ClaimStatus, settlement: ClaimSettlement?, payments: Int) {
        let open = OpenBalance(
            of: draft.left(after: settlement), status: status, isBegun: true, settlement: settlement,
            payments: payments)
        let isGivenUp = [.voided, .voidAccepted, .writtenOff].contains(status)
        charge = draft.totalCharge
        paid =
            status == .voided
            ? 0
            : (settlement?.paid ?? 0) + draft.earlierDecisions.reduce(0) { $0 + ($1.paidInAll(on: draft) ?? 0) }
        received = (draft.identity.amountPaid.value?.cents ?? 0) + payments
        patient = open.patient
        let left = draft.unsettled(after: settlement)
        // What the claim to the next payer asks for.
        let asked = settlement?.nextPayer == .billed ? max(0, left - received - open.payer) : 0
        waiting = open.payer + open.nextPayer + asked
        adjusted = max(0, charge - paid - (isGivenUp ? min(left, received + patient) : left))
        isDecided = settlement != nil && ![.reversed, .voided, .voidAccepted].contains(status)
    }

    /// What the patient has paid too much, in cents.
    private var credit: Int { max(0, paid + adjusted + waiting + received + patient - charge) }

    var section: Section {
        func line(_ label: String, _ cents: Int) -> [String] {
            [Paper.ends("  " + label, Money(cents: cents).currency)]
        }
        let undecided = isDecided ? "Not paid by insurance yet" : "Not decided by insurance yet"
        let sums: [(label: String, cents: Int, isAlways: Bool)] = [
            ("Charges", charge, true), ("Paid by insurance", paid, true),
            ("Adjusted by contract or by the payer", adjusted, isDecided), (undecided, waiting, !isDecided),
            ("Paid by you", received, true), ("Your credit", credit, false), ("PLEASE PAY", patient, true),
        ]
        return Section("TO PAY", sums.filter { $0.isAlways || $0.cents != 0 }.map { line($0.label, $0.cents) })
    }
}
