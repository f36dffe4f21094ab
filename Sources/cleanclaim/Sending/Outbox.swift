import ClaimModel
import ClaimRules
import ClaimStore

/// Claims that are to be sent: each is locked, read and judged anew, and what is wrong with one holds that one.
struct Outbox {
    /// A claim that may leave. Nobody else changes it before it has.
    struct Outgoing {
        let record: ClaimRecord
        let claim: Claim
        let lock: ClaimLock

        var name: String { record.draft.name }
    }

    /// A claim that stays, and why.
    struct HeldBack {
        /// Its account number, else its id.
        let name: String
        let words: String

        /// `Claim C-1003 is held. Release it first.`
        var sentence: String { "Claim \(name) \(words)" }
    }

    let store: ClaimStore
    let around: Surroundings
    private(set) var outgoing: [Outgoing] = []
    private(set) var heldBack: [HeldBack] = []

    init(of ids: [String], in store: ClaimStore, _ around: Surroundings) {
        self.store = store
        self.around = around
        for id in ids { take(id) }
    }

    private mutating func take(_ id: String) {
        var name = id
        do {
            name = try store.claim(id, in: around.parsing).draft.name
            let lock = try store.lock(id)
            // As it is now that nobody can change it any more.
            let record = try store.claim(id, in: around.parsing)
            if let words = obstacle(of: record) { return hold(name, words) }
            if let claim = try judged(record) {
                outgoing.append(Outgoing(record: record, claim: claim, lock: lock))
            }
        } catch {
            hold(name, "stays here: \(error.description)")
        }
    }

    private func obstacle(of record: ClaimRecord) -> String? {
        if record.isDeleted { return "is deleted. Bring it back first." }
        if record.hold != nil { return "is held. Release it first." }
        guard record.status != .ready else { return nil }
        return "is \(record.status.rawValue), not ready. Mark it ready on its Review screen first."
    }

    /// A claim is judged anew: it was marked ready on an earlier day, perhaps under other rules. Where it does not pass
    /// any more, the worklist shows it so.
    private mutating func judged(_ record: ClaimRecord) throws(StoreFault) -> Claim? {
        let history = try store.history(ofPatient: record.draft, in: around.parsing)
        let sent = try store.sentVersions(of: record.id, in: around.parsing)
        let context = around.context(for: record.draft, history: history, sent: sent)
        do throws(Rejection) {
            return try Claim(readying: record.draft, in: context)
        } catch {
            hold(record.draft.name, "is not ready any more: \(error). Open it.")
        }
        var flagged = record
        flagged.status = .flagged
        flagged.tally = Tally(around.findings(on: record.draft, in: context), on: record.draft)
        try store.save(flagged)
        return nil
    }

    private mutating func hold(_ name: String, _ words: String) {
        heldBack.append(HeldBack(name: name, words: words))
    }

    /// Takes a claim back that cannot be written.
    mutating func hold(_ index: Int, _ words: String) {
        hold(outgoing[index].name, words)
        outgoing.remove(at: index).lock.release()
    }

    func release() { outgoing.forEach { $0.lock.release() } }
}

extension ClaimDraft {
    /// What an office calls the claim: its account number, else its id.
    var name: String { self.identity.account.value?.text ?? id }
}
