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
            case .list: return [try listed()] + damageNotice()
            case .open(let id): return try opened(id)
            case .keepVersion(let id):
                settle()
                try office.store.keepSentVersion(of: id)
            case .create(let source): return try created(copyOf: source)
            case .createSecondary(let source): return try createdSecondary(after: source)
            case .close(let id): return close(id)
            case .delete(let id): try settled(id).delete(id)
            case .restore(let id): try settled(id).restore(id)
            case .hold(let id, let reason): try hold(id, reason)
            case .comment(let id, let text): try settled(id).comment(id, text)
            case .preview(let kind, let draft): return [try previewed(kind, draft)]
            case .print(let draft, let paperwork, let target): return try printed(draft, paperwork, on: target)
            case .listBatches: return try listed()
            case .listBatch(let id): return try listed(file: id)
            case .offerSending:
                settle()
                return try submissionOffer()
            case .send(let file): return try submit(to: file)
            case .resolve(let id, let way): return try resolve(id, way)
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
            return [try answer(waiting.claim.draft, waiting.claim.status)] + conflict(of: id)
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

    func answer(
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
    private func close(_ id: String) -> [Action] {
        guard let closed = open, closed.record.id == id else { return [] }
        let waiting = unsaved[id]
        if waiting == nil { closed.lock.release() }
        open = nil
        let (office, draft) = (self.office, waiting?.claim.draft ?? closed.record.draft)
        writer.start {
            do throws(StoreFault) {
                try office.remember(draft)
                try? office.store.tidy()
                return [
                    .actions([.directory(try office.directory()), .recentCodes(try office.recentCodes())])
                ]
            } catch {
                return [.actions([.said(error.description)])]
            }
        }
        return []
    }

    /// The store with a claim in it as it was keyed last.
    private func settled(_ id: String) throws(StoreFault) -> ClaimStore {
        if unsaved[id] != nil { settle() }
        if let fault = unsaved[id]?.fault { throw fault }
        return office.store
    }

    private func hold(_ id: String, _ reason: String?) throws(StoreFault) {
        let store = try settled(id)
        if let reason {
            try store.hold(id, Hold(by: NSUserName(), reason: reason))
        } else {
            try store.release(id)
        }
    }

    /// Names damaged rows once; the claims of the others are listed.
    func damageNotice() -> [Action] {
        guard damagedRows != reportedDamage else { return [] }
        reportedDamage = damagedRows
        guard !damagedRows.isEmpty else { return [] }
        let numbers =
            damagedRows.prefix(5).map(String.init).joined(separator: ", ") + (damagedRows.count > 5 ? ", …" : "")
        let rows = damagedRows.count == 1 ? "row \(numbers) is" : "rows \(numbers) are"
        return [.said("Damage in the database: \(rows) not listed. See cleanclaim store check.")]
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
