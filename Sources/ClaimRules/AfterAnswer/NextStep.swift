public import ClaimModel

/// One thing that the office can do with a claim now, and why.
public struct NextStep: Hashable, Sendable {
    /// What can be done.
    public enum Kind: Hashable, Sendable {
        case resubmit(Correction)
        case appeal
        case writeOff
        /// Takes back a write-off or an appeal.
        case reopen
        case billNextPayer, billPatient
        /// Takes back an EOB that was posted by mistake.
        case unpost
        case followUp, release
        /// With what of the patient's part is open, in cents.
        case patientPaid(open: Int)
        case undoPatientPayment
    }

    /// What it does.
    public let kind: Kind
    /// `Write off $120.00`.
    public let label: String
    /// Why it is offered, or what it does, in complete sentences.
    public let reason: String

    /// - Parameter reason: in complete sentences.
    public init(_ kind: Kind, _ label: String, because reason: String) {
        self.kind = kind
        self.label = label
        self.reason = reason
    }
}

/// What is known of a claim when somebody asks for its next step.
public struct ClaimCase: Sendable {
    /// As it is now.
    public let draft: ClaimDraft
    /// Where it is now.
    public let status: ClaimStatus
    /// What was answered to it, the earliest first.
    public let answers: [ClaimAnswer]
    /// What payers have decided; `nil` where none has.
    public let settlement: ClaimSettlement?
    /// The status before a write-off or an appeal.
    public var former: ClaimStatus?
    /// The day on which somebody looks at it again.
    public var followUp: Day?
    /// What the patient has paid since payers decided, in the order in which it was recorded.
    public var patientPayments: [PatientPayment] = []
    /// What it is checked against.
    public let context: Context

    /// A claim that nobody follows up yet.
    public init(
        _ draft: ClaimDraft, status: ClaimStatus, answers: [ClaimAnswer], settlement: ClaimSettlement?,
        in context: Context
    ) {
        (self.draft, self.status, self.answers) = (draft, status, answers)
        (self.settlement, self.context) = (settlement, context)
    }

    /// What can be done, the likeliest first.
    public var steps: [NextStep] {
        let money = [nextPayer, patient, payment].compactMap(\.self)
        let steps =
            status.isOwed ? resubmissions + [appeal].compactMap(\.self) + money : money + resubmissions
        return (steps + [writeOff, reopened, unposted, paymentUndone] + [followed, released]).compactMap(\.self)
    }
}

extension ClaimCase {
    private var resubmissions: [NextStep] {
        guard status != .writtenOff, status != .appealed else { return [] }
        return Correction.ways(for: draft, status: status, answers: answers, in: context).map { way in
            let isReturned = settlement?.isUnprocessable == true && way.frequency == .original
            let reason = way.reason + (isReturned ? " There is no decision to appeal." : "")
            return NextStep(.resubmit(way), way.stepLabel, because: reason)
        }
    }

    /// Not of a claim that was never adjudicated (MA130).
    private var appeal: NextStep? {
        guard [.denied, .partlyPaid, .reversed].contains(status), settlement?.isUnprocessable != true else {
            return nil
        }
        let reason: String
        if let deadline = AppealDeadline(decidedOn: settlement?.decidedOn, under: context.policy) {
            let days = deadline.last - context.today
            reason =
                days < 0
                ? "The time to appeal ended on \(deadline.last) (\(deadline.source)). "
                : "Last day \(deadline.last), \(days == 1 ? "1 day" : "\(days) days") left (\(deadline.source)). "
        } else {
            reason = "No policy states how long this payer takes appeals (appeal_days): see the denial letter. "
        }
        return NextStep(.appeal, "Appeal the denial", because: reason + "Prints the packet; status appealed.")
    }

    private var nextPayer: NextStep? {
        guard settlement?.isNextPayersTurn(after: status) == true else { return nil }
        return NextStep(
            .billNextPayer, "Bill the next payer: \(nextPlan)",
            because: isRefused
                ? "It denied what crossed over: \(settlement?.denialReasons.joined(separator: ", ") ?? "")."
                : isPastCrossing
                    ? "Primary and secondary have decided, and a third plan is on the claim."
                    : "The payer has decided, a further plan is on the claim, and it did not cross over.")
    }

