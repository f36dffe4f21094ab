public import ClaimModel
import ClaimRules

extension ClaimStore {
    /// The files that were sent, the latest first.
    public func sentBatches() throws(StoreFault) -> [SentBatch] {
        try reading { database in
            var results: [Int: [SentResult: Int]] = [:]
            let counts = try database.cursor("SELECT file, status, count(*) FROM sentClaim GROUP BY file, status")
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
            return try database.rows(sql).map { row in
                let id: Int = try row.value("number")
                return SentBatch(
                    id: id, file: try SentFile(row), counts: try row.value("counts"),
                    isWritten: try row.hasNull("path"),
                    taken: try row.count("taken"), refused: try row.count("refused"), results: results[id] ?? [:])
            }
        }
    }

    /// The claims of a batch, in the order of its file.
    public func sentClaims(ofBatch id: Int) throws(StoreFault) -> [SentClaim] {
        try reading { database in
            let sql = """
                SELECT \(StoredClaim.columns), place, charge, sentClaim.status
                FROM sentClaim JOIN claim ON claim = claim.number WHERE file = ? ORDER BY place
                """
            return try database.rows(sql, [id]).map { row in
                let claim = ClaimSummary(try StoredClaim(row, seals))
                let start = StoredClaim.columnCount
                return SentClaim(
                    id: claim.id, number: try row.count(at: start) + 1, account: claim.account,
                    patient: claim.patient, day: claim.day, charge: try row.count(at: start + 1),
                    answered: try ClaimStatus(stored: row.value(at: start + 2)), status: claim.status)
            }
        }
    }

    /// The versions of a claim that were sent to be paid, the earliest first.
    public func sentVersions(of id: String, in context: ParsingContext) throws(StoreFault) -> [SentVersion] {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { return [] }
            let sql = """
                SELECT \(StoredClaim.columns), sentClaim.*, interchange, sentFile.day FROM sentClaim
                JOIN sentFile ON file = sentFile.number JOIN claim ON claim = claim.number
                WHERE claim = ? AND counts = 1 AND isTest = 0 ORDER BY sentClaim.number
                """
            return try database.rows(sql, [claim.number]).map { row in
                let sent = try StoredSubmission(row, claim, seals)
                let start = StoredClaim.columnCount
                return SentVersion(
                    draft: try DraftReader(in: context, from: .ownStore).draft(from: sent.json),
                    interchange: try row.count(at: start + 14), day: try present(row.day(at: start + 15)),
                    status: try ClaimStatus(stored: row.value(at: start + 11)),
                    isBystander: try row.value(at: start + 13))
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
            return try database.row(sql, [try seals.code("content", content), isTest])
                .map { try SentFile($0) }
        }
    }
}
