import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Carries out an effect and returns the answers; `.save`, `.savePractice`, `.beep` and `.leave` are the session's.
    func carryOut(_ effect: Effect) -> [Action] {
        do throws(StoreFault) {
            switch effect {
            case .list: return [.listed(try rows())]
            case .open(let id): return try opened(id)
            case .keepVersion(let id): try office.store.keepSentVersion(of: id)
            case .create(let source): return try created(copyOf: source)
            case .createSecondary(let source): return try createdSecondary(after: source)
            case .close(let id): return try close(id)
            case .delete(let id): try office.store.delete(id)
            case .restore(let id): try office.store.restore(id)
            case .hold(let id, let reason): try hold(id, reason)
            case .comment(let id, let text): try office.store.comment(id, text)
            case .preview(let kind, let draft): return [try previewed(kind, draft)]
            case .print(let draft, let paperwork, let target): return try printed(draft, paperwork, on: target)
            case .listBatches: return try listed()
            case .listBatch(let id): return try listed(file: id)
            case .offerSending: return try submissionOffer()
            case .send(let file): return try submit(to: file)
            case .save, .savePractice, .beep, .leave: break
            }
            return []
        } catch {
            return [.said(error.description)]
        }
    }

    private func opened(_ id: String) throws(StoreFault) -> [Action] {
        if let waiting = unsaved[id] {
            open = waiting.open
            return [try answer(waiting.claim.draft, waiting.claim.status)]
        }
        let claim = try office.open(id)
        open = claim
        return [try answer(claim.record.draft, claim.record.status)]
    }

    private func created(copyOf source: String?) throws(StoreFault) -> [Action] {
        let parsing = office.parsing
        guard let source else {
            let claim = try office.begin { id, account, practice in
                ClaimDraft.new(id: id, account: account, practice: practice, in: parsing)
            }
            open = claim
            return [try answer(claim.record.draft, .draft, isNew: true)]
        }
        let origin = try draft(source)
        let earlier = try office.context(for: origin, status: nil).history
        let claim = try office.begin { id, account, practice in
            ClaimDraft.copy(
                of: origin, id: id, account: account, practice: practice, earlier: earlier, in: parsing)
        }
        open = claim
        let message = "A copy: confirm the diagnoses; enter the dates, times, dose, weight and NDC of this visit."
        return [try answer(claim.record.draft, .draft, isNew: true), .said(message)]
    }

    /// Starts the claim to the second payer, saves it, and opens it.
    private func createdSecondary(after source: String) throws(StoreFault) -> [Action] {
        do {
            let begun = try office.beginSecondary(after: try draft(source))
            let claim = try office.open(begun.judged.draft.id)
            open = claim
            let draft = claim.record.draft
            let message = "Claim to \(draft.payer.name.text), with the amounts of the primary's remittance."
            return [try answer(draft, claim.record.status), .said(begun.notices.first ?? message)]
        } catch let fault as SecondaryFault {
            return [.said(fault.shortMessage)]
        } catch {
            return [.said("\(error)")]
        }
    }

    /// A claim as last keyed.
    private func draft(_ id: String) throws(StoreFault) -> ClaimDraft {
        if let waiting = unsaved[id] { return waiting.claim.draft }
        return try office.store.claim(id, in: office.parsing).draft
    }

    private func answer(
        _ draft: ClaimDraft, _ status: ClaimStatus, isNew: Bool = false
    ) throws(StoreFault) -> Action {
        // The workstation checks it while it is keyed, also as a claim that is resubmitted.
        let context = try office.context(for: draft, status: nil)
        return .opened(
            OpenedClaim(
                draft: draft, status: status, history: context.history, sent: context.sent,
                answers: try office.store.answers(to: draft.id), isNew: isNew))
    }

    /// People and codes of the claim are offered from now on. An unsaved claim keeps its lock until it is saved.
    private func close(_ id: String) throws(StoreFault) -> [Action] {
        guard let closed = open, closed.record.id == id else { return [] }
        if unsaved[id] == nil { closed.lock.release() }
        open = nil
        try office.remember(closed.record.draft)
        try? office.store.tidy()
        return [.directory(try office.directory()), .recentCodes(try office.recentCodes())]
    }

    private func hold(_ id: String, _ reason: String?) throws(StoreFault) {
        if let reason {
            try office.store.hold(id, Hold(by: NSUserName(), reason: reason))
        } else {
            try office.store.release(id)
        }
    }

    /// The worklist as it is in the store, deleted claims included.
    func rows() throws(StoreFault) -> [WorklistRow] { try office.worklist().map(row) }

    private func row(_ listed: ListedClaim) -> WorklistRow {
        let claim = listed.summary
        return WorklistRow(
            id: claim.id, status: claim.status, patient: claim.patient, serviceDay: claim.day, payer: claim.payer,
            account: claim.account, errors: claim.tally.errors, warnings: claim.tally.warnings,
            daysLeft: listed.daysLeft, heldBy: claim.hold.map { "\($0.by): \($0.reason)" } ?? "",
            comment: claim.comment, changedOn: min(Today.day(of: claim.updatedAt), today), rules: claim.tally.rules)
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
