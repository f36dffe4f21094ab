public import ClaimModel
public import ClaimRules
public import Foundation

/// What the office does with a claim after its answer; nobody needs to have it open.
extension ClaimStore {
    /// What payers have decided of a claim so far; `nil` where none has.
    public func settlement(of id: String) throws(StoreFault) -> ClaimSettlement? {
        try summary(of: id).settlement
    }

    /// A row of the worklist.
    public func summary(of id: String) throws(StoreFault) -> ClaimSummary {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { throw StoreFault.missing }
            return ClaimSummary(claim)
        }
    }

    /// Gives the balance of a claim up.
    ///
    /// - Parameters:
    ///   - writeOff: amount and reason.
    ///   - keepsPatientsShare: whether what the patient owes stays open.
    public func writeOff(
        _ id: String, saying writeOff: String, keepingPatientsShare keepsPatientsShare: Bool = false
    ) throws(StoreFault) {
        try change(id, .writtenOff) { claim in
            claim.setAside(as: .writtenOff)
            let before = claim.face.course.writeOff
            claim.face.course.writeOff = before.isEmpty ? writeOff : "\(before); \(writeOff)"
            claim.face.settlement?.isPatientsShareKept = keepsPatientsShare
        }
    }

    public func appeal(_ id: String) throws(StoreFault) {
        try change(id, .appealed) { $0.setAside(as: .appealed) }
    }

    /// Takes a write-off or an appeal back: the claim has the status that it had before.
    public func reopen(_ id: String) throws(StoreFault) {
        try change(id, .reopened) { claim in
            guard [.writtenOff, .appealed].contains(claim.status), let former = claim.face.course.former else { return }
            claim.status = former
            (claim.face.course.former, claim.face.course.writeOff) = (nil, "")
            claim.face.settlement?.isPatientsShareKept = false
            claim.count()
        }
    }

    /// Notes that the patient's statement was printed.
    public func noteStatement(of id: String, on day: Day) throws(StoreFault) {
        try change(id, .statement) { $0.face.settlement?.statementOn = day }
    }

    /// Records what the patient paid.
    public func record(_ payment: RecordedPayment, on id: String) throws(StoreFault) {
        try change(id, .patientPaid) { $0.face.course.payments.append(payment) }
    }

    /// Takes back the payment of the patient that was recorded last.
    ///
    /// - Returns: `nil` where there is none.
    public func undoPatientPayment(on id: String) throws(StoreFault) -> RecordedPayment? {
        guard let last = try summary(of: id).course.payments.last else { return nil }
        try change(id, .patientPaymentUndone) { claim in claim.face.course.payments.removeAll { $0 == last } }
        return last
    }

    /// Notes that the claim to the next payer has begun; the two know of each other from now on.
    public func noteNextPayer(billedBy next: String, after primary: String) throws(StoreFault) {
        guard try exists(primary) else { return }
        try change(next, .nextPayerBilled) { $0.face.course.after = primary }
        try change(primary, .nextPayerBilled) { $0.settleNextPayer(isBilled: true) }
    }

    /// The same where the claim to the next payer was deleted, or restored.
    func noteNextPayer(of next: String, isBilled: Bool) throws(StoreFault) {
        let primary = try summary(of: next).course.after
        guard !primary.isEmpty, try exists(primary) else { return }
        try change(primary, .nextPayerBilled) { $0.settleNextPayer(isBilled: isBilled) }
    }

    /// Sets what payers have decided, or why they deny, where an earlier version has not kept it.
    public func settle(_ settlements: [String: ClaimSettlement]) throws(StoreFault) {
        try writing { database in
            for (id, settlement) in settlements {
                guard var claim = try? StoredClaim.find(id, in: database, seals) else { continue }
                if claim.face.settlement == nil { claim.face.settlement = settlement }
                claim.face.settlement?.denialReasons = settlement.denialReasons
                try claim.update(at: claim.updated, in: database, seals)
            }
        }
    }

    private func exists(_ id: String) throws(StoreFault) -> Bool {
        try reading { try StoredClaim.find(id, in: $0, seals) != nil }
    }
}

extension StoredClaim {
    fileprivate mutating func setAside(as status: ClaimStatus) {
        guard self.status != status else { return }
        if ![.writtenOff, .appealed].contains(self.status) { face.course.former = self.status }
        self.status = status
        count()
    }

    fileprivate mutating func settleNextPayer(isBilled: Bool) {
        var settlement = face.settlement ?? ClaimSettlement()
        guard isBilled || settlement.nextPayer == .billed else { return }
        settlement.nextPayer = isBilled ? .billed : .due
        face.settlement = settlement
    }
}

extension ClaimStore {
    /// Deletes the EOB that was posted last on a claim, which has the status again that it had before.
    ///
    /// - Parameter settlement: what payers have decided without it.
    /// - Returns: what was deleted; `nil` where the last answer is none that somebody posted.
    public func unpost(_ id: String, settling settlement: ClaimSettlement?) throws(StoreFault) -> ClaimAnswer? {
        try writing { database in
            guard var claim = try current(id, in: database) else { throw StoreFault.missing }
            guard let last = try claim.answers(in: database, seals).last else { return nil }
            let answer = try ClaimAnswer(stored: last.json, account: claim.face.keys.account)
            guard let paper = answer.paper else { return nil }
            try database.execute("DELETE FROM answer WHERE number = ?", [last.number])
            try noteOnLatestSending(of: claim.number, paper.before, in: database)
            let before = claim
            (claim.status, claim.face.settlement) = (paper.before, settlement)
            claim.count()
            try claim.update(at: timestamp, in: database, seals)
            let posted = TrailChange("EOB", from: "\(answer.date?.description ?? "") \(answer.payment)", to: "")
            try record(.unposted, of: claim, [posted] + TrailChange.all(from: before, to: claim), in: database)
            return answer
        }
    }

    /// What was answered to a claim with the moments at which it arrived, the earliest first.
    public func datedAnswers(to id: String) throws(StoreFault) -> [(answer: ClaimAnswer, at: Date)] {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { return [] }
            return try claim.answers(in: database, seals).map { answer in
                (
                    try ClaimAnswer(stored: answer.json, account: claim.face.keys.account),
                    Date(timeIntervalSince1970: Double(answer.receivedAt) / 1000)
                )
            }
        }
    }
}
