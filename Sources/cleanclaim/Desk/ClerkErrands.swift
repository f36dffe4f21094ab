import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation
import Workstation

extension Clerk {
    /// Does what an effect asks, and gives the answer; `.save`, `.savePractice`, `.beep` and `.leave` are the session's.
    func carryOut(_ effect: Effect) -> [Action] {
        do throws(StoreFault) {
            switch effect {
            case .list: return [.listed(try rows())]
            case .open(let id): return try opened(id)
            case .keepVersion(let id): try store.keepSentVersion(of: id)
            case .create(let source): return try created(copyOf: source)
            case .createSecondary(let source): return try createdSecondary(after: source)
            case .close(let id): return try close(id)
            case .delete(let id): try store.delete(id)
            case .restore(let id): try store.restore(id)
            case .hold(let id, let reason): try hold(id, reason)
            case .comment(let id, let text): try store.comment(id, text)
            case .preview(let kind, let draft): return [previewed(kind, draft)]
            case .print(let draft, let paperwork, let target): return printed(draft, paperwork, on: target)
            case .listBatches: return try listed()
            case .listBatch(let id): return try listed(batch: id)
            case .offerSending: return try sendingOffer()
            case .send(let file): return try send(to: file)
            case .save, .savePractice, .beep, .leave: break
            }
            return []
        } catch {
            return [.said(error.description)]
        }
    }

    private func opened(_ id: String) throws(StoreFault) -> [Action] {
        if let waiting = unsaved[id] {
            open = waiting.record
            return [answer(waiting.claim.draft, waiting.claim.status, isNew: false)]
        }
        let lock = try store.lock(id)
        let record = try store.claim(id, in: parsing)
        guard !record.isDeleted else { throw StoreFault.missing }
        open = OpenRecord(record: record, lock: lock)
        return [answer(record.draft, record.status, isNew: false)]
    }

    private func created(copyOf source: String?) throws(StoreFault) -> [Action] {
        let practice = try store.practice(in: parsing) ?? ClaimDraft(id: Clerk.practiceID)
        var origin: ClaimDraft?
        if let source {
            if let waiting = unsaved[source] {
                origin = waiting.claim.draft
            } else {
                origin = try store.claim(source, in: parsing).draft
            }
        }
        let (id, account) = (UUID().uuidString.lowercased(), try store.nextAccountNumber())
        let lock = try store.lock(id)
        let draft =
            origin.map {
                ClaimDraft.copy(
                    of: $0, id: id, account: account, practice: practice, earlier: history(of: $0), in: parsing)
            } ?? ClaimDraft.new(id: id, account: account, practice: practice, in: parsing)
        open = OpenRecord(record: ClaimRecord(draft), lock: lock)
        let answer = answer(draft, .draft, isNew: true)
        guard origin != nil else { return [answer] }
        let words = "A copy: confirm the diagnoses; key the dates, times, dose, weight and NDC of this visit."
        return [answer, .said(words)]
    }

    private func answer(_ draft: ClaimDraft, _ status: ClaimStatus, isNew: Bool) -> Action {
        .opened(
            OpenedClaim(
                draft: draft, status: status, history: history(of: draft), sent: versions(of: draft),
                answers: answers(to: draft), isNew: isNew))
    }

    /// What was answered to the claim, the earliest first; none where the answers cannot be read.
    private func answers(to draft: ClaimDraft) -> [ClaimAnswer] {
        let account = draft.identity.account.text
        return ((try? store.answers(to: draft.id)) ?? []).compactMap { ClaimAnswer(stored: $0, account: account) }
    }

    /// Whoever stands in the claim is offered from now on. What is not saved yet keeps its lock until it is.
    private func close(_ id: String) throws(StoreFault) -> [Action] {
        guard let closed = open, closed.record.id == id else { return [] }
        if unsaved[id] == nil { closed.lock.release() }
        open = nil
        try store.rememberEverybody(in: closed.record.draft)
        try? store.tidy()
        return [.directory(try directory()), .recentCodes(try keepCodes(of: closed.record.draft))]
    }

    /// The codes of a claim that was keyed are offered first from now on.
    private func keepCodes(of draft: ClaimDraft) throws(StoreFault) -> RecentCodes {
        var codes = try recentCodes()
        let before = codes
        codes.take(from: draft, knownTo: around.books)
        if codes != before { try store.setPreference(Clerk.recentCodesName, to: codes.text) }
        return codes
    }

    func recentCodes() throws(StoreFault) -> RecentCodes {
        RecentCodes(text: try store.preference(Clerk.recentCodesName) ?? "")
    }

    private static let recentCodesName = "recent-codes"

    private func hold(_ id: String, _ reason: String?) throws(StoreFault) {
        if let reason {
            try store.hold(id, Hold(by: NSUserName(), reason: reason))
        } else {
            try store.release(id)
        }
    }

    /// Whoever was keyed before.
    func directory() throws(StoreFault) -> [ReferenceEntry] {
        var entries: [ReferenceEntry] = []
        for kind in ReferenceKind.allCases { entries += try store.references(kind) }
        return entries
    }

    static var practiceID: String { "practice" }
}
