public import ClaimModel
import Foundation

/// What identifies somebody is compared and sorted here, never by a query, so that it can be sealed.
extension ClaimStore {
    /// The entries of one reference file by their label, also those that are not offered.
    public func references(_ kind: ReferenceKind) throws(StoreFault) -> [ReferenceEntry] {
        try reading { database in
            let sql = "SELECT \(ReferenceRow.columns) FROM reference WHERE kind = ?"
            return try database.rows(sql, [kind.rawValue])
                .compactMap { try ReferenceRow($0, seals)?.entry }
        }.byLabel
    }

    /// The entries of every file that were put there or changed since a time of this store, each file by its labels.
    ///
    /// - Parameter stamp: the time of the last call, which is set to that of this one; 0 for all entries.
    public func references(since stamp: inout Int64) throws(StoreFault) -> [ReferenceEntry] {
        // An import may have taken minutes before others saw its rows: what was read lately comes again.
        let before = stamp - ClaimStore.longestImport
        stamp = timestamp
        var entries: [ReferenceEntry] = []
        try readLong(ReferenceRow.columns, of: "reference", where: "updatedAt >= ?", [before]) { row in
            if let entry = try ReferenceRow(row, seals)?.entry { entries.append(entry) }
        }
        return entries.byLabel
    }

    /// In milliseconds.
    private static let longestImport: Int64 = 600_000

    /// Keeps everybody and everything that a draft names: patient, coverage, payer, providers, codes.
    ///
    /// - Parameters:
    ///   - before: the claim as it was opened; what it said then changes nothing. `nil` for all of it.
    ///   - today: the day where the office is: what is keyed is known as of it.
    public func rememberEverybody(
        in draft: ClaimDraft, since before: ClaimDraft? = nil, asOf today: Day
    ) throws(StoreFault) {
        let known = Set(before.map { ReferenceEntry.all(in: $0, asOf: today) } ?? [])
        try writing { database in
            var remembering = Remembering(self, database)
            for entry in ReferenceEntry.all(in: draft, asOf: today) {
                if known.contains(entry), try remembering.has(entry) { continue }
                try remembering.take(entry)
            }
        }
    }

    /// Keeps what claims of a file say, as what was keyed is kept.
    public func remember(_ entries: [ReferenceEntry]) throws(StoreFault) {
        guard !entries.isEmpty else { return }
        try writing { database in
            var remembering = Remembering(self, database)
            for entry in entries { try remembering.take(entry) }
        }
    }

    /// Makes a change of reference files, all of it or none.
    ///
    /// - Throws: `conflict` where an entry is not as the change has it before.
    public func change(_ change: ReferenceChange) throws(StoreFault) {
        try inOneTransaction { () throws(StoreFault) in
            let table = ReferenceTable(self)
            for step in change.steps {
                let (before, after) = (step.before, step.after)
                if let before, try table.entry(before.kind, before.identity) != before { throw .conflict }
                if let after, before?.id != after.id, try table.entry(after.kind, after.identity) != nil {
                    throw .conflict
                }
                try table.replace(before, by: after)
            }
            let entries = change.steps.count == 1 ? "1 entry" : "\(change.steps.count) entries"
            try writing { try record(.references, entries, in: $0) }
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
    ///
    /// - Returns: the numbers of their keys.
    func forget(_ entry: ReferenceEntry, in database: Database) throws -> [Int64] {
        let cursor = try database.cursor("SELECT \(ReferenceRow.columns) FROM reference")
        var rows: [ReferenceRow] = []
        while let row = try cursor.next() {
            guard let other = try ReferenceRow(row, seals) else { continue }
            let (identity, target) = (other.entry.identity, other.entry.mergedInto)
            let isItself =
                other.entry.kind == entry.kind && (identity == entry.identity || target == entry.identity)
            let isOwned =
                entry.kind == .patient && other.entry.kind.isOfPatient
                && [identity, target].contains { $0?.hasPrefix(entry.identity + "#") == true }
            if isItself || isOwned { rows.append(other) }
        }
        for row in rows { try database.execute("DELETE FROM reference WHERE number = ?", [row.number]) }
        return rows.map(\.item)
    }
}

extension [ReferenceEntry] {
    fileprivate var byLabel: [ReferenceEntry] {
        map { (name: $0.label.lowercased(), entry: $0) }
            .sorted { ($0.name, $0.entry.identity) < ($1.name, $1.entry.identity) }.map(\.entry)
    }
}
