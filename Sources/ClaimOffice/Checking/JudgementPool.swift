import ClaimModel
import ClaimRules
import Synchronization

/// The judgements of a check: as many as there are claims in parallel, each continuing from its previous claim.
///
/// They are kept by policy, since a claim has most in common with the previous claim of the same policy.
final class JudgementPool: Sendable {
    private let idle = Mutex<[String: [Judgement]]>([:])

    func findings(on draft: ClaimDraft, in context: Context) -> [Finding] {
        let policy = context.policy.id
        var judgement = idle.withLock { $0[policy]?.popLast() } ?? Judgement()
        defer { idle.withLock { $0[policy, default: []].append(judgement) } }
        return judgement.findings(on: draft, in: context)
    }
}
