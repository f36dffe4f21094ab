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
                begun.claim.record.draft, .draft, isNew: true, toKeyAgain: begun.toKeyAgain, given: begun.given)
            return { clerk in
                clerk.open = begun.claim
                return [answer] + (begun.message.map { [.said($0)] } ?? [])
            }
        }
    }

    /// Begins the claim to the next payer, saves it, and opens it.
    func createNextPayersClaim(after source: String) -> [Action] {
        let keyed = unsaved[source]?.claim.draft
        return ask { office throws(StoreFault) in
            let before = try office.draft(source, asKeyed: keyed)
            let begun: BegunNextClaim
            do throws(NextPayerFault) {
                begun = try office.billNextPayer(after: before)
            } catch {
                let message = error.shortMessage
                return { _ in [.said(message)] }
            }
            let claim = try office.open(begun.judged.draft.id)
            let draft = claim.record.draft
            let answer = try office.answer(draft, claim.record.status)
            let message =
                "Claim to \(draft.payer.name.text), with the amounts of the \(before.orderOfPayer.label)'s remittance."
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

/// A claim that has just begun.
private struct BegunClaim {
    let claim: OpenClaim
    /// What of the visit must be keyed again.
    var toKeyAgain: Set<Place> = []
    /// What a template filled in.
    var given: Set<Place> = []
    /// What to say of it.
    var message: String?
}

extension Office {
    /// A claim for the workstation to open.
    func answer(
        _ draft: ClaimDraft, _ status: ClaimStatus, isNew: Bool = false, toKeyAgain: Set<Place> = [],
        given: Set<Place> = [], holder: HeldElsewhere? = nil
    ) throws(StoreFault) -> Action {
        .opened(
            try opened(draft, status, isNew: isNew, toKeyAgain: toKeyAgain, given: given, holder: holder))
    }

    /// A claim with everything that the workstation checks it against.
    func opened(
        _ draft: ClaimDraft, _ status: ClaimStatus, isNew: Bool = false, toKeyAgain: Set<Place> = [],
        given: Set<Place> = [], holder: HeldElsewhere? = nil
    ) throws(StoreFault) -> OpenedClaim {
        // It is checked while it is keyed, also as a claim that is resubmitted: whatever its status, what was sent counts.
        let context = try context(for: draft, status: .draft)
        return OpenedClaim(
            draft: draft, status: status, history: context.history, sent: context.sent,
            answers: try store.answers(to: draft.id), learned: context.learned, isNew: isNew,
            toKeyAgain: toKeyAgain, given: given, holder: holder)
    }

    /// A claim as last keyed.
    fileprivate func draft(_ id: String, asKeyed draft: ClaimDraft?) throws(StoreFault) -> ClaimDraft {
        if let draft { return draft }
        return try store.claim(id, in: parsing).draft
    }

    fileprivate func begun(_ beginning: Beginning, asKeyed keyed: ClaimDraft?) throws(StoreFault) -> BegunClaim {
        switch beginning {
        case .defaults: try begunNew { _ in [] }
        case .after(let source, let repetition): try begun(after: source, repetition, asKeyed: keyed)
        case .template(let name): try begun(with: name)
        }
    }

    /// - Parameter fill: fills the new claim in, and returns the places.
    private func begunNew(_ fill: (inout ClaimDraft) -> Set<Place>) throws(StoreFault) -> BegunClaim {
        var given: Set<Place> = []
        let claim = try begin { id, account, practice in
            var draft = ClaimDraft.new(id: id, account: account, practice: practice, in: parsing)
            given = fill(&draft)
            return draft
        }
        return BegunClaim(claim: claim, given: given)
    }

    private func begun(with template: String) throws(StoreFault) -> BegunClaim {
        guard let entry = try store.references(.template).first(where: { $0.identity == template && $0.isOffered })
        else {
            var begun = try begunNew { _ in [] }
            begun.message = "This template is no longer on file: the claim is blank."
            return begun
        }
        var begun = try begunNew { $0.take(template: entry, in: parsing) }
        let unknown = entry.unknownKeys
        let left = unknown.isEmpty ? "" : " Left out, no such field: \(unknown.joined(separator: ", "))."
        begun.message = "From template \(entry.text(of: .entryName)): confirm its diagnoses and codes.\(left)"
        return begun
    }

    private func begun(
        after source: String, _ repetition: Repetition, asKeyed keyed: ClaimDraft?
    ) throws(StoreFault) -> BegunClaim {
        let parsing = self.parsing
        let origin = try draft(source, asKeyed: keyed)
        let earlier = try context(for: origin, status: nil).history
        var claim = try begin { id, account, practice in
            ClaimDraft.copy(
                of: origin, as: repetition, id: id, account: account, practice: practice, earlier: earlier,
                in: parsing)
        }
        let toKeyAgain = ClaimDraft.places(toKeyAgainOn: claim.record.draft, of: origin, as: repetition)
        let policy = library.policies.policy(for: origin)
        let score = claim.record.draft.askScoreAnew(under: policy, in: parsing)
        return BegunClaim(
            claim: claim, toKeyAgain: toKeyAgain.union(score),
            message: repetition.message(on: claim.record.draft, after: origin))
    }
}

extension NextPayerFault {
    fileprivate var shortMessage: String {
        switch self {
        case .obstacle(let obstacle): obstacle.description
        case .begunBefore(let claim, let payer): "Claim \(claim) to \(payer) already has these lines. Open that one."
        case .store(let fault): fault.message
        }
    }
}
