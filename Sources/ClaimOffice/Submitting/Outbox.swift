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

/// Claims to submit: each is locked and read, while on another core those before it are checked again. One with a problem is
/// held back.
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
    private let waiting: [String: String]
    private(set) var outgoing: [Outgoing] = []
    private(set) var heldBack: [HeldBackClaim] = []
    /// Claims that are not ready any more, as the worklist is to show them.
    private var flagged: [(record: ClaimRecord, lock: ClaimLock)] = []

    /// - Parameter waiting: claims that are in a file already, with its name (`SubmissionRecovery`).
    init(of ids: [String], in office: Office, waiting: [String: String]) throws {
        (self.office, self.waiting) = (office, waiting)
        var rest = ids[...]
        let taken = ReadingAhead { () -> [TakenClaim]? in
            let next = rest.prefix(50)
            rest = rest.dropFirst(50)
            return next.isEmpty ? nil : try TakenClaim.take(Array(next), in: office)
        }
        while let claims = try taken.next() { claims.forEach { check($0) } }
    }

    private mutating func check(_ taken: TakenClaim) {
        do throws(StoreFault) {
            let claim = try taken.content.get()
            if let file = waiting[taken.id] {
                return hold(
                    claim.record.draft.name,
                    "was written to \(file) before the program ended. It is submitted once no claim of that file is open."
                )
            }
            if let reason = reasonToHold(claim.record) { return hold(claim.record.draft.name, reason) }
            judge(claim)
        } catch {
            let draft = try? office.store.claim(taken.id, in: office.parsing).draft
            hold(draft?.name ?? taken.id, "is held back: \(error.description)")
        }
    }

    private func reasonToHold(_ record: ClaimRecord) -> String? {
        if record.isDeleted { return "is deleted. Restore it first." }
        if record.hold != nil { return "is held. Release it first." }
        guard record.status != .ready else { return nil }
        return "is \(record.status.rawValue), not ready. Mark it ready first (F12)."
    }

    /// Checks a claim again: it may have been marked ready on an earlier day, under other rules.
    private mutating func judge(_ taken: TakenClaim.Content) {
        let (draft, context) = (taken.record.draft, taken.context)
        do throws(Rejection) {
            let claim = try judgements.claim(readying: draft, in: context)
            outgoing.append(
                Outgoing(
                    record: taken.record, claim: claim, lock: taken.lock, wasSubmitted: !context.sent.isEmpty))
        } catch {
            hold(draft.name, "is no longer ready: \(error). Open it.")
            var found = taken.record
            (found.status, found.tally) = (.flagged, JudgedClaim(draft, in: context).tally)
            flagged.append((found, taken.lock))
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

/// A claim of the store, locked, and read once nobody could change it any more.
private struct TakenClaim: Sendable {
    struct Content: Sendable {
        let record: ClaimRecord
        let context: Context
        let lock: ClaimLock
    }

    let id: String
    let content: Result<Content, StoreFault>

    static func take(_ ids: [String], in office: Office) throws(StoreFault) -> [TakenClaim] {
        zip(ids, try office.store.lock(ids)).map { TakenClaim($0, $1, in: office) }
    }

    private init(_ id: String, _ lock: Result<ClaimLock, StoreFault>, in office: Office) {
        self.id = id
        content = Result { () throws(StoreFault) in
            let lock = try lock.get()
            let record = try office.store.claim(id, in: office.parsing)
            let context = try office.context(for: record.draft, status: record.status)
            return Content(record: record, context: context, lock: lock)
        }
    }
}
