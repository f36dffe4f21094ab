public import ClaimModel
import Foundation
import GRDB
import TextKit

/// What identifies somebody is compared and sorted here, never by a query, so that it can be sealed.
extension ClaimStore {
    /// The entries of one reference file by their label, also those that are not offered.
    public func references(_ kind: ReferenceKind) throws(StoreFault) -> [ReferenceEntry] {
        try reading { database in
            try Row.fetchAll(
                database, sql: "SELECT * FROM reference WHERE kind = ?", arguments: [kind.rawValue]
            ).compactMap { ReferenceEntry($0) }
        }.byLabel
    }

    /// The entries of every file that were put there or changed since a time of this store, each file by its labels.
    ///
    /// - Parameter stamp: the time of the last call, which is set to that of this one; 0 for all entries.
    public func references(since stamp: inout Int64) throws(StoreFault) -> [ReferenceEntry] {
        // An import may have taken minutes before others saw its rows: what was read lately comes again.
        let before = stamp - ClaimStore.longestImport
        stamp = timestamp
        // Read as entries when others may read on: of a long file that is most of the time.
        let rows = try reading { database in
            try Row.fetchAll(database, sql: "SELECT * FROM reference WHERE updatedAt >= ?", arguments: [before])
        }
        return rows.compactMap { ReferenceEntry($0) }.byLabel
    }

    /// In milliseconds.
    private static let longestImport: Int64 = 600_000

    /// Keeps everybody and everything that a draft names: patient, coverage, payer, providers, codes.
    ///
    /// - Parameter before: the claim as it was opened; what it said then changes nothing. `nil` for all of it.
    public func rememberEverybody(in draft: ClaimDraft, since before: ClaimDraft? = nil) throws(StoreFault) {
        let known = Set(before.map { ReferenceEntry.all(in: $0) } ?? [])
        try inOneTransaction { () throws(StoreFault) in
            var table = try ReferenceTable(self)
            for entry in ReferenceEntry.all(in: draft) {
                if known.contains(entry), table.has(entry) { continue }
                try table.remember(entry)
            }
        }
    }

    /// Keeps what claims of a file say, as what was keyed is kept.
    public func remember(_ entries: [ReferenceEntry]) throws(StoreFault) {
        guard !entries.isEmpty else { return }
        try inOneTransaction { () throws(StoreFault) in
            var table = try ReferenceTable(self)
            for entry in entries { try table.remember(entry) }
        }
    }

    /// Makes a change of reference files, all of it or none.
    ///
    /// - Throws: `conflict` where an entry is not as the change has it before.
    public func change(_ change: ReferenceChange) throws(StoreFault) {
        try inOneTransaction { () throws(StoreFault) in
            var table = try ReferenceTable(self)
            for step in change.steps {
                let (before, after) = (step.before, step.after)
                if let before, try table.entry(before.kind, before.identity) != before { throw .conflict }
                if let after, before?.id != after.id, try table.entry(after.kind, after.identity) != nil {
                    throw .conflict
                }
                try table.replace(before, by: after)
            }
        }
    }

    /// Carries out several calls as one, which may already be part of a larger one.
    func inOneTransaction(_ body: () throws(StoreFault) -> Void) throws(StoreFault) {
        guard !isTogether else { return try body() }
        try together { () throws(StoreFault) in
            try body()
            return true
        }
    }

    /// Deletes an entry; those that belong to it, or were merged into it, go with it.
    func forget(_ entry: ReferenceEntry, in database: Database) throws {
        let cursor = try Row.fetchCursor(database, sql: "SELECT rowid, kind, identity, mergedInto FROM reference")
        var rows: [Int64] = []
        while let row = try cursor.next() {
            guard let number: Int64 = try? row.value("rowid"), let kind: String = try? row.value("kind"),
                let identity: String = try? row.value("identity")
            else { continue }
            let target: String? = (try? row.value("mergedInto")) ?? nil
            let isItself = kind == entry.kind.rawValue && (identity == entry.identity || target == entry.identity)
            let isOwned =
                entry.kind == .patient && ReferenceKind(rawValue: kind)?.isOfPatient == true
                && [identity, target].contains { $0?.hasPrefix(entry.identity + "#") == true }
            if isItself || isOwned { rows.append(number) }
        }
        for row in rows { try database.execute(sql: "DELETE FROM reference WHERE rowid = ?", arguments: [row]) }
    }
}

extension [ReferenceEntry] {
    fileprivate var byLabel: [ReferenceEntry] {
        map { (name: $0.label.lowercased(), entry: $0) }
            .sorted { ($0.name, $0.entry.identity) < ($1.name, $1.entry.identity) }.map(\.entry)
    }
}

extension ReferenceEntry {
    /// `nil` where the row is damaged: it is not offered; the others are.
    init?(_ row: Row) {
        guard let name: String = try? row.value("kind"), let kind = ReferenceKind(rawValue: name),
            let identity: String = try? row.value("identity"), let label: String = try? row.value("label"),
            let json: String = try? row.value("texts"), let texts = try? ReferenceTexts.read(json),
            let isActive: Int = try? row.value("isActive"), let origin: String = try? row.value("origin")
        else { return nil }
        self.init(kind: kind, identity: identity, label: label, texts: texts)
        self.isActive = isActive != 0
        mergedInto = (try? row.value("mergedInto")) ?? nil
        self.origin = ReferenceOrigin(rawValue: origin) ?? .keyed
    }
}

/// The texts of an entry as the database has them.
enum ReferenceTexts {
    static func read(_ json: String) throws -> [String: String] {
        try JSONDecoder().decode([String: String].self, from: Data(json.utf8))
    }

    static func write(_ texts: [String: String]) -> String {
        var writer = JSONWriter()
        writer.beginObject()
        for (name, text) in texts.sorted(by: { $0.key < $1.key }) { writer.member(name, text) }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }
}
