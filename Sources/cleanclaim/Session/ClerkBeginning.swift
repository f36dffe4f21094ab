import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Workstation

/// Claims that begin: each gets a number of its own from the store, or is saved at once.
extension Clerk {
    /// Begins a claim.
    func create(_ beginning: Beginning) -> [Action] {
        let keyed: ClaimDraft? = if case .after(let id, _) = beginning { unsaved[id]?.claim.draft } else { nil }
        return ask { office throws(StoreFault) in
            let begun = try office.begun(beginning, asKeyed: keyed)
            let answer = try office.answer(
                begun.claim.record.draft, .draft, isNew: true, toKeyAgain: begun.toKeyAgain)
            return { clerk in
                clerk.open = begun.claim
                return [answer] + begun.message.map { .said($0) }
            }
        }
    }

    /// Begins the claim to the second payer, saves it, and opens it.
    func createSecondary(after source: String) -> [Action] {
        let keyed = unsaved[source]?.claim.draft
        return ask { office throws(StoreFault) in
            let primary = try office.draft(source, asKeyed: keyed)
            let begun: BegunSecondary
            do throws(SecondaryFault) {
                begun = try office.beginSecondary(after: primary)
            } catch {
                let message = error.shortMessage
                return { _ in [.said(message)] }
            }
            let claim = try office.open(begun.judged.draft.id)
            let draft = claim.record.draft
            let answer = try office.answer(draft, claim.record.status)
            let message = "Claim to \(draft.payer.name.text), with the amounts of the primary's remittance."
            return { clerk in
                clerk.open = claim
                return [answer, .said(begun.notices.first ?? message)]
            }
        }
    }

    /// Keeps what was keyed on a claim in conflict as a new claim.
    func createCopy(of waiting: UnsavedClaim) -> [Action] {
        let (id, keyed) = (waiting.claim.draft.id, waiting.claim.draft)
        return ask { office throws(StoreFault) in
            let copy = try office.beginCopy(of: keyed)
            let draft = copy.record.draft
            let answer = try office.answer(draft, .draft)
            return { clerk in
                clerk.unsaved[id] = nil
                clerk.open = copy
                clerk.keep(SavedClaim(draft: draft, status: .draft))
                let account = draft.identity.account.text
                return [answer, .said("Your version is the new claim \(account); the other one is kept.")]
            }
        }
    }
}

extension Office {
    /// A claim for the workstation to open.
    func answer(
        _ draft: ClaimDraft, _ status: ClaimStatus, isNew: Bool = false, toKeyAgain: Set<Place> = []
    ) throws(StoreFault) -> Action {
        // The workstation checks it while it is keyed, also as a claim that is resubmitted.
        let context = try context(for: draft, status: nil)
        return .opened(
            OpenedClaim(
                draft: draft, status: status, history: context.history, sent: context.sent,
                answers: try store.answers(to: draft.id), learned: context.learned, isNew: isNew,
                toKeyAgain: toKeyAgain))
    }

    /// A claim as last keyed.
    fileprivate func draft(_ id: String, asKeyed draft: ClaimDraft?) throws(StoreFault) -> ClaimDraft {
        if let draft { return draft }
        return try store.claim(id, in: parsing).draft
    }

    /// - Returns: the claim, what of its visit must be keyed again, and what to say of it.
    fileprivate func begun(
        _ beginning: Beginning, asKeyed keyed: ClaimDraft?
    ) throws(StoreFault) -> (claim: OpenClaim, toKeyAgain: Set<Place>, message: [String]) {
        let parsing = self.parsing
        guard case .after(let source, let repetition) = beginning else {
            let claim = try begin { id, account, practice in
                ClaimDraft.new(id: id, account: account, practice: practice, in: parsing)
            }
            return (claim, [], [])
        }
        let origin = try draft(source, asKeyed: keyed)
        let earlier = try context(for: origin, status: nil).history
        let claim = try begin { id, account, practice in
            ClaimDraft.copy(
                of: origin, as: repetition, id: id, account: account, practice: practice, earlier: earlier,
                in: parsing)
        }
        let copy = claim.record.draft
        return (
            claim, ClaimDraft.places(toKeyAgainOn: copy, of: origin, as: repetition),
            [repetition.message(on: copy, after: origin)]
        )
    }
}

extension SecondaryFault {
    fileprivate var shortMessage: String {
        switch self {
        case .obstacle(let obstacle): obstacle.description
        case .begunBefore(let claim, let payer): "Claim \(claim) to \(payer) already has these lines. Open that one."
        case .store(let fault): fault.message
        }
    }
}
