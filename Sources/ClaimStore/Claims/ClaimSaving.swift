public import ClaimModel
import ClaimRules
import Foundation

extension ClaimStore {
    /// Saves a claim; once this returns, the death of the process loses nothing of it.
    ///
    /// A claim that has been saved from elsewhere since `record` was read is left alone (`conflict`), so no write is ever
    /// lost. Saving what is stored already changes nothing, not even the revision.
    ///
    /// - Parameter ahead: what is written of the draft, where that was prepared.
    /// - Returns: the claim as it is stored now; pass it on to the next save.
    @discardableResult
    public func save(_ record: ClaimRecord, ahead: WrittenDraft? = nil) throws(StoreFault) -> ClaimRecord {
        guard record.draft.isStorable else { throw .notStorable }
        let written = ahead.flatMap { $0.draft == record.draft ? $0 : nil } ?? WrittenDraft(record.draft)
        let json = written.json
        return try writing { database in
            guard var stored = try current(record.id, in: database) else {
                guard record.revision == 0 else { throw StoreFault.missing }
                let made = try make(record, written.keys, in: database)
                try made.insert(json, in: database, seals)
                // What it begins with is what later records lead back to.
                try self.record(.created, of: made, in: database)
                patients.add(made.number, made.face.keys)
                return made.record(of: record.draft)
            }
            guard stored.revision == record.revision else { throw StoreFault.conflict }
            guard !stored.isDeleted else { throw StoreFault.missing }
            let (before, earlier) = (stored, try stored.json(in: database, seals))
            let isSame = earlier == json
            if isSame, stored.status == record.status, stored.tally == record.tally {
                return stored.record(of: record.draft)
            }
            if !isSame { stored.take(record.draft, by: seals.keyring.signedIn?.name ?? "") }
            // Who works on a claim has taken it out of the archive.
            if !isSame || record.status == .ready { stored.face.handling.isArchived = false }
            (stored.status, stored.face.tally) = (record.storedStatus, record.tally)
            stored.count()
            try stored.update(isSame ? nil : json, at: timestamp, in: database, seals)
            let typed = isSame ? [] : changes(from: earlier, to: record.draft, json)
            try self.record(.saved, of: stored, typed + TrailChange.all(from: before, to: stored), in: database)
            patients.add(stored.number, stored.face.keys)
            return stored.record(of: record.draft)
        }
    }

    private func make(_ record: ClaimRecord, _ keys: ClaimKeys, in database: Database) throws -> StoredClaim {
        var face = ClaimFace(record.id, keys: keys, tally: record.tally)
        face.keyedBy = seals.keyring.signedIn?.name ?? ""
        return StoredClaim(
            try database.nextNumber(in: "claim"), item: try seals.keyring.newItem(), face, status: record.storedStatus,
            hasOverride: !record.draft.overrides.isEmpty, at: timestamp)
    }
}

/// What a database keeps of a draft; made on any thread.
public struct WrittenDraft: Sendable {
    fileprivate let draft: ClaimDraft
    fileprivate let json: Data
    package let keys: ClaimKeys

    public init(_ draft: ClaimDraft) {
        self.draft = draft
        json = Data(draft.canonicalJSON())
        keys = ClaimKeys(of: draft)
    }
}

extension ClaimRecord {
    /// Held and deleted are kept apart from the status, which has to come back when they end.
    fileprivate var storedStatus: ClaimStatus { [.held, .deleted].contains(status) ? .draft : status }
}

extension ClaimDraft {
    /// Whether the store can give it back as it is.
    fileprivate var isStorable: Bool {
        (1...64).contains(id.utf8.count) && Part.allCases.allSatisfy { rowCount(of: $0) <= $0.limit }
    }
}
