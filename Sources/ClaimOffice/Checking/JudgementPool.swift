import ClaimModel
import ClaimRules
import Synchronization

/// The judgements of a batch: as many as claims are judged at once, each going on from the claim it judged last.
///
/// They are kept by policy, since a claim has most in common with the one before it that is judged by the same one.
final class JudgementPool: Sendable {
    private let idle = Mutex<[String: [Judgement]]>([:])

    func findings(on draft: ClaimDraft, in context: Context) -> [Finding] {
        let policy = context.policy.id
        var judgement = idle.withLock { $0[policy]?.popLast() } ?? Judgement()
        defer { idle.withLock { $0[policy, default: []].append(judgement) } }
        return judgement.findings(on: draft, in: context)
    }
}
