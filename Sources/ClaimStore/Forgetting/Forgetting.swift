public import ClaimModel
import Foundation

/// What nobody may know any more. Deleted content is overwritten with zeros (SQLite, `PRAGMA secure_delete`); `shrink` then
/// makes the file smaller and empties the log.
extension ClaimStore {
    /// Deletes a claim with its versions, answers and submissions. One that was submitted is forgotten once its retention has
    /// ended, another once it is deleted from the worklist.
    public func forget(_ id: String, under retention: Retention) throws(RetentionFault) {
        let lock: ClaimLock
        do throws(StoreFault) { lock = try self.lock(id) } catch { throw .store(error) }
        defer { lock.release() }
        try erasing { database in
            guard let stored = try StoredClaim.find(id, in: database, seals) else { throw StoreFault.missing }
            if let end = try retention.end(of: stored, in: database, seals) {
                guard end < retention.today else { return .failure(.retained(until: end)) }
            } else if !stored.isDeleted {
                return .failure(.onWorklist)
            }
            try database.execute("DELETE FROM claim WHERE number = ?", [stored.number])
            try record(forgottenClaim: stored.number, in: database)
            return .success([stored.item])
        }
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
        try erasing { database in
            let numbers = try database.all(Int64.self, "SELECT number FROM claim ORDER BY number")
            for number in numbers {
                guard let stored = try? StoredClaim.find(number, in: database, seals),
                    let draft = try? stored.draft(in: database, seals, retention.context),
                    draft.rows(of: entry.kind).contains(where: {
                        entry.kind.identities(in: draft, row: $0).contains(entry.identity)
                    })
                else { continue }
                if let end = try retention.end(of: stored, in: database, seals), end >= retention.today {
                    return .failure(.needed(by: draft.identity.account.text))
                }
            }
            let items = try forget(entry, in: database)
            try record(.referenceForgotten, in: database)
            return .success(items)
        }
    }

    /// - Parameter body: returns the numbers of the keys of what it erases, or, before it changes anything, why it does not.
    private func erasing(
        _ body: (Database) throws -> Result<[Int64], RetentionFault>
    ) throws(RetentionFault) {
        let result: Result<[Int64], RetentionFault>
        do {
            try engine.overwriteDeleted()
            result = try writing(body)
        } catch {
            throw .store(engine.fault(error))
        }
        let items = try result.get()
        // Without its key it can be read in no backup, wherever that is.
        do throws(StoreFault) { try seals.keyring.forgetItems(items) } catch { throw .store(error) }
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
