public import Foundation

/// Somebody asks for a claim that another has open.
public struct TakeOverRequest: Hashable, Sendable {
    public let person: String
    public let desk: String
    public let reason: String
    /// To the millisecond.
    public let since: Date
    /// Whether the holder keeps the claim.
    public internal(set) var isRefused = false

    /// Whether both are the same question, answered or not.
    public func isSame(as other: TakeOverRequest) -> Bool {
        (person, desk, reason, since) == (other.person, other.desk, other.reason, other.since)
    }
}

/// How a claim goes from one desk to another: who wants it asks, and the holder refuses, or releases the lock.
extension ClaimStore {
    /// Asks the holder of a claim for it, in place of whoever asked before.
    @discardableResult
    public func ask(for id: String, because reason: String) throws(StoreFault) -> TakeOverRequest {
        try checkWritable()
        let asker = ownHolder
        let request = TakeOverRequest(person: asker.person, desk: asker.desk, reason: reason, since: asker.since)
        try put(request, for: id)
        return request
    }

    /// Who asks for a claim, until it is answered, withdrawn or released.
    public func request(for id: String) throws(StoreFault) -> TakeOverRequest? {
        guard let bytes = try holds.request(try fileName(for: id)),
            let texts = try opened(bytes, "request", id)
        else { return nil }
        return TakeOverRequest(texts)
    }

    /// Keeps a claim that somebody asks for.
    public func refuse(_ id: String) throws(StoreFault) {
        guard var request = try request(for: id) else { return }
        request.isRefused = true
        try put(request, for: id)
    }

    /// Asks no longer; another's request stays.
    public func withdraw(_ request: TakeOverRequest, for id: String) throws(StoreFault) {
        guard let last = try self.request(for: id), last.isSame(as: request) else { return }
        try holds.put(nil, try fileName(for: id))
    }

    /// Takes a claim that was asked for, and records why.
    ///
    /// - Throws: `openElsewhere` while another window of this machine's store has it: from a desk of a server it is taken.
    public func takeOver(_ id: String, because reason: String) throws(StoreFault) -> ClaimLock {
        try checkWritable()
        let lock = try lock(id, isTakenOver: true)
        try note(.takenOver, of: id, saying: reason)
        return lock
    }

    private func put(_ request: TakeOverRequest, for id: String) throws(StoreFault) {
        let sealed = try engine.saying { try self.sealed(request.texts, "request", id) }
        try holds.put(sealed, try fileName(for: id))
    }
}

extension TakeOverRequest {
    fileprivate var texts: [String] {
        ClaimHolder(person: person, desk: desk, since: since).texts + [reason, isRefused ? "refused" : ""]
    }

    fileprivate init?(_ texts: [String]) {
        guard texts.count >= 5, let asker = ClaimHolder(texts) else { return nil }
        self.init(
            person: asker.person, desk: asker.desk, reason: texts[3], since: asker.since,
            isRefused: texts[4] == "refused")
    }
}
