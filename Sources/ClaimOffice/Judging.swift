public import ClaimModel
public import ClaimRules
public import ClaimStore

/// A claim with what is found on it, and what it was judged by.
public struct JudgedClaim: Sendable {
    public let draft: ClaimDraft
    public let context: Context
    public let findings: [Finding]

    public init(_ draft: ClaimDraft, in context: Context) {
        self.draft = draft
        self.context = context
        findings = validate(draft, in: context)
    }

    public var verdict: Verdict { Verdict(of: findings, on: draft) }
    /// What the worklist counts.
    public var tally: Tally { Tally(findings, on: draft) }
    /// As a claim that nobody has saved yet, clean or flagged.
    public var record: ClaimRecord { ClaimRecord(draft, status: verdict.status, tally: tally) }
}

extension Office {
    /// What a claim of the store is judged by: its payer's policy, the patient's other claims, and what was sent of it
    /// before. While the payer has it, what was sent is nothing to speak of.
    ///
    /// There is no other place that makes it, so that every door gives one claim the same findings.
    ///
    /// - Parameter status: as the claim stands; `nil` for one that is not in the store yet.
    public func context(for draft: ClaimDraft, status: ClaimStatus?) throws(StoreFault) -> Context {
        let isWithPayer = status?.restsWithPayer ?? false
        return library.context(
            for: draft, history: try store.history(ofPatient: draft, in: parsing),
            sent: isWithPayer ? [] : try store.sentVersions(of: draft.id, in: parsing))
    }

    public func judge(_ draft: ClaimDraft, status: ClaimStatus?) throws(StoreFault) -> JudgedClaim {
        JudgedClaim(draft, in: try context(for: draft, status: status))
    }

    public func judge(_ record: ClaimRecord) throws(StoreFault) -> JudgedClaim {
        try judge(record.draft, status: record.status)
    }

    /// Has the worklist count what is found on a claim now that it was answered or sent. One that somebody has open is
    /// counted when it is saved.
    func recount(_ id: String) throws(StoreFault) {
        guard let lock = try? store.lock(id) else { return }
        defer { lock.release() }
        var record = try store.claim(id, in: parsing)
        let tally = try judge(record).tally
        guard tally != record.tally, !record.isDeleted else { return }
        record.tally = tally
        try store.save(record)
    }
}
