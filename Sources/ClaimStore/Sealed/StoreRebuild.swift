import ClaimModel
import Foundation
import GRDB
import Sealing

/// Rewrites a database, sealed under the present data key, from one that is in clear or sealed under another.
struct StoreRebuild {
    private let source: any CopiedDatabase
    private let seals: RecordSeals
    private let context: ParsingContext
    /// The numbers of the claims that cannot be read, which the new database does not have.
    private(set) var lost: [Int64] = []

    init(from source: any CopiedDatabase, sealedBy seals: RecordSeals, today: Day) {
        self.source = source
        self.seals = seals
        context = ParsingContext(today: today)
    }

    /// - Parameter new: with the tables of this version, and nothing in them.
    mutating func copy(_ old: Database, to new: Database) throws {
        try copyClaims(old, to: new)
        try copyTable("sentFile", old, to: new)
        try copySubmissions(old, to: new)
        try copyTable("lesson", old, to: new)
        try copyTable("counter", old, to: new)
        try new.execute(sql: "DELETE FROM claimChange")
        try copyTable("claimChange", old, to: new)
        try copyOffice(old, to: new)
        try source.copyTrail(old, to: new, seals)
        try seals.sign(new)
    }

    private mutating func copyClaims(_ old: Database, to new: Database) throws {
        for number in try Int64.fetchAll(old, sql: "SELECT number FROM claim ORDER BY number") {
            do {
                try source.claim(number, in: old).write(to: new, seals)
            } catch is DamagedRow {
                lost.append(number)
            }
        }
    }

    private func copySubmissions(_ old: Database, to new: Database) throws {
        let rows = try Row.fetchCursor(old, sql: "SELECT * FROM sentClaim ORDER BY number")
        while let row = try rows.next() {
            let claim: Int64 = try row.value("claim")
            guard let stored = try StoredClaim.find(claim, in: new, seals) else { continue }
            let sent = try source.submission(row, in: old)
            let file: Int64 = try row.value("file")
            let place = (file: file, place: try row.count("place"), revision: try row.count("revision"))
            let body = try stored.sealed(submission: sent, at: place, seals)
            var values = Dictionary(uniqueKeysWithValues: zip(row.columnNames, row.databaseValues))
            values["json"] = nil
            values["content"] = try seals.code("content", sent.content).databaseValue
            values["body"] = body.databaseValue
            try insert(values, into: "sentClaim", new)
        }
    }

    private func copyOffice(_ old: Database, to new: Database) throws {
        for answer in try source.unmatched(in: old) {
            try seals.insert(answer, in: new)
        }
        for (entry, updatedAt) in try source.references(in: old) {
            try ReferenceRow.write(
                entry, to: nil, item: try seals.keyring.newItem(), at: updatedAt,
                aliases: entry.aliases(in: context), in: new, seals)
        }
        if let practice = try source.practice(in: old) {
            try new.execute(
                sql: "INSERT INTO practice (number, revision, body) VALUES (1, 1, ?)",
                arguments: [try seals.office().seal(practice, for: SealedPlace("practice", 1))])
        }
        for (name, value) in try source.preferences(in: old) {
            try seals.setPreference(name, to: value, in: new)
        }
    }

    /// A table that has nothing sealed.
    private func copyTable(_ table: String, _ old: Database, to new: Database) throws {
        let rows = try Row.fetchCursor(old, sql: "SELECT * FROM \(table)")
        while let row = try rows.next() {
            if table == "lesson", try !has(row, "answer", in: new) { continue }
            try insert(
                Dictionary(uniqueKeysWithValues: zip(row.columnNames, row.databaseValues)), into: table, new)
        }
    }

    private func has(_ row: Row, _ table: String, in database: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE number = ?)"
        return try Bool.fetchOne(
            database.cachedStatement(sql: sql), arguments: [try row.value(table) as Int64]) ?? false
    }

    private func insert(_ values: [String: DatabaseValue], into table: String, _ database: Database) throws {
        let names = values.keys.sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
        try database.cachedStatement(sql: sql).execute(arguments: StatementArguments(names.compactMap { values[$0] }))
    }
}
