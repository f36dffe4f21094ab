import ClaimModel
public import ClaimRules
public import ClaimStore

/// Which queues a claim is in, by what its row says.
struct Queueing {
    private let office: Office

    init(_ office: Office) { self.office = office }

    /// How long the office waits for a payer's decision before it asks, unless it sets another number of days. Ours.
    static let standardDays = 30

    func queues(of claim: ClaimSummary, _ appeal: AppealTime?) -> [ClaimQueue] {
        let today = office.library.day
        var queues: [ClaimQueue] = []
        if let day = claim.handling.followUp, day <= today, claim.status != .deleted { queues.append(.followUp) }
        if isUnanswered(claim, on: today) { queues.append(.noAnswer) }
        if case .days(0...)? = appeal { queues.append(.appeal) }
        if let settlement = claim.settlement {
            if settlement.isNextPayersTurn(after: claim.status) { queues.append(.nextPayer) }
            if let queue = claim.queueOfPatientsPart(settlement) { queues.append(queue) }
        }
        return queues
    }

    private func isUnanswered(_ claim: ClaimSummary, on today: Day) -> Bool {
        let days = office.library.noAnswerDays
        guard days > 0, [.submitted, .accepted, .pending].contains(claim.status) else { return false }
        return today - (claim.course.submittedOn ?? Today.day(of: claim.updatedAt)) >= days
    }

    /// `nil` for what is not denied, or was never adjudicated.
    ///
    /// - Parameter policy: is looked up only for a denial.
    func appealTime(of claim: ClaimSummary, under policy: @autoclosure () -> Policy) -> AppealTime? {
        guard claim.status == .denied, claim.settlement?.isUnprocessable != true else { return nil }
        let deadline = AppealDeadline(decidedOn: claim.settlement?.decidedOn, under: policy())
        return deadline.map { .days($0.last - office.library.day) } ?? .unknown
    }
}

extension ClaimSummary {
    /// Whether the patient is to be billed, or was billed and has not paid all of it.
    fileprivate func queueOfPatientsPart(_ settlement: ClaimSettlement) -> ClaimQueue? {
        guard openBalance(of: charge).patient > 0 else { return nil }
        return settlement.statementOn == nil ? .patient : .patientOpen
    }
}

extension ClaimSummary {
    /// Who still owes what of it.
    ///
    /// - Parameter left: what neither payers nor contracts nor the patient have settled, in cents.
    func openBalance(of left: Int) -> OpenBalance {
        OpenBalance(
            of: left, status: status, isBegun: settlement != nil || !course.after.isEmpty,
            settlement: settlement, payments: course.payments.map(\.payment).total)
    }
}

extension Office {
    /// The claims of a queue, the oldest first.
    public func claims(in queue: ClaimQueue) throws(StoreFault) -> [ListedClaim] {
        try worklist().claims.reversed().filter { $0.queues.contains(queue) }
    }

    /// Works out what payers have decided, and why they deny, of claims that an earlier version took the answers of, once for
    /// a store.
    public func fillSettlements() throws(StoreFault) {
        guard !store.isReadOnly, try store.preference(Office.settlementsFilled) != Office.settlementsWithReasons else {
            return
        }
        var settlements: [String: ClaimSettlement] = [:]
        for claim in try store.claims() where claim.settlement != nil || claim.status.reachedPayer {
            let answers = try store.answers(to: claim.id)
            guard answers.contains(where: { $0.kind == .remittance }) else { continue }
            let record = try store.claim(claim.id, in: parsing)
            settlements[claim.id] = try progress(of: record).settlement(after: nil, before: nil)
        }
        try store.settle(settlements)
        try store.setPreference(Office.settlementsFilled, to: Office.settlementsWithReasons)
    }

    private static let settlementsFilled = "settlements-filled"
    private static let settlementsWithReasons = "3"

    /// Where a claim is after the answers that are on file.
    func progress(of record: ClaimRecord) throws(StoreFault) -> ClaimProgress {
        ClaimProgress(
            of: record.draft, status: record.status,
            sent: try store.sentVersions(of: record.id, in: parsing), answers: try store.answers(to: record.id),
            in: try context(for: record.draft, status: record.status))
    }
}
