public import ClaimModel

/// Who still owes what of a claim's charge, in cents, each cent once.
public struct OpenBalance: Hashable, Sendable {
    /// By the payer that the claim is to: what it has not decided, has denied or has taken back.
    public private(set) var payer = 0
    /// By the plan after it, to which no claim of ours has gone: it is to be billed, or the payer has sent the claim on.
    public private(set) var nextPayer = 0
    /// By the patient, whom no payer's further decision can relieve of it.
    public private(set) var patient = 0

    /// - Parameters:
    ///   - left: what neither payers nor contracts nor the patient have settled of the charge, in cents (`ClaimDraft.left`).
    ///   - isBegun: whether a payer has decided the claim, or it asks for what the payer before has left: then it is open while it
    ///     lies on the desk as well.
    ///   - settlement: what payers have decided; `nil` where none has.
    ///   - payments: of the patient, since payers decided, in cents.
    public init(of left: Int, status: ClaimStatus, isBegun: Bool, settlement: ClaimSettlement?, payments: Int) {
        let left = max(0, left - payments)
        let share = max(0, (settlement?.patientOwes ?? 0) - payments)
        let next = settlement?.nextPayer ?? .none
        // The share that the next payer was billed for is open there.
        let undecided = next == .billed ? max(0, left - share) : left
        switch status {
        case .draft, .flagged, .clean, .ready, .held, .rejected: if isBegun { payer = undecided }
        case .submitted, .accepted, .pending, .appealed, .reversed: payer = undecided
        case .denied, .partlyPaid, .paid, .nothingDue:
            if next == .billed { return }
            if status == .denied || status == .partlyPaid { payer = max(0, left - share) }
            if next == .none { patient = share } else { nextPayer = share }
        case .writtenOff: if settlement?.isPatientsShareKept == true, next == .none { patient = share }
        case .voidAccepted, .voided, .deleted: return
        }
    }
}

extension ClaimDraft {
    /// What neither payers nor contracts nor the patient at the visit have settled of the charge, in cents: before the payer's
    /// decision what the payers before it left.
    ///
    /// - Parameter settlement: what the payer of the claim has decided; `nil` where it has not.
    public func left(after settlement: ClaimSettlement?) -> Int {
        max(0, unsettled(after: settlement) - (self.identity.amountPaid.value?.cents ?? 0))
    }

    /// The same with what the patient has paid at the visit.
    public func unsettled(after settlement: ClaimSettlement?) -> Int {
        let asked = max(0, totalCharge - earlierDecisions.reduce(0) { $0 + $1.settled(of: self) })
        return settlement.map { min(asked, $0.balance(ofCharge: totalCharge)) } ?? asked
    }
}

extension DecisionFields {
    /// What this payer paid, and what is taken off for good, in cents. What the payers before have settled (CARC 23) is
    /// counted there.
    fileprivate func settled(of draft: ClaimDraft) -> Int {
        func takenOff(_ adjustments: Adjustments?, paid: Int?) -> Int {
            (adjustments?.all.filter { $0.reason != "23" } ?? []).takenOff(paid: paid)
        }
        let whole = decision(in: draft)
        return (paidInAll(on: draft) ?? 0) + takenOff(whole.adjustments.value, paid: whole.paid.value?.cents)
            + draft.lines.map(decision(on:)).reduce(0) {
                $0 + takenOff($1.adjusted.value, paid: $1.paid.value?.cents)
            }
    }
}
