public import ClaimModel
public import ClaimRules
public import ClaimStore

/// A claim with its findings, and the context that it was checked in.
public struct JudgedClaim: Sendable {
    public let draft: ClaimDraft
    public let context: Context
    public let findings: [Finding]

    public init(_ draft: ClaimDraft, in context: Context) {
        self.draft = draft
        self.context = context
        findings = validate(draft, in: context)
    }

    /// With findings that a judgement has carried over from the claim before.
    init(_ draft: ClaimDraft, in context: Context, by judgements: JudgementPool) {
        self.draft = draft
        self.context = context
        findings = judgements.findings(on: draft, in: context)
    }

    public var verdict: Verdict { Verdict(of: findings, on: draft) }
    /// The counts for the worklist.
    public var tally: Tally { Tally(findings, on: draft) }
    /// The record of a claim that is not saved yet, clean or flagged.
    public var record: ClaimRecord { ClaimRecord(draft, status: verdict.status, tally: tally) }
}

extension Office {
    /// The context to check a stored claim in: its payer's policy, the patient's other claims, and its earlier
    /// submissions. While the payer has the claim, its submissions do not count.
    ///
    /// Contexts are made only here, so a claim has the same findings in the workstation and in every command.
    ///
    /// - Parameter status: the claim's status; `nil` for one that is not in the store yet.
    public func context(for draft: ClaimDraft, status: ClaimStatus?) throws(StoreFault) -> Context {
        let history = try store.history(ofPatient: draft, in: parsing)
        let learned = try store.learned()
        guard let status else { return library.context(for: draft, history: history, sent: [], learned: learned) }
        return library.context(
            for: draft, history: history,
            sent: status.restsWithPayer ? [] : try store.sentVersions(of: draft.id, in: parsing),
            answers: try store.answers(to: draft.id), learned: learned)
    }

    public func judge(_ draft: ClaimDraft, status: ClaimStatus?) throws(StoreFault) -> JudgedClaim {
        JudgedClaim(draft, in: try context(for: draft, status: status))
    }

    /// What the office's own remittances teach.
    public func learned() throws(StoreFault) -> Learned { try store.learned() }

    /// The same for one of many claims, most of which have their practice and their payer in common.
    func judge(_ draft: ClaimDraft, by judgements: JudgementPool) throws(StoreFault) -> JudgedClaim {
        JudgedClaim(draft, in: try context(for: draft, status: nil), by: judgements)
    }

    /// The same for one that was judged as if no other claim of the patient were known.
    func judge(_ alone: JudgedClaim, by judgements: JudgementPool) throws(StoreFault) -> JudgedClaim {
        let history = try store.history(ofPatient: alone.draft, in: parsing)
        guard !history.isEmpty else { return alone }
        let context = library.context(
            for: alone.draft, history: history, sent: [], learned: alone.context.learned)
        return JudgedClaim(alone.draft, in: context, by: judgements)
    }

    public func judge(_ record: ClaimRecord) throws(StoreFault) -> JudgedClaim {
        try judge(record.draft, status: record.status)
    }

    /// Updates a claim's counts on the worklist after an answer or a submission. An open claim is counted when it is saved.
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
