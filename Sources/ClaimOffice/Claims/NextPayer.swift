public import ClaimModel
public import ClaimRules
import ClaimStore
import Foundation

/// A claim to the next payer with its findings.
public struct BegunNextClaim: Sendable {
    public let judged: JudgedClaim
    /// What the person should know before submitting it, one sentence each.
    public let notices: [String]
}

/// How to start a claim to the next payer.
public struct NextPayerOptions: Sendable {
    /// Whether nothing is saved.
    public var isDryRun: Bool
    /// Whether to start another if the store has one.
    public var beginsAgain: Bool

    public init(isDryRun: Bool = false, beginsAgain: Bool = false) {
        (self.isDryRun, self.beginsAgain) = (isDryRun, beginsAgain)
    }
}

/// Why there is no claim to the next payer.
public enum NextPayerFault: Error, Sendable {
    case obstacle(NextPayerClaim.Obstacle)
    /// The store has one: its account number, else its id, and the payer's name.
    case begunBefore(claim: String, payer: String)
    case store(OfficeFault)
}

extension Office {
    /// Starts the claim to the next payer from the claim to the one before and its answers, and saves it.
    public func billNextPayer(
        after claim: ClaimDraft, _ options: NextPayerOptions = NextPayerOptions()
    ) throws(NextPayerFault) -> BegunNextClaim {
        do {
            let next = try NextPayerClaim(
                after: claim, answered: try store.answers(to: claim.id), id: UUID().uuidString.lowercased(),
                in: parsing)
            let begun = options.isDryRun ? try begin(next, options) : try save(next, after: claim, options)
            return BegunNextClaim(judged: try begun.get(), notices: next.notices)
        } catch let fault as NextPayerFault {
            throw fault
        } catch let obstacle as NextPayerClaim.Obstacle {
            throw .obstacle(obstacle)
        } catch {
            throw .store(OfficeFault("\(error)"))
        }
    }

    private func begin(
        _ next: NextPayerClaim, _ options: NextPayerOptions
    ) throws(StoreFault) -> Result<JudgedClaim, NextPayerFault> {
        if !options.beginsAgain, let known = try earlierClaim(toPayerOf: next.draft) {
            return .failure(.begunBefore(claim: known, payer: next.draft.payer.name.text))
        }
        let draft = options.isDryRun ? next.draft : next.numbered(try store.nextAccountNumber(), in: parsing)
        return .success(try judge(draft, status: nil))
    }

    /// All of it or nothing, and for two desks only once.
    private func save(
        _ next: NextPayerClaim, after claim: ClaimDraft, _ options: NextPayerOptions
    ) throws(StoreFault) -> Result<JudgedClaim, NextPayerFault> {
        var begun: Result<JudgedClaim, NextPayerFault>?
        try store.together { () throws(StoreFault) in
            begun = try begin(next, options)
            guard case .success(let judged) = begun else { return false }
            try store.save(judged.record)
            try store.noteNextPayer(billedBy: judged.draft.id, after: claim.id)
            return true
        }
        return begun ?? .failure(.store(OfficeFault(StoreFault.missing)))
    }
}
