public import ClaimModel
import GRDB

extension ClaimStore {
    /// The files that were sent, the latest first.
    public func sentBatches() throws(StoreFault) -> [SentBatch] {
        try reading { database in
            var results: [Int: [SentResult: Int]] = [:]
            let counts = try Row.fetchCursor(
                database, sql: "SELECT file, status, count(*) FROM sentClaim GROUP BY file, status")
            while let row = try counts.next() {
                let result = SentResult(try ClaimStatus(stored: row[1]))
                results[row[0], default: [:]][result, default: 0] += row[2]
            }
            let sql = """
                SELECT sentFile.*,
                    (SELECT count(*) FROM sentClaim WHERE file = sentFile.number AND isTaken = 1) AS taken,
                    (SELECT count(*) FROM sentClaim WHERE file = sentFile.number AND isTaken = 0) AS refused
                FROM sentFile ORDER BY number DESC
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                let id: Int = row["number"]
                return SentBatch(
                    id: id, file: SentFile(row), counts: row["counts"], isWritten: row.hasNull("path"),
                    taken: row["taken"], refused: row["refused"], results: results[id] ?? [:])
            }
        }
    }

    /// The claims of a batch, in the order of its file.
    public func sentClaims(ofBatch id: Int) throws(StoreFault) -> [SentClaim] {
        try reading { database in
            let sql = """
                SELECT claim.id AS id, place, account, patient, claim.day AS day, charge,
                    sentClaim.status AS answered, claim.status AS status, heldBy, deletedAt
                FROM sentClaim JOIN claim ON claim = claim.number WHERE file = ? ORDER BY place
                """
            return try Row.fetchAll(database, sql: sql, arguments: [id]).map { row in
                let status: ClaimStatus =
                    !row.hasNull("deletedAt")
                    ? .deleted : !row.hasNull("heldBy") ? .held : try ClaimStatus(stored: row["status"])
                return SentClaim(
                    id: row["id"], number: row["place"] + 1, account: row["account"], patient: row["patient"],
                    day: (row["day"] as Int?).map { Day(number: $0) }, charge: row["charge"],
                    answered: try ClaimStatus(stored: row["answered"]), status: status)
            }
        }
    }

    /// The versions of a claim that were sent to be paid, the earliest first.
    public func sentVersions(of id: String, in context: ParsingContext) throws(StoreFault) -> [SentVersion] {
        try reading { database in
            let sql = """
                SELECT interchange, sentFile.day, sentClaim.status, sentClaim.json, isBystander FROM sentClaim
                JOIN sentFile ON file = sentFile.number JOIN claim ON claim = claim.number
                WHERE id = ? AND counts AND NOT isTest ORDER BY sentClaim.number
                """
            return try Row.fetchAll(database, sql: sql, arguments: [id]).map { row in
                let json: String = row[3]
                return SentVersion(
                    draft: try DraftReader(in: context, from: .ownStore).draft(from: json.utf8), interchange: row[0],
                    day: Day(number: row[1]), status: try ClaimStatus(stored: row[2]),
                    isBystander: row[4])
            }
        }
    }

    /// The latest file that said the very same of a claim; a file that was only to be tried does not count against one
    /// that is to be paid.
    public func earlierFile(saying content: String, isTest: Bool) throws(StoreFault) -> SentFile? {
        try reading { database in
            let sql = """
                SELECT sentFile.* FROM sentClaim JOIN sentFile ON file = sentFile.number
                WHERE content = ? AND isTest <= ? AND sentClaim.status <> 'rejected' ORDER BY sentFile.number DESC LIMIT 1
                """
            return try Row.fetchOne(database, sql: sql, arguments: [content, isTest]).map { SentFile($0) }
        }
    }
}

extension Row {
    fileprivate func hasNull(_ name: String) -> Bool { (self[name] as (any DatabaseValueConvertible)?) == nil }
}
