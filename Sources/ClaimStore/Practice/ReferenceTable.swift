package import ClaimModel
import Foundation
import GRDB

/// The reference files of a store for many entries at once: who is in them is read once and kept up to date.
///
/// Its calls are parts of the transaction that it is made in.
package struct ReferenceTable {
    private let store: ClaimStore
    private let context: ParsingContext
    private var rows: [Key: Int64] = [:]
    private var merged: Set<Key> = []

    private struct Key: Hashable {
        let kind: ReferenceKind
        let identity: String

        init(_ kind: ReferenceKind, _ identity: String) {
            self.kind = kind
            self.identity = identity
        }

        init(_ entry: ReferenceEntry) { self.init(entry.kind, entry.identity) }
    }

    package init(_ store: ClaimStore) throws(StoreFault) {
        self.store = store
        context = ParsingContext(today: Day(number: Int(store.now().timeIntervalSince1970 / 86_400)))
        (rows, merged) = try store.reading { database in
            let cursor = try Row.fetchCursor(database, sql: "SELECT rowid, kind, identity, mergedInto FROM reference")
            var (rows, merged): ([Key: Int64], Set<Key>) = ([:], [])
            while let row = try cursor.next() {
                guard let number: Int64 = try? row.value(at: 0), let name: String = try? row.value(at: 1),
                    let kind = ReferenceKind(rawValue: name), let identity: String = try? row.value(at: 2)
                else { continue }
                let key = Key(kind, identity)
                rows[key] = number
                let target: String? = (try? row.value(at: 3)) ?? nil
                if target != nil { merged.insert(key) }
            }
            return (rows, merged)
        }
    }

    /// Whether there is an entry of the same kind and identity.
    package func has(_ entry: ReferenceEntry) -> Bool { rows[Key(entry)] != nil }

    package func has(_ kind: ReferenceKind, _ identity: String) -> Bool { rows[Key(kind, identity)] != nil }

    /// The identities of a file, each once, in no order.
    package func identities(_ kind: ReferenceKind) -> [String] { rows.keys.filter { $0.kind == kind }.map(\.identity) }

    /// `nil` where there is none, or it is damaged.
    package func entry(_ kind: ReferenceKind, _ identity: String) throws(StoreFault) -> ReferenceEntry? {
        guard let number = rows[Key(kind, identity)] else { return nil }
        return try store.reading { database in
            try Row.fetchOne(
                database.cachedStatement(sql: "SELECT * FROM reference WHERE rowid = ?"), arguments: [number]
            ).flatMap { ReferenceEntry($0) }
        }
    }

    /// Puts an entry in place of another one, or of none, or takes one out.
    package mutating func replace(_ before: ReferenceEntry?, by after: ReferenceEntry?) throws(StoreFault) {
        let number = before.flatMap { rows[Key($0)] }
        if let before {
            rows[Key(before)] = nil
            merged.remove(Key(before))
        }
        let stamp = store.timestamp
        let kept: Int64? = try store.writing { database in
            guard let after else {
                try database.execute(sql: "DELETE FROM reference WHERE rowid = ?", arguments: [number])
                return nil
            }
            let values: [(any DatabaseValueConvertible)?] = [
                after.kind.rawValue, after.identity, after.label, ReferenceTexts.write(after.texts), stamp,
                after.origin.rawValue, after.isActive, after.mergedInto, number,
            ]
            if number != nil {
                try database.cachedStatement(sql: ReferenceTable.update).execute(arguments: StatementArguments(values))
                return number
            }
            try database.cachedStatement(sql: ReferenceTable.insert)
                .execute(arguments: StatementArguments(Array(values.dropLast())))
            return database.lastInsertedRowID
        }
        guard let after, let kept else { return }
        rows[Key(after)] = kept
        if after.mergedInto != nil { merged.insert(Key(after)) }
    }

    private static let update = """
        UPDATE reference SET kind = ?, identity = ?, label = ?, texts = ?, updatedAt = ?, origin = ?, isActive = ?,
            mergedInto = ? WHERE rowid = ?
        """
    private static let insert = """
        INSERT INTO reference (kind, identity, label, texts, updatedAt, origin, isActive, mergedInto)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?)
        """
}

extension ReferenceTable {
    /// Keeps what a claim says: a new entry, or an earlier one as it was keyed now.
    ///
    /// What was merged into another entry stays known as that one, what the office took out stays out, and who is known
    /// under a number is not kept a second time by name.
    package mutating func remember(_ entry: ReferenceEntry, onlyIfNew: Bool = false) throws(StoreFault) {
        let key = Key(entry)
        guard !merged.contains(key), !(entry.owner.map { merged.contains(Key(.patient, $0)) } ?? false)
        else { return }
        if let known = try self.entry(entry.kind, entry.identity) {
            let updated = known.keyedAgain(as: entry)
            if updated != known, !onlyIfNew { try replace(known, by: updated) }
            return
        }
        guard entry.kind.isKnownByNumberOrName else { return try replace(nil, by: entry) }
        // Known by name only until its number was keyed: the same one, not a second.
        let identities = entry.kind.identities(in: entry.draft(in: context))
        for weaker in identities.dropFirst() {
            guard let known = try self.entry(entry.kind, weaker), known.mergedInto == nil else { continue }
            return try replace(known, by: known.keyedAgain(as: entry))
        }
        if identities.count == 1, try isKnownByNumber(entry) { return }
        try replace(nil, by: entry)
    }

    /// Whether an entry that has no number has the name of one that does.
    private func isKnownByNumber(_ entry: ReferenceEntry) throws(StoreFault) -> Bool {
        for key in rows.keys where key.kind == entry.kind && !merged.contains(key) {
            if let owner = entry.owner, !key.identity.hasPrefix(owner + "#") { continue }
            guard let other = try self.entry(key.kind, key.identity) else { continue }
            if other.kind.identities(in: other.draft(in: context)).dropFirst().contains(entry.identity) { return true }
        }
        return false
    }
}
