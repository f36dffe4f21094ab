public import ClaimModel

/// What payers have decided of a claim so far, in cents.
public struct ClaimSettlement: Hashable, Sendable {
    /// Whether another plan of the patient is to be billed.
    public enum NextPayer: String, Hashable, Sendable {
        case none, due
        /// The payer has sent the claim on itself.
        case forwarded
        /// The one that the payer has sent it on to has denied it.
        case refused
        case billed
    }

    /// The payer's own number of the claim; blank where none has come.
    public var payerNumber: String
    /// By all payers, after takebacks.
    public var paid: Int
    /// Patient responsibility less what the patient has paid.
    public var patientOwes: Int
    /// What contract and law take off, and what another payer has settled.
    public var contractual = 0
    /// The day of the decision that counts; `nil` where it does not say.
    public var decidedOn: Day?
    /// Whether another plan is to be billed.
    public var nextPayer = NextPayer.none
    /// Whether the payer returned it without adjudicating it (MA130).
    public var isUnprocessable = false
    /// Why it, or a line of it, is denied, as an EOB writes the codes (`CO-50`, `N130`), also by the plan that the payer has sent it
    /// on to; none where nothing is.
    public var denialReasons: [String] = []
    /// Whether the claim was written off without the patient's share, which is still open.
    public var isPatientsShareKept = false
    /// The day on which the patient's statement was printed last, after this decision.
    public var statementOn: Day?

    /// What a payer has decided; nothing of it is checked.
    public init(payerNumber: String = "", paid: Int = 0, patientOwes: Int = 0) {
        self.payerNumber = payerNumber
        self.paid = paid
        self.patientOwes = patientOwes
    }

    /// Whether the next plan is to be billed now: the payer has decided, and nothing is on its way to it.
    public func isNextPayersTurn(after status: ClaimStatus) -> Bool {
        [.due, .refused].contains(nextPayer) && [.paid, .partlyPaid, .denied, .nothingDue].contains(status)
    }

    /// What neither payer nor contract has settled, in cents.
    public func balance(ofCharge charge: Int) -> Int { max(0, charge - paid - contractual) }
}

extension ClaimSettlement {
    /// What the answers to a submission come to together; `nil` where none of them is a payer's decision.
    ///
    /// - Parameters:
    ///   - submitted: the claim as the payer has it.
    ///   - before: what was known until now: what the office has done since stays known.
    public init?(of answers: [ClaimAnswer], to submitted: ClaimDraft, before: ClaimSettlement? = nil) {
        guard let answer = Adjudication(of: answers, to: submitted).answer else { return nil }
        let later = answers.afterCrossing(of: submitted)
        let isReversed = answer.status == .reversed
        // What the next payer denies is still open there.
        let refusal = later?.status == .denied ? later : nil
        let last = refusal == nil ? later ?? answer : answer
        self.init(
            payerNumber: answer.payerControlNumber,
            paid: isReversed ? 0 : (answer.paid ?? 0) + (later?.paid ?? 0),
            patientOwes: isReversed
                ? 0 : max(0, last.patientsPart - (submitted.identity.amountPaid.value?.cents ?? 0)))
        contractual = isReversed ? 0 : answer.contractual
        decidedOn = answer.date
        denialReasons = (answer.denied ?? (isReversed ? nil : refusal))?.denialReasons ?? []
        isUnprocessable = answer.allCodes.contains(.denial(.rarc("MA130")))
        if refusal != nil || submitted.hasPayer(after: later), !isReversed {
            let open: NextPayer = refusal != nil ? .refused : last.isForwarded ? .forwarded : .due
            nextPayer = before?.nextPayer == .billed ? .billed : open
        }
        if let before, before.patientOwes == patientOwes { statementOn = before.statementOn }
    }
}

extension ClaimDraft {
    /// Whether the claim names a plan that pays after the one it is to, and after the next one where that has answered.
    fileprivate func hasPayer(after later: ClaimAnswer?) -> Bool {
        nextPlan != nil && (later == nil || later?.processedBy == .secondary && namesThirdPlan)
    }
}

extension ClaimAnswer {
    /// What falls to the patient, in cents: as the answer says, else by its adjustments.
    fileprivate var patientsPart: Int {
        let shares = (adjustments + lines.flatMap(\.adjustments)).patientsShare
        return patientResponsibility ?? shares
    }

    /// What is taken off for good, in cents.
    fileprivate var contractual: Int {
        let isCapitated = status == .paid || status == .nothingDue
        return adjustments.takenOff(paid: paid, isCapitated: isCapitated)
            + lines.reduce(0) { $0 + $1.adjustments.takenOff(paid: $1.paid, isCapitated: isCapitated) }
    }
}
