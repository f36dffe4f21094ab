import ClaimModel
import Foundation
import Sealing

/// An entry of a reference file as the database has it: sealed by a key of its own, found by the code of its identity.
struct ReferenceRow {
    let number: Int64
    let item: Int64
    let entry: ReferenceEntry

    static let columns = "number, item, kind, name, updatedAt, body"

    /// `nil` where the row is damaged: it is not offered; the others are.
    init?(_ row: Row, _ seals: RecordSeals) throws {
        do {
            try self.init(reading: row, seals)
        } catch is DamagedRow {
            return nil
        }
    }

    private init(reading row: Row, _ seals: RecordSeals) throws {
        (number, item) = (try row.value(at: 0), try row.value(at: 1))
        let kind = try present(ReferenceKind(rawValue: row.value(at: 2)))
        let place = ReferenceRow.place(kind, try row.value(at: 3), item, try row.value(at: 4))
        let texts = try seals.key(item).open(texts: try row.value(at: 5), for: place, count: ReferenceRow.head)
        var fields = try ReferenceRow.fields(texts[ReferenceRow.head...])
        let day = fields.removeValue(forKey: ReferenceRow.asOf)
        var entry = ReferenceEntry(
            kind: kind, identity: try present(texts[0]), label: try present(texts[1]), texts: fields)
        entry.asOf = day.flatMap { Day(iso: $0) }
        entry.origin = texts[2].flatMap { ReferenceOrigin(rawValue: $0) } ?? .keyed
        entry.isActive = texts[3] != "0"
        entry.mergedInto = texts[4]
        self.entry = entry
    }

    /// How many texts come before those of the fields.
    private static let head = 5

    /// Among the names of fields: the day as of which the entry is known, in ISO form.
    private static let asOf = ""

    /// Names and texts of fields in turn.
    private static func fields(_ texts: ArraySlice<String?>) throws -> [String: String] {
        var fields = [String: String](minimumCapacity: texts.count / 2)
        for index in stride(from: texts.startIndex, to: texts.endIndex - 1, by: 2) {
            fields[try present(texts[index])] = try present(texts[index + 1])
        }
        return fields
    }

    private static func place(_ kind: ReferenceKind, _ name: Data, _ item: Int64, _ updatedAt: Int64) -> SealedPlace {
        var place = SealedPlace("reference", item, updatedAt)
        place.add(kind.rawValue)
        place.add(name)
        return place
    }

    static func find(
        _ kind: ReferenceKind, _ identity: String, in database: Database, _ seals: RecordSeals
    ) throws -> ReferenceRow? {
        try database.row(
            "SELECT \(columns) FROM reference WHERE kind = ? AND name = ?",
            [kind.rawValue, try seals.code("reference", identity)]
        ).flatMap { try ReferenceRow($0, seals) }
    }

    /// The entries that are also known by a weaker identity, as by a name besides a number.
    static func alsoKnown(
        as identity: String, _ kind: ReferenceKind, in database: Database, _ seals: RecordSeals
    ) throws -> [ReferenceRow] {
        let sql = """
            SELECT \(columns.split(separator: ", ").map { "reference.\($0)" }.joined(separator: ", "))
            FROM referenceAlias JOIN reference ON entry = number
            WHERE referenceAlias.kind = ? AND referenceAlias.name = ?
            """
        return try database.rows(sql, [kind.rawValue, try seals.code("reference", identity)]).compactMap {
            try ReferenceRow($0, seals)
        }
    }

    private init(_ number: Int64, item: Int64, _ entry: ReferenceEntry) {
        (self.number, self.item, self.entry) = (number, item, entry)
    }

    /// Writes an entry, in place of one that is there, or as a new one; a damaged row of the same name makes way.
    @discardableResult
    static func write(
        _ entry: ReferenceEntry, over known: ReferenceRow? = nil, at time: Int64, aliases: [String],
        in database: Database, _ seals: RecordSeals
    ) throws -> ReferenceRow {
        let (kind, item) = (entry.kind.rawValue, try known?.item ?? seals.keyring.newItem())
        let name = try seals.code("reference", entry.identity)
        let body = try seals.key(item).seal(texts(of: entry), for: place(entry.kind, name, item, time))
        let number: Int64
        if let known {
            number = known.number
            if known.entry.identity != entry.identity {
                try database.execute("DELETE FROM reference WHERE kind = ? AND name = ?", [kind, name])
            }
            let sql = "UPDATE reference SET item = ?, kind = ?, name = ?, updatedAt = ?, body = ? WHERE number = ?"
            try database.execute(sql, [item, kind, name, time, body, number])
        } else {
            let sql = """
                INSERT INTO reference (\(columns))
                VALUES ((SELECT coalesce(max(number), 0) + 1 FROM reference), ?, ?, ?, ?, ?)
                ON CONFLICT (kind, name) DO UPDATE SET
                    item = excluded.item, updatedAt = excluded.updatedAt, body = excluded.body
                RETURNING number
                """
            number = try present(database.one(Int64.self, sql, [item, kind, name, time, body]))
        }
        if entry.kind.isKnownByNumberOrName {
            try database.execute("DELETE FROM referenceAlias WHERE entry = ?", [number])
            for alias in aliases where alias != entry.identity {
                let values: Database.Values = [number, kind, try seals.code("reference", alias)]
                try database.execute("INSERT INTO referenceAlias (entry, kind, name) VALUES (?, ?, ?)", values)
            }
        }
        return ReferenceRow(number, item: item, entry)
    }

    private static func texts(of entry: ReferenceEntry) -> Data {
        let day = entry.asOf.map { [asOf, $0.iso] } ?? []
        return PackedTexts.pack(
            [entry.identity, entry.label, entry.origin.rawValue, entry.isActive ? "1" : "0", entry.mergedInto] + day
                + entry.texts.sorted { $0.key < $1.key }.flatMap { [$0.key, $0.value] })
    }
}

extension ReferenceEntry {
    /// What it is known by besides its identity.
    func aliases(in context: ParsingContext) -> [String] {
        kind.isKnownByNumberOrName ? Array(kind.identities(in: draft(in: context)).dropFirst()) : []
    }
}
