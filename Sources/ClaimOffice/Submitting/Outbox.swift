import ClaimModel
import ClaimRules
import ClaimStore

/// A claim that is held back, and why.
public struct HeldBackClaim: Sendable {
    /// The account number, else the id.
    let name: String
    let reason: String

    /// `Claim C-1003 is held. Release it first.`
    public var sentence: String { "Claim \(name) \(reason)" }
}

/// Claims to submit: each is locked, read and checked again. One with a problem is held back.
struct Outbox {
    /// A claim that can be submitted, locked against changes until it is.
    struct Outgoing {
        let record: ClaimRecord
        let claim: Claim
        let lock: ClaimLock
        /// Whether it was submitted before.
        let wasSubmitted: Bool

        var name: String { record.draft.name }
    }

    private let office: Office
    private let judgements = JudgementPool()
    private(set) var outgoing: [Outgoing] = []
    private(set) var heldBack: [HeldBackClaim] = []
    /// Claims that are not ready any more, as the worklist is to show them.
    private var flagged: [(record: ClaimRecord, lock: ClaimLock)] = []

    init(of ids: [String], in office: Office) {
        self.office = office
        for id in ids { take(id) }
    }

    private mutating func take(_ id: String) {
        do {
            // Read once nobody can change it.
            let lock = try office.store.lock(id)
            let record = try office.store.claim(id, in: office.parsing)
            if let reason = reasonToHold(record) { return hold(record.draft.name, reason) }
            try judge(record, lock)
        } catch {
            let draft = try? office.store.claim(id, in: office.parsing).draft
            hold(draft?.name ?? id, "is held back: \(error.description)")
        }
    }

    private func reasonToHold(_ record: ClaimRecord) -> String? {
        if record.isDeleted { return "is deleted. Restore it first." }
        if record.hold != nil { return "is held. Release it first." }
        guard record.status != .ready else { return nil }
        return "is \(record.status.rawValue), not ready. Mark it ready first (F12)."
    }

    /// Checks a claim again: it may have been marked ready on an earlier day, under other rules.
    private mutating func judge(_ record: ClaimRecord, _ lock: ClaimLock) throws(StoreFault) {
        let context = try office.context(for: record.draft, status: record.status)
        do throws(Rejection) {
            let claim = try judgements.claim(readying: record.draft, in: context)
            outgoing.append(
                Outgoing(record: record, claim: claim, lock: lock, wasSubmitted: !context.sent.isEmpty))
        } catch {
            hold(record.draft.name, "is no longer ready: \(error). Open it.")
            var found = record
            (found.status, found.tally) = (.flagged, JudgedClaim(record.draft, in: context).tally)
            flagged.append((found, lock))
        }
    }

    private mutating func hold(_ name: String, _ reason: String) {
        heldBack.append(HeldBackClaim(name: name, reason: reason))
    }

    /// Holds back a claim that cannot be written.
    mutating func hold(_ index: Int, _ reason: String) {
        hold(outgoing[index].name, reason)
        outgoing.remove(at: index).lock.release()
    }

    /// Saves the findings for the worklist, and unlocks the claims.
    ///
    /// - Parameter isSubmitted: whether the outgoing claims are submitted now.
    func settle(isSubmitted: Bool) throws(StoreFault) {
        for claim in flagged { try office.store.save(claim.record) }
        release()
        // While the payer has a claim, its earlier submissions do not count.
        for claim in outgoing where isSubmitted && claim.wasSubmitted { try office.recount(claim.record.id) }
    }

    func release() {
        outgoing.forEach { $0.lock.release() }
        flagged.forEach { $0.lock.release() }
    }
}