    private var isRefused: Bool { settlement?.nextPayer == .refused }

    /// The plan that the claim to the next payer would be to.
    private var nextPlan: String {
        let plan = isPastCrossing && !isRefused ? .third : draft.nextPlan
        return plan?.plan(in: draft).name.text ?? ""
    }

    /// Whether the next payer, to which the primary crossed the claim over, has decided it, too.
    private var isPastCrossing: Bool { answers.afterCrossing(of: draft) != nil }

    private var patient: NextStep? {
        guard let settlement else { return nil }
        let open = open.patient
        guard open > 0 else { return nil }
        let printed = settlement.statementOn.map { " Statement printed on \($0)." } ?? ""
        return NextStep(
            .billPatient, "Bill the patient \(Money(cents: open).currency)",
            because: "Patient responsibility is left, and no further payer.\(printed) Prints a statement.")
    }

    /// Who still owes what of it.
    public var open: OpenBalance {
        OpenBalance(
            of: draft.left(after: settlement), status: status, isBegun: settlement != nil, settlement: settlement,
            payments: patientPayments.total)
    }

    private var writeOff: NextStep? {
        guard status.reachedPayer || status == .rejected || status == .writtenOff, status != .voidAccepted else {
            return nil
        }
        let balance = balance
        guard balance > 0 else { return nil }
        let share = Money(cents: open.patient).currency
        return NextStep(
            .writeOff, "Write off \(Money(cents: balance).currency)",
            because: leavesPatientsShare
                ? "Gives up what the payer left, with a reason. The patient still owes \(share). It can be undone."
                : "Gives the balance up, with a reason. It can be undone.")
    }

    /// Whether a write-off leaves the patient's share open: it gives up what the payer has left, where both owe something.
    public var leavesPatientsShare: Bool { open.payer > 0 && open.patient > 0 }

    /// What a write-off would give up, in cents.
    public var balance: Int {
        // What the claim to the next payer asks for is given up there.
        if settlement?.nextPayer == .billed { return 0 }
        if status == .writtenOff { return open.patient }
        if leavesPatientsShare { return open.payer }
        return max(0, draft.left(after: settlement) - patientPayments.total)
    }

    private var reopened: NextStep? {
        guard [.writtenOff, .appealed].contains(status), let former else { return nil }
        let what = status == .writtenOff ? "write-off" : "appeal"
        return NextStep(.reopen, "Undo the \(what)", because: "The claim is \(former.rawValue) again.")
    }

    private var unposted: NextStep? {
        guard let last = answers.last, let paper = last.paper else { return nil }
        return NextStep(
            .unpost, "Delete the EOB posted on \(paper.on)",
            because: "Posted by mistake: the claim is \(paper.before.rawValue) again. The deletion is recorded.")
    }

    private var followed: NextStep? {
        guard status != .deleted else { return nil }
        let now = followUp.map { "Now \($0). " } ?? ""
        return NextStep(
            .followUp, "Follow up on a date",
            because: "\(now)The claim comes up in the follow-up queue that day. A date, or t+14 for in 14 days.")
    }

    private var released: NextStep? {
        followUp.map { NextStep(.release, "Release the follow-up of \($0)", because: "It is done, or not needed.") }
    }
}

extension ClaimStatus {
    /// Whether the payer has not paid what was asked.
    fileprivate var isOwed: Bool { [.denied, .partlyPaid, .rejected, .reversed].contains(self) }
}

extension Correction {
    /// `Resubmit as corrected claim (7), replaces 26314000551`.
    fileprivate var stepLabel: String {
        let number = originalReference.isEmpty ? "the payer's claim" : originalReference
        return switch frequency {
        case .original: "Resubmit as new claim (1)"
        case .replacement: "Resubmit as corrected claim (7), replaces \(number)"
        case .void: "Void (8) of \(number)"
        }
    }
}
