public import ClaimModel
public import ClaimRules
public import ClaimStore
public import CodeSets
import Foundation

/// A claim that a person works on, with its lock.
public struct OpenClaim: Sendable {
    /// As last read or saved.
    public var record: ClaimRecord
    public let lock: ClaimLock

    public init(record: ClaimRecord, lock: ClaimLock) {
        self.record = record
        self.lock = lock
    }
}

extension Office {
    /// The id of the draft with the practice setup.
    public static let practiceID = "practice"

    /// The practice setup; `nil` before the first.
    public func practice() throws(StoreFault) -> ClaimDraft? { try store.practice(in: parsing) }

    /// Opens a claim for a person to work on.
    public func open(_ id: String) throws(StoreFault) -> OpenClaim {
        try read(id, under: try store.lock(id))
    }

    /// Opens a claim to read that somebody else has open.
    public func read(_ id: String) throws(StoreFault) -> OpenClaim { try read(id, under: .none) }

    /// Opens a claim that the person has asked for.
    ///
    /// - Parameter reason: is recorded.
    public func takeOver(_ id: String, because reason: String) throws(StoreFault) -> OpenClaim {
        try read(id, under: try store.takeOver(id, because: reason))
    }

    private func read(_ id: String, under lock: ClaimLock) throws(StoreFault) -> OpenClaim {
        let record = try store.claim(id, in: parsing)
        guard !record.isDeleted else { throw .missing }
        return OpenClaim(record: record, lock: lock)
    }

    /// Starts a claim with the next account number; it is saved once something is keyed.
    ///
    /// - Parameter make: makes its draft from an id, an account number and the practice setup.
    public func begin(
        _ make: (_ id: String, _ account: String, _ practice: ClaimDraft) throws(StoreFault) -> ClaimDraft
    ) throws(StoreFault) -> OpenClaim {
        let practice = try practice() ?? ClaimDraft(id: Office.practiceID)
        let (id, account) = (UUID().uuidString.lowercased(), try store.nextAccountNumber())
        let lock = try store.lock(id)
        return OpenClaim(record: ClaimRecord(try make(id, account, practice)), lock: lock)
    }

    /// Saves a draft over the record that it was made from.
    ///
    /// - Parameter tally: of its findings; `nil` to check it for them.
    public func save(
        _ draft: ClaimDraft, as status: ClaimStatus, tally: Tally? = nil, over record: ClaimRecord
    ) throws(StoreFault) -> ClaimRecord {
        var changed = record
        (changed.draft, changed.status) = (draft, status)
        changed.tally = if let tally { tally } else { try judge(changed).tally }
        return try store.save(changed)
    }

    /// Remembers the people and codes of a claim for the next one.
    ///
    /// - Parameter before: the claim as it was opened: what it has said before changes no reference file now.
    public func remember(_ draft: ClaimDraft, since before: ClaimDraft? = nil) throws(StoreFault) {
        try store.rememberEverybody(in: draft, since: before, asOf: library.day)
        var codes = try recentCodes()
        let before = codes
        codes.take(from: draft, knownTo: library.books)
        if codes != before { try store.setPreference(Office.recentCodesName, to: codes.text) }
    }

    public func recentCodes() throws(StoreFault) -> RecentCodes {
        RecentCodes(text: try store.preference(Office.recentCodesName) ?? "")
    }

    private static let recentCodesName = "recent-codes"
}
