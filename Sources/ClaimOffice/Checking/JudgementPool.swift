import ClaimModel
import ClaimRules
import Synchronization

/// The judgements of a check: as many as there are claims in parallel, each continuing from its previous claim.
///
/// They are kept by policy, since a claim has most in common with the previous claim of the same policy.
final class JudgementPool: Sendable {
    private let idle = Mutex<[String: [Judgement]]>([:])

    func findings(on draft: ClaimDraft, in context: Context) -> [Finding] {
        lend(to: context) { $0.findings(on: draft, in: context) }
    }

    /// Makes a claim of a draft that nothing holds back.
    func claim(readying draft: ClaimDraft, in context: Context) throws(Rejection) -> Claim {
        try lend(to: context) { (judgement: inout Judgement) throws(Rejection) in
            try Claim(readying: draft, in: context, by: &judgement)
        }
    }

    private func lend<Result, Fault: Error>(
        to context: Context, _ body: (inout Judgement) throws(Fault) -> Result
    ) throws(Fault) -> Result {
        let policy = context.policy.id
        var judgement = idle.withLock { $0[policy]?.popLast() } ?? Judgement()
        defer { idle.withLock { $0[policy, default: []].append(judgement) } }
        return try body(&judgement)
    }
}
