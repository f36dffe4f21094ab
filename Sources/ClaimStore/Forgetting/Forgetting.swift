public import ClaimModel
import Foundation

/// What nobody may know any more. Deleted content is overwritten with zeros (SQLite, `PRAGMA secure_delete`); `shrink` then
/// makes the file smaller and empties the log.
extension ClaimStore {
    /// Deletes claims with their versions, answers and submissions. One that was submitted is forgotten once its retention
    /// has ended, another once it is deleted from the worklist.
    ///
    /// - Returns: why the others are kept, by their ids.
    public func forget(_ ids: [String], under retention: Retention) throws(StoreFault) -> [String: RetentionFault] {
        var kept: [String: RetentionFault] = [:]
        // Each call rewrites the keyring.
        for start in stride(from: 0, to: ids.count, by: ClaimStore.forgottenAtOnce) {
            let part = ids[start..<min(start + ClaimStore.forgottenAtOnce, ids.count)]
            kept.merge(try forget(part, under: retention)) { $1 }
        }
        return kept
    }

    private static let forgottenAtOnce = 200

    private func forget(
        _ ids: ArraySlice<String>, under retention: Retention
    ) throws(StoreFault) -> [String: RetentionFault] {
        let locks = try lock(Array(ids))
        defer { for lock in locks { try? lock.get().release() } }
        var kept: [String: RetentionFault] = [:]
        try erasing { database in
            var items: [Int64] = []
            for (id, lock) in zip(ids, locks) {
                if case .failure(let fault) = lock {
                    kept[id] = .store(fault)
                    continue
                }
                do {
                    items.append(try erase(id, under: retention, in: database))
                } catch let fault as RetentionFault {
                    kept[id] = fault
                } catch let damage as DamagedRow {
                    kept[id] = .store(engine.fault(damage))
                }
            }
            return items
        }
        return kept
    }

    /// - Returns: the number of its key.
    private func erase(_ id: String, under retention: Retention, in database: Database) throws -> Int64 {
        guard let stored = try StoredClaim.find(id, in: database, seals) else {
            throw RetentionFault.store(.missing)
        }
        if let end = try retention.end(of: stored, in: database, seals) {
            guard end < retention.today else { throw RetentionFault.retained(until: end) }
        } else if !stored.isDeleted {
            throw RetentionFault.onWorklist
        }
        try database.execute("DELETE FROM claim WHERE number = ?", [stored.number])
        try record(forgottenClaim: stored.number, in: database)
        return stored.item
    }

    /// The ids of the submitted claims whose retention has ended.
    public func expiredClaims(under retention: Retention) throws(StoreFault) -> [String] {
        let ids = try list(includingDeleted: true).claims.map(\.id)
        return try reading { database in
            ids.filter { id in
                guard let stored = try? StoredClaim.find(id, in: database, seals),
                    let end = try? retention.end(of: stored, in: database, seals)
                else { return false }
                return end < retention.today
            }
        }
    }

    /// Deletes a person or organization from what is offered again.
    public func forget(_ entry: ReferenceEntry, under retention: Retention) throws(RetentionFault) {
        var refusal: RetentionFault?
        do throws(StoreFault) {
            try erasing { database in
                refusal = try self.refusal(ofForgetting: entry, under: retention, in: database)
                guard refusal == nil else { return [] }
                try record(.referenceForgotten, in: database)
                return try forget(entry, in: database)
            }
        } catch {
            throw .store(error)
        }
        if let refusal { throw refusal }
    }

    /// A submitted claim that is kept and names an entry; `nil` where there is none.
    private func refusal(
        ofForgetting entry: ReferenceEntry, under retention: Retention, in database: Database
    ) throws -> RetentionFault? {
        for number in try database.all(Int64.self, "SELECT number FROM claim ORDER BY number") {
            guard let stored = try? StoredClaim.find(number, in: database, seals),
                let draft = try? stored.draft(in: database, seals, retention.context),
                draft.rows(of: entry.kind).contains(where: {
                    entry.kind.identities(in: draft, row: $0).contains(entry.identity)
                }), let end = try retention.end(of: stored, in: database, seals), end >= retention.today
            else { continue }
            return .needed(by: draft.identity.account.text)
        }
        return nil
    }

    /// - Parameter body: returns the numbers of the keys of what it erases.
    private func erasing(_ body: (Database) throws -> [Int64]) throws(StoreFault) {
        let items: [Int64]
        do {
            try engine.overwriteDeleted()
            items = try writing(body)
        } catch {
            throw engine.fault(error)
        }
        // Without its key it can be read in no backup, wherever that is.
        if !items.isEmpty { try seals.keyring.forgetItems(items) }
    }

    /// Rewrites the database without what was deleted, and empties the log.
    ///
    /// - Throws: `busy` where another window has the store open; what is deleted may still be in the log then.
    public func shrink() throws(StoreFault) {
        try checkWritable()
        do {
            try engine.shrink()
        } catch {
            throw engine.fault(error)
        }
    }

    /// Makes a new backup, and overwrites and deletes the earlier ones: they have what was forgotten.
    ///
    /// - Returns: the new one.
    public func renewBackups(on day: Day) throws(StoreFault) -> StoreBackup {
        let backup = try backUp(on: day)
        for old in backups where old.day != day {
            for path in [old.path, old.checksumFile] { PrivateFile.overwrite(path) }
        }
        return backup
    }
}

extension ClaimDraft {
    /// The rows that may say an entry of a kind.
    fileprivate func rows(of kind: ReferenceKind) -> Range<Int> { 0..<(kind.isOfLine ? self.lines.count : 1) }
}
