public import ClaimModel

/// A claim's place in a file that was submitted.
public struct SentTrace: Hashable, Sendable {
    public let file: SentFile
    /// ST02.
    public let transaction: String
    /// In cents.
    public let charge: Int
}

extension ClaimStore {
    /// The files that a claim went out in, the earliest first.
    public func sentFiles(of id: String) throws(StoreFault) -> [SentTrace] {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { throw StoreFault.missing }
            let sql = """
                SELECT sentFile.*, transactionNumber, charge FROM sentClaim JOIN sentFile ON file = sentFile.number
                WHERE claim = ? AND counts = 1 AND path IS NULL ORDER BY sentClaim.number
                """
            return try database.rows(sql, [claim.number]).map { row in
                SentTrace(
                    file: try SentFile(row), transaction: try row.value("transactionNumber"),
                    charge: try row.count("charge"))
            }
        }
    }
}
