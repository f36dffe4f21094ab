import ClaimModel
import Foundation
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
        try new.execute("DELETE FROM claimChange")
        try copyTable("claimChange", old, to: new)
        try copyOffice(old, to: new)
        try source.copyTrail(old, to: new, seals)
        try seals.sign(new)
    }

    private mutating func copyClaims(_ old: Database, to new: Database) throws {
        for number in try old.all(Int64.self, "SELECT number FROM claim ORDER BY number") {
            do {
                try source.claim(number, in: old).write(to: new, seals)
            } catch is DamagedRow {
                lost.append(number)
            }
        }
    }

    private func copySubmissions(_ old: Database, to new: Database) throws {
        let rows = try old.cursor("SELECT * FROM sentClaim ORDER BY number")
        while let row = try rows.next() {
            let claim: Int64 = try row.value("claim")
            guard let stored = try StoredClaim.find(claim, in: new, seals) else { continue }
            let sent = try source.submission(row, in: old)
            let file: Int64 = try row.value("file")
            let place = (file: file, place: try row.count("place"), revision: try row.count("revision"))
            let body = try stored.sealed(submission: sent, at: place, seals)
            var values = try row.cells()
            values["json"] = nil
            values["content"] = try seals.code("content", sent.content).cell
            values["body"] = body.cell
            try insert(values, into: "sentClaim", new)
        }
    }

    private func copyOffice(_ old: Database, to new: Database) throws {
        for answer in try source.unmatched(in: old) {
            try seals.insert(answer, in: new)
        }
        for (entry, updatedAt) in try source.references(in: old) {
            try ReferenceRow.write(entry, at: updatedAt, aliases: entry.aliases(in: context), in: new, seals)
        }
        if let practice = try source.practice(in: old) {
            try new.execute(
                "INSERT INTO practice (number, revision, body) VALUES (1, 1, ?)",
                [try seals.office().seal(practice, for: SealedPlace("practice", 1))])
        }
        for (name, value) in try source.preferences(in: old) {
            try seals.setPreference(name, to: value, in: new)
        }
    }

    /// A table that has nothing sealed.
    private func copyTable(_ table: String, _ old: Database, to new: Database) throws {
        let rows = try old.cursor("SELECT * FROM \(table)")
        while let row = try rows.next() {
            if table == "lesson", try !has(row, "answer", in: new) { continue }
            try insert(try row.cells(), into: table, new)
        }
    }

    private func has(_ row: Row, _ table: String, in database: Database) throws -> Bool {
        let sql = "SELECT EXISTS (SELECT 1 FROM \(table) WHERE number = ?)"
        return try database.one(Bool.self, sql, [try row.value(table) as Int64]) ?? false
    }

    private func insert(_ values: [String: Cell], into table: String, _ database: Database) throws {
        let names = values.keys.sorted()
        let marks = names.map { _ in "?" }.joined(separator: ", ")
        let sql = "INSERT INTO \(table) (\(names.joined(separator: ", "))) VALUES (\(marks))"
        try database.execute(sql, names.map { values[$0] })
    }
}
