import ClaimModel
import ClaimRules
import Foundation
import Sealing

/// Whether the sealed rows of other tables than the claims' open where they lie.
struct RowExamination {
    /// The numbers of the claims with an answer, a version or a submission that does not open.
    private(set) var claims: Set<Int64> = []
    /// The other rows that do not open, by table and number.
    private(set) var others: [String] = []
    private let seals: RecordSeals

    init(of database: Database, _ seals: RecordSeals) throws {
        self.seals = seals
        try examineClaims(database)
        try examineSubmissions(database)
        try examineOffice(database)
    }

    private mutating func examineClaims(_ database: Database) throws {
        for number in try database.all(Int64.self, "SELECT number FROM claim ORDER BY number") {
            let isSound = try RowExamination.opens {
                let claim = try StoredClaim.find(number, in: database, seals)
                _ = (try claim?.answers(in: database, seals), try claim?.versions(in: database, seals))
                _ = try claim?.keyedEOBs(in: database, seals)
            }
            if !isSound { claims.insert(number) }
        }
    }

    private mutating func examineSubmissions(_ database: Database) throws {
        let rows = try database.cursor("SELECT * FROM sentClaim")
        while let row = try rows.next() {
            let source = SealedDatabase(seals: seals)
            let isSound = try RowExamination.opens { _ = try source.submission(row, in: database) }
            if !isSound { claims.insert(try row.value("claim")) }
        }
    }

    private mutating func examineOffice(_ database: Database) throws {
        for row in try database.rows("SELECT number, item, body, receivedAt FROM unmatchedAnswer") {
            let number: Int64 = try row.value(at: 0)
            try note("unmatchedAnswer \(number)") { seals in _ = try seals.unmatched(row) }
        }
        for row in try database.rows("SELECT \(ReferenceRow.columns) FROM reference") {
            let number: Int64 = try row.value(at: 0)
            let isSound = (try? ReferenceRow(row, seals)) != nil
            if !isSound { others.append("reference \(number)") }
        }
        try note("practice 1") { seals in _ = try seals.practice(in: database) }
        for row in try database.rows("SELECT name, body FROM preference") {
            let name: String = try row.value(at: 0)
            try note("preference \(name)") { seals in _ = try seals.preference(name, try row.value(at: 1)) }
        }
    }

    private mutating func note(_ name: String, _ open: (RecordSeals) throws -> Void) throws {
        let seals = seals
        if try !RowExamination.opens({ try open(seals) }) { others.append(name) }
    }

    private static func opens(_ open: () throws -> Void) throws -> Bool {
        do {
            try open()
            return true
        } catch is DamagedRow {
            return false
        }
    }
}

extension RowExamination {
    /// Of a database that is not open; it is not changed.
    init(of path: String, with keyring: Keyring) throws {
        guard try DatabaseCheck.isSealed(path) else {
            // In clear there is nothing to open.
            (claims, others, seals) = ([], [], RecordSeals(keyring: keyring, generation: 0))
            return
        }
        self = try DatabaseCheck.look(at: path) { try RowExamination(of: $0, try RecordSeals(of: $0, keyring)) }
    }
}
