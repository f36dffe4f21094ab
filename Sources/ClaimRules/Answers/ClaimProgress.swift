public import ClaimModel

/// A submitted claim and what was answered to it so far: where the next answer leaves it.
///
/// An answer says something of one submission. One to an earlier submission is kept with that one and moves nothing; neither
/// does one that the payer gave before what is known already, or that only repeats it.
public struct ClaimProgress: Sendable {
    private let draft: ClaimDraft
    private let status: ClaimStatus
    private let submissions: Submissions
    private let answers: [ClaimAnswer]
    private let facts: ClaimFacts

    /// - Parameters:
    ///   - draft: the claim as it is now.
    ///   - sent: its submissions, the earliest first; none where it was submitted from elsewhere.
    ///   - answers: what was answered so far, in the order of arrival.
    public init(
        of draft: ClaimDraft, status: ClaimStatus, sent: [SentVersion], answers: [ClaimAnswer], in context: Context
    ) {
        self.draft = draft
        self.status = status
        self.answers = answers
        submissions = Submissions(sent, answers)
        facts = ClaimFacts(of: draft, in: context)
    }

    /// Where one answer leads.
    public struct Step: Hashable, Sendable {
        /// The answer, with the status that it gives to such a claim by itself.
        public var answer: ClaimAnswer
        /// The new status of the claim; `nil` where it stays as it is.
        public var status: ClaimStatus?
        /// The submission that was answered, from 0; `nil` where that is none of those on file.
        public var submission: Int?
        /// Whether it is about a submission before the latest one.
        public var isOfEarlier = false
        /// Why the claim stays as it is, or what the answers come to together: a sentence without the claim's name; blank
        /// where the answer says it all.
        public var message = ""
    }

    /// What follows from an answer that is not on file yet.
    public func step(after answer: ClaimAnswer) -> Step {
        var step = Step(answer: answer)
        if answer.kind == .remittance {
            step.answer.status = answer.decision(isFeeForService: facts.isFeeForService(answer)) ?? answer.status
        }
        step.submission = submissions.index(of: answer)
        if !isAboutLatest(answer, step.submission) {
            step.isOfEarlier = true
            step.message = "stays \(status.rawValue): this answers an earlier submission."
            return step
        }
        switch answer.kind {
        case .remittance:
            decide(&step)
            if isOfManagedCare(step.answer), step.status == .denied {
                step.message = "CARC 24: the patient is in a managed-care plan; bill that plan."
            }
        case .status: follow(&step)
        case .acknowledgment, .interchange, .typed: step.status = answer.status
        }
        return step
    }

    /// Whether Original Medicare or fee-for-service Medicaid leaves it to a plan that is paid by the head.
    private func isOfManagedCare(_ answer: ClaimAnswer) -> Bool {
        facts.isFeeForService(answer)
            && (answer.adjustments + answer.lines.flatMap(\.adjustments)).contains(where: \.isCapitation)
    }

    private func isAboutLatest(_ answer: ClaimAnswer, _ submission: Int?) -> Bool {
        guard let last = submissions.last else { return true }
        if answer.processed == "22" {
            if last.frequency == .void { return true }
            let origin = submissions.origin(of: answer, among: answers)
            if let origin { return origin == submissions.count - 1 }
            return last.frequency != .replacement || status.isDecided
        }
        return submission == submissions.count - 1
    }

    /// The draft that the latest submission carried.
    private var submitted: ClaimDraft { submissions.last?.draft ?? draft }
    private var isVoid: Bool {
        submitted.identity.frequency.value == .void && (submissions.count > 0 || !status.isOnDesk)
    }

    /// The earlier answers to the latest submission.
    private var current: [ClaimAnswer] {
        guard submissions.count > 0 else { return answers }
        return answers.filter { isAboutLatest($0, submissions.index(of: $0)) }
    }
}

