public import ClaimModel
public import ClaimRules
public import ClaimStore

/// What can be done with a stored claim now.
public struct NextSteps: Sendable {
    public let id: String
    public let account: String
    public let status: ClaimStatus
    /// The likeliest first.
    public let steps: [NextStep]
}

extension Office {
    public func nextSteps(of id: String) throws(StoreFault) -> NextSteps {
        let (record, known) = try facts(of: id)
        return NextSteps(id: id, account: record.draft.identity.account.text, status: record.status, steps: known.steps)
    }

    private func facts(of id: String) throws(StoreFault) -> (ClaimRecord, ClaimCase) {
        let record = try store.claim(id, in: parsing)
        guard !record.isDeleted else { throw .missing }
        let summary = try store.summary(of: id)
        var known = ClaimCase(
            record.draft, status: record.status, answers: try store.answers(to: id), settlement: summary.settlement,
            in: try context(for: record.draft, status: record.status))
        (known.former, known.followUp) = (summary.course.former, summary.handling.followUp)
        known.patientPayments = summary.course.payments.map(\.payment)
        return (record, known)
    }

    /// Notes that statements were printed, all of them or none; a claim that is gone meanwhile is passed over.
    public func noteStatements(of ids: [String]) throws(StoreFault) {
        guard !store.isReadOnly, !ids.isEmpty else { return }
        try store.together { () throws(StoreFault) in
            for id in ids {
                do throws(StoreFault) { try store.noteStatement(of: id, on: library.day) } catch {
                    guard error == .missing else { throw error }
                }
            }
            return true
        }
    }

    /// Takes a step that applies to the claim now.
    ///
    /// - Returns: what was done, in a sentence.
    public func take(_ step: OfficeStep, on id: String) throws(OfficeFault) -> String {
        let (record, known): (ClaimRecord, ClaimCase)
        do throws(StoreFault) { (record, known) = try facts(of: id) } catch { throw OfficeFault(error) }
        if let refusal = known.refusal(of: step) { throw OfficeFault(refusal) }
        let name = record.draft.name
        guard known.steps.contains(where: { $0.kind.means(step) }) else {
            return "\(name) is \(record.status.rawValue): nothing was changed."
        }
        do throws(StoreFault) { return try carryOut(step, on: id, name, known) } catch { throw OfficeFault(error) }
    }

    private func carryOut(
        _ step: OfficeStep, on id: String, _ name: String, _ known: ClaimCase
    ) throws(StoreFault) -> String {
        switch step {
        case .appeal:
            try store.appeal(id)
            return "\(name) is appealed."
        case .writeOff(let reason):
            let amount = Money(cents: known.balance).currency
            try store.writeOff(
                id, saying: "\(amount): \(reason)", keepingPatientsShare: known.leavesPatientsShare)
            let share = Money(cents: known.open.patient).currency
            return "\(name): \(amount) written off. It can be undone."
                + (known.leavesPatientsShare ? " The patient owes \(share)." : "")
        case .reopen:
            try store.reopen(id)
            return "\(name) is \(known.former?.rawValue ?? "") again."
        case .followUp(let day):
            try store.arrange(id, .followUp) { $0.followUp = day }
            return day.map { "\(name): follow up on \($0)." } ?? "\(name): follow-up released."
        case .unpost:
            try unpost(id)
            let before = known.answers.last?.paper?.before.rawValue ?? ""
            let next = known.settlement?.nextPayer == .billed
            return "\(name): the EOB is deleted; the claim is \(before) again."
                + (next ? " The next payer's claim was started from it: correct the amounts there." : "")
        case .patientPaid(let payment): return try take(payment, on: id, name)
        case .undoPatientPayment: return try undoPatientPayment(on: id, name)
        }
    }
}

extension NextStep.Kind {
    /// Whether it is what the office is asked for.
    fileprivate func means(_ step: OfficeStep) -> Bool {
        switch (self, step) {
        case (.appeal, .appeal), (.writeOff, .writeOff), (.reopen, .reopen), (.unpost, .unpost),
            (.followUp, .followUp), (.patientPaid, .patientPaid), (.undoPatientPayment, .undoPatientPayment):
            true
        default: false
        }
    }
}
