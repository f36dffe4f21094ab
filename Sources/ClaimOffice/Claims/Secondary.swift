public import ClaimModel
public import ClaimRules
import ClaimStore
import Foundation

/// A claim to a second payer with its findings.
public struct BegunSecondary: Sendable {
    public let judged: JudgedClaim
    /// What the person should know before submitting it, one sentence each.
    public let notices: [String]
}

/// How to start a claim to a second payer.
public struct SecondaryOptions: Sendable {
    /// Whether nothing is saved.
    public var isDryRun: Bool
    /// Whether to start another if the store has one.
    public var beginsAgain: Bool

    public init(isDryRun: Bool = false, beginsAgain: Bool = false) {
        (self.isDryRun, self.beginsAgain) = (isDryRun, beginsAgain)
    }
}

/// Why there is no claim to a second payer.
public enum SecondaryFault: Error, Sendable {
    case obstacle(SecondaryClaim.Obstacle)
    /// The store has one: its account number, else its id, and the payer's name.
    case begunBefore(claim: String, payer: String)
    case store(OfficeFault)
}

extension Office {
    /// Starts the claim to the second payer from the primary's claim and its answers, and saves it.
    public func beginSecondary(
        after primary: ClaimDraft, _ options: SecondaryOptions = SecondaryOptions()
    ) throws(SecondaryFault) -> BegunSecondary {
        do {
            let secondary = try SecondaryClaim(
                after: primary, answered: try store.answers(to: primary.id), id: UUID().uuidString.lowercased(),
                in: parsing)
            if !options.beginsAgain, let earlier = try earlierSecondary(like: secondary.draft) {
                throw SecondaryFault.begunBefore(claim: earlier, payer: secondary.draft.payer.name.text)
            }
            let draft =
                options.isDryRun ? secondary.draft : secondary.numbered(try store.nextAccountNumber(), in: parsing)
            let judged = try judge(draft, status: nil)
            if !options.isDryRun {
                try store.save(judged.record)
                try store.noteNextPayer(billedBy: draft.id, after: primary.id)
            }
            return BegunSecondary(judged: judged, notices: secondary.notices)
        } catch let fault as SecondaryFault {
            throw fault
        } catch let obstacle as SecondaryClaim.Obstacle {
            throw .obstacle(obstacle)
        } catch {
            throw .store(OfficeFault("\(error)"))
        }
    }
}
