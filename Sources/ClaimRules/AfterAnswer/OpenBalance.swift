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
    ///   - left: what neither payers nor contracts have settled of the charge, in cents (`ClaimDraft.left(after:)`).
    ///   - settlement: what payers have decided; `nil` where none has.
    ///   - payments: of the patient, since payers decided.
    public init(of left: Int, status: ClaimStatus, settlement: ClaimSettlement?, payments: [PatientPayment]) {
        let left = max(0, left - payments.total)
        let share = max(0, (settlement?.patientOwes ?? 0) - payments.total)
        let next = settlement?.nextPayer ?? .none
        switch status {
        case .submitted, .accepted, .pending, .appealed, .reversed:
            payer = next == .billed ? max(0, left - share) : left
        case .denied, .partlyPaid, .paid, .nothingDue:
            // What the claim to the next payer asks for is open there.
            if next == .billed { return }
            if status == .denied || status == .partlyPaid { payer = max(0, left - share) }
            if next == .none { patient = share } else { nextPayer = share }
        case .draft, .flagged, .clean, .ready, .rejected, .voidAccepted, .voided, .writtenOff, .held, .deleted: return
        }
    }
}

extension ClaimDraft {
    /// What neither payers nor contracts have settled of the charge, in cents: before the payer's decision what the payers
    /// before it left.
    ///
    /// - Parameter settlement: what the payer of the claim has decided; `nil` where it has not.
    public func left(after settlement: ClaimSettlement?) -> Int {
        let asked = max(0, totalCharge - earlierDecisions.reduce(0) { $0 + $1.settled(of: self) })
        return settlement.map { min(asked, $0.balance(ofCharge: totalCharge)) } ?? asked
    }
}

extension DecisionFields {
    /// What this payer paid, and what its contract takes off, in cents.
    fileprivate func settled(of draft: ClaimDraft) -> Int {
        let whole = decision(in: draft).adjustments.value?.all ?? []
        let adjustments = whole + draft.lines.flatMap { decision(on: $0).adjusted.value?.all ?? [] }
        return (paidInAll(on: draft) ?? 0) + adjustments.filter(\.isContractual).reduce(0) { $0 + $1.cents }
    }
}
