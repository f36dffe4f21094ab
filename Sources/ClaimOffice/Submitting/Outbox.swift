import ClaimModel
import ClaimRules
import ClaimStore

/// A claim that stays, and why.
public struct HeldBackClaim: Sendable {
    /// Its account number, else its id.
    let name: String
    let reason: String

    /// `Claim C-1003 is held. Release it first.`
    public var sentence: String { "Claim \(name) \(reason)" }
}

/// Claims that are to be submitted: each is locked, read and judged again, and what is wrong with one holds that one.
struct Outbox {
    /// A claim that may leave. Nobody else changes it before it has.
    struct Outgoing {
        let record: ClaimRecord
        let claim: Claim
        let lock: ClaimLock
        /// Whether it was sent before.
        let wasSent: Bool

        var name: String { record.draft.name }
    }

    private let office: Office
    private(set) var outgoing: [Outgoing] = []
    private(set) var heldBack: [HeldBackClaim] = []
    /// The claims that were ready and are not any more, as they are to be listed.
    private var flagged: [(record: ClaimRecord, lock: ClaimLock)] = []

    init(of ids: [String], in office: Office) {
        self.office = office
        for id in ids { take(id) }
    }

    private mutating func take(_ id: String) {
        var name = id
        do {
            name = try office.store.claim(id, in: office.parsing).draft.name
            let lock = try office.store.lock(id)
            // As it is now that nobody can change it any more.
            let record = try office.store.claim(id, in: office.parsing)
            if let reason = obstacle(to: record) { return hold(name, reason) }
            try judge(record, lock)
        } catch {
            hold(name, "stays here: \(error.description)")
        }
    }

    private func obstacle(to record: ClaimRecord) -> String? {
        if record.isDeleted { return "is deleted. Bring it back first." }
        if record.hold != nil { return "is held. Release it first." }
        guard record.status != .ready else { return nil }
        return "is \(record.status.rawValue), not ready. Mark it ready on its Review screen first."
    }

    /// A claim is judged again: it was marked ready on an earlier day, perhaps under other rules.
    private mutating func judge(_ record: ClaimRecord, _ lock: ClaimLock) throws(StoreFault) {
        let context = try office.context(for: record.draft, status: record.status)
        do throws(Rejection) {
            let claim = try Claim(readying: record.draft, in: context)
            outgoing.append(
                Outgoing(record: record, claim: claim, lock: lock, wasSent: !context.sent.isEmpty))
        } catch {
            hold(record.draft.name, "is not ready any more: \(error). Open it.")
            var found = record
            (found.status, found.tally) = (.flagged, JudgedClaim(record.draft, in: context).tally)
            flagged.append((found, lock))
        }
    }

    private mutating func hold(_ name: String, _ reason: String) {
        heldBack.append(HeldBackClaim(name: name, reason: reason))
    }

    /// Takes a claim back that cannot be written.
    mutating func hold(_ index: Int, _ reason: String) {
        hold(outgoing[index].name, reason)
        outgoing.remove(at: index).lock.release()
    }

    /// Has the worklist show what the submission has found, and gives the claims back.
    ///
    /// - Parameter isSent: whether the outgoing ones count as sent now.
    func settle(isSent: Bool) throws(StoreFault) {
        for claim in flagged { try office.store.save(claim.record) }
        release()
        // While the payer has a claim, what was sent of it before is nothing to speak of.
        for claim in outgoing where isSent && claim.wasSent { try office.recount(claim.record.id) }
    }

    func release() {
        outgoing.forEach { $0.lock.release() }
        flagged.forEach { $0.lock.release() }
    }
}