extension ClaimProgress {
    /// What payers have decided once an answer is on file; `nil` where none has.
    ///
    /// - Parameters:
    ///   - step: where the answer leads; `nil` for the answers that are on file alone.
    ///   - before: what was known until now.
    public func settlement(after step: Step?, before: ClaimSettlement?) -> ClaimSettlement? {
        let more = step.flatMap { $0.isOfEarlier ? nil : $0.answer }
        return ClaimSettlement(of: current + [more].compactMap(\.self), to: submitted, before: before)
    }
}

// MARK: Remittances

extension ClaimProgress {
    private func decide(_ step: inout Step) {
        guard step.answer.status != nil else { return }
        if isVoid { return decideVoid(&step) }
        let before = Adjudication(of: current, to: submitted)
        let after = Adjudication(of: current + [step.answer], to: submitted)
        let isKnown = before.answer != nil && before.answer?.status == after.answer?.status
        let stays = isKnown && (status.isDecided || status.isOnDesk || status == .rejected)
        step.status = stays ? nil : after.answer?.status
        if (current + [step.answer]).afterCrossing(of: submitted) == step.answer {
            step.message =
                step.answer.status == .denied
                ? "stays \(status.rawValue): the plan that it crossed over to denied it. Bill that plan (Alt-0)."
                : "stays \(status.rawValue): the next payer has decided it, too."
        } else if after.answer?.status == .reversed {
            step.message = "the payment is taken back: nothing is paid until the payer's new decision."
        } else if after.parts > 1 || !after.isComplete {
            let total = Money(cents: submitted.totalCharge).currency
            let parts = after.parts > 1 ? "\(after.parts) remittances together" : "this remittance"
            let verb = after.parts > 1 ? "decide" : "decides"
            step.message =
                "\(parts) \(verb) \(Money(cents: after.answer?.charge ?? 0).currency) of \(total), paid "
                + "\(Money(cents: after.paid).currency): \(after.answer?.status?.rawValue ?? status.rawValue)."
        } else if after.answer != step.answer, before.answer == after.answer {
            step.message = "stays \(status.rawValue): a later remittance is on file."
        }
    }

    /// A void ends with the reversal of the payment; a denied one leaves the payment as it was.
    private func decideVoid(_ step: inout Step) {
        switch step.answer.status {
        case .reversed: (step.status, step.submission) = (.voided, submissions.count - 1)
        case .denied: step.status = .denied
        default: break
        }
    }
}

// MARK: Front-end statuses

extension ClaimProgress {
    private func follow(_ step: inout Step) {
        guard let new = step.answer.status else { return }
        if status.isDecided {
            step.message = "stays \(status.rawValue): the payer has already adjudicated it."
        } else if status.isOnDesk, submissions.count > 0 || !answers.isEmpty {
            step.message = "stays \(status.rawValue): it is being corrected."
        } else if status != .submitted, current.contains(where: { $0.kind == .status && $0.outranks(step.answer) }) {
            // What came before the claim was submitted again has moved it then, and says nothing of it now.
            step.message = "stays \(status.rawValue): a later answer is on file."
        } else {
            step.status = isVoid && new == .accepted ? .voidAccepted : new
        }
    }
}

extension ClaimAnswer {
    /// Whether this status counts although the other one arrives after it: by its day, then its own before one of many, then
    /// by how far it brings the claim.
    fileprivate func outranks(_ other: ClaimAnswer) -> Bool {
        guard status != nil else { return false }
        if reference.isOfMany != other.reference.isOfMany { return other.reference.isOfMany }
        if let date, let day = other.date, date != day { return date > day }
        return (status?.rank ?? 0) > (other.status?.rank ?? 0)
    }
}

extension ClaimStatus {
    /// How far a status brings a claim, of statuses that were given on one day.
    fileprivate var rank: Int {
        switch self {
        case .accepted: 1
        case .pending: 2
        case .rejected: 3
        case .denied, .paid, .partlyPaid, .nothingDue: 4
        default: 0
        }
    }
}
