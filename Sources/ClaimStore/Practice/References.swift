public import ClaimModel
import Foundation
import GRDB

/// What identifies somebody is compared and sorted here, never by a query, so that it can be sealed.
extension ClaimStore {
    /// What is offered again for one kind, by its label.
    public func references(_ kind: ReferenceKind) throws(StoreFault) -> [ReferenceEntry] {
        let entries: [ReferenceEntry] = try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT identity, label, texts FROM reference WHERE kind = ?",
                arguments: [kind.rawValue]
            ).compactMap { row in
                // A damaged entry is not offered; the others are.
                guard let identity: String = try? row.value("identity"), let label: String = try? row.value("label"),
                    let json: String = try? row.value("texts"),
                    let texts = try? JSONDecoder().decode([String: String].self, from: Data(json.utf8))
                else { return nil }
                return ReferenceEntry(kind: kind, identity: identity, label: label, texts: texts)
            }
        }
        return entries.map { (name: $0.label.lowercased(), entry: $0) }
            .sorted { ($0.name, $0.entry.identity) < ($1.name, $1.entry.identity) }.map(\.entry)
    }

    /// Keeps an entry, in place of an earlier one of the same identity.
    public func remember(_ entry: ReferenceEntry) throws(StoreFault) {
        try writing { try remember(entry, in: $0) }
    }

    /// Keeps everybody whom a draft names: patient, payer, providers and facility.
    public func rememberEverybody(in draft: ClaimDraft) throws(StoreFault) {
        try writing { database in
            for kind in ReferenceKind.allCases {
                guard let entry = ReferenceEntry(kind, from: draft) else { continue }
                // Known by name only until its number was keyed: the same one, not a second.
                for weaker in kind.identities(in: draft).dropFirst() {
                    try forget(kind, weaker, in: database)
                }
                try remember(entry, in: database)
            }
        }
    }

    public func forget(_ entry: ReferenceEntry) throws(StoreFault) {
        try writing { try forget(entry.kind, entry.identity, in: $0) }
    }

    private func remember(_ entry: ReferenceEntry, in database: Database) throws {
        let encoder = JSONEncoder()
        encoder.outputFormatting = .sortedKeys
        let texts = String(decoding: try encoder.encode(entry.texts), as: UTF8.self)
        if let row = try row(of: entry.kind, entry.identity, in: database) {
            return try database.execute(
                sql: "UPDATE reference SET label = ?, texts = ?, updatedAt = ? WHERE rowid = ?",
                arguments: [entry.label, texts, timestamp, row])
        }
        try database.execute(
            sql: "INSERT INTO reference (kind, identity, label, texts, updatedAt) VALUES (?, ?, ?, ?, ?)",
            arguments: [entry.kind.rawValue, entry.identity, entry.label, texts, timestamp])
    }

    func forget(_ kind: ReferenceKind, _ identity: String, in database: Database) throws {
        guard let row = try row(of: kind, identity, in: database) else { return }
        try database.execute(sql: "DELETE FROM reference WHERE rowid = ?", arguments: [row])
    }

    private func row(of kind: ReferenceKind, _ identity: String, in database: Database) throws -> Int64? {
        let rows = try Row.fetchCursor(
            database, sql: "SELECT rowid, identity FROM reference WHERE kind = ?", arguments: [kind.rawValue])
        while let row = try rows.next() {
            if let found: String = try? row.value(at: 1), found == identity { return try row.value(at: 0) }
        }
        return nil
    }
}
