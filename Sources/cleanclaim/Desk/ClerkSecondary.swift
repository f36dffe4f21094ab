import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Begins the claim to the second payer, keeps it, and opens it.
    func createdSecondary(after source: String) throws(StoreFault) -> [Action] {
        let waiting = unsaved[source]?.claim.draft
        let primary = if let waiting { waiting } else { try store.claim(source, in: parsing).draft }
        let secondary: SecondaryClaim
        do throws(SecondaryClaim.Obstacle) {
            secondary = try SecondaryClaim(
                after: primary, answered: (try? store.answers(to: primary)) ?? [], id: UUID().uuidString.lowercased(),
                in: parsing)
        } catch {
            return [.said(error.description)]
        }
        if let earlier = try store.earlierSecondary(like: secondary.draft, in: parsing) {
            return [.said("Claim \(earlier) is the one to \(secondary.draft.payer.name.text) already: open that one.")]
        }
        let draft = secondary.numbered(try store.nextAccountNumber(), in: parsing)
        let lock = try store.lock(draft.id)
        let record = try store.save(around.record(of: draft))
        open = OpenRecord(record: record, lock: lock)
        let words = "The claim to \(draft.payer.name.text), with what the primary's remittance says."
        return [
            .opened(OpenedClaim(draft: draft, status: record.status, history: history(of: draft), isNew: false)),
            .said(secondary.notices.first ?? words),
        ]
    }
}

extension ClaimStore {
    /// What was answered to a claim, the earliest first, as far as it reads.
    func answers(to draft: ClaimDraft) throws(StoreFault) -> [ClaimAnswer] {
        let account = draft.identity.account.text
        return try answers(to: draft.id).compactMap { ClaimAnswer(stored: $0, account: account) }
    }
}
