public import ClaimModel
import Foundation
import GRDB

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
            guard let stored = try StoredClaim.find(id, in: database) else { throw StoreFault.missing }
            if let end = try retention.end(of: stored, in: database) {
                guard end < retention.today else { return .retained(until: end) }
            } else if stored.deletedAt == nil {
                return .onWorklist
            }
            try database.execute(sql: "DELETE FROM claim WHERE number = ?", arguments: [stored.number])
            return nil
        }
    }

    /// The ids of the submitted claims whose retention has ended.
    public func expiredClaims(under retention: Retention) throws(StoreFault) -> [String] {
        let ids = try list(includingDeleted: true).claims.map(\.id)
        return try reading { database in
            ids.filter { id in
                guard let stored = try? StoredClaim.find(id, in: database),
                    let end = try? retention.end(of: stored, in: database)
                else { return false }
                return end < retention.today
            }
        }
    }

    /// Deletes a person or organization from what is offered again.
    public func forget(_ entry: ReferenceEntry, under retention: Retention) throws(RetentionFault) {
        try erasing { database in
            let numbers = try Int64.fetchCursor(database, sql: "SELECT number FROM claim ORDER BY number")
            while let number = try numbers.next() {
                guard let stored = try? StoredClaim.find(number, in: database),
                    let draft = try? stored.record(in: retention.context).draft,
                    draft.rows(of: entry.kind).contains(where: {
                        entry.kind.identities(in: draft, row: $0).contains(entry.identity)
                    })
                else { continue }
                if let end = try retention.end(of: stored, in: database), end >= retention.today {
                    return .needed(by: draft.identity.account.text)
                }
            }
            try forget(entry, in: database)
            return nil
        }
    }

    /// - Parameter body: returns why nothing is erased, before it changes anything.
    private func erasing(_ body: (Database) throws -> RetentionFault?) throws(RetentionFault) {
        let refusal: RetentionFault?
        do {
            try queue.writeWithoutTransaction { try $0.execute(sql: "PRAGMA secure_delete = ON") }
            refusal = try writing(body)
        } catch {
            throw .store(StoreFault(error, path: folder.database))
        }
        if let refusal { throw refusal }
    }

    /// Rewrites the database without what was deleted, and empties the log.
    ///
    /// - Throws: `busy` where another window has the store open; what is deleted may still be in the log then.
    public func shrink() throws(StoreFault) {
        try checkWritable()
        do {
            try queue.writeWithoutTransaction { database in
                try database.execute(sql: "VACUUM")
                _ = try database.checkpoint(.truncate)
            }
        } catch {
            throw StoreFault(error, path: folder.database)
        }
    }

    /// Makes a new backup, and overwrites and deletes the earlier ones: they have what was forgotten.
    ///
    /// - Returns: the new one.
    public func renewBackups(on day: Day) throws(StoreFault) -> StoreBackup {
        let backup = try backUp(on: day)
        for old in backups where old.day != day {
            for path in [old.path, old.checksumFile] { ClaimStore.overwrite(path) }
        }
        return backup
    }

    private static func overwrite(_ path: String) {
        if let file = FileHandle(forUpdatingAtPath: path), var rest = try? file.seekToEnd(),
            (try? file.seek(toOffset: 0)) != nil
        {
            let zeros = Data(count: 1 << 20)
            while rest > 0, (try? file.write(contentsOf: zeros.prefix(Int(min(rest, 1 << 20))))) != nil {
                rest -= min(rest, 1 << 20)
            }
            try? file.synchronize()
            try? file.close()
        }
        unlink(path)
    }
}

extension ClaimDraft {
    /// The rows that may say an entry of a kind.
    fileprivate func rows(of kind: ReferenceKind) -> Range<Int> { 0..<(kind.isOfLine ? self.lines.count : 1) }
}
