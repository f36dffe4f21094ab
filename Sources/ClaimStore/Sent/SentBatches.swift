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
                let result = SentResult(try ClaimStatus(stored: row.value(at: 1)))
                results[try row.value(at: 0), default: [:]][result, default: 0] += try row.count(at: 2)
            }
            let sql = """
                SELECT sentFile.*,
                    (SELECT count(*) FROM sentClaim WHERE file = sentFile.number AND isTaken = 1) AS taken,
                    (SELECT count(*) FROM sentClaim WHERE file = sentFile.number AND isTaken = 0) AS refused
                FROM sentFile ORDER BY number DESC
                """
            return try Row.fetchAll(database, sql: sql).map { row in
                let id: Int = try row.value("number")
                return SentBatch(
                    id: id, file: try SentFile(row), counts: try row.value("counts"), isWritten: row.hasNull("path"),
                    taken: try row.count("taken"), refused: try row.count("refused"), results: results[id] ?? [:])
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
                    ? .deleted : !row.hasNull("heldBy") ? .held : try ClaimStatus(stored: row.value("status"))
                return SentClaim(
                    id: try row.value("id"), number: try row.count("place") + 1, account: try row.value("account"),
                    patient: try row.value("patient"), day: try row.day("day"), charge: try row.count("charge"),
                    answered: try ClaimStatus(stored: row.value("answered")), status: status)
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
            return try Row.fetchAll(database.cachedStatement(sql: sql), arguments: [id]).map { row in
                let json: String = try row.value(at: 3)
                return SentVersion(
                    draft: try DraftReader(in: context, from: .ownStore).draft(from: json.utf8),
                    interchange: try row.count(at: 0), day: try present(row.day(at: 1)),
                    status: try ClaimStatus(stored: row.value(at: 2)), isBystander: try row.value(at: 4))
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
            return try Row.fetchOne(database.cachedStatement(sql: sql), arguments: [content, isTest])
                .map { try SentFile($0) }
        }
    }
}

extension Row {
    fileprivate func hasNull(_ name: String) -> Bool { (self[name] as DatabaseValue).isNull }
}
