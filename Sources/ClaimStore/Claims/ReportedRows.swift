public import ClaimModel
public import ClaimRules

/// A claim with what became of it, as reports count it.
public struct ReportedRow: Sendable {
    public let summary: ClaimSummary
    /// As it is now; `nil` where nothing was answered.
    public let draft: ClaimDraft?
    /// The earliest first.
    public let answers: [ClaimAnswer]
    /// Its submissions that are not tests, the earliest first, with what each was answered.
    public let submissions: [(day: Day, status: ClaimStatus)]
}

extension ClaimStore {
    /// Every claim that is not deleted, the oldest first; damaged ones are left out.
    public func reportedRows(in context: ParsingContext) throws(StoreFault) -> [ReportedRow] {
        let numbers = try reading {
            try $0.all(Int64.self, "SELECT number FROM claim WHERE deletedAt IS NULL ORDER BY number")
        }
        var (rows, rest) = ([ReportedRow](), numbers[...])
        // A few at a time: others go on working.
        while !rest.isEmpty {
            let part = rest.prefix(200)
            rows += try reading { database in try part.compactMap { try row($0, in: database, context) } }
            rest = rest.dropFirst(200)
        }
        return rows
    }

    private func row(_ number: Int64, in database: Database, _ context: ParsingContext) throws -> ReportedRow? {
        do {
            guard let stored = try StoredClaim.find(number, in: database, seals), !stored.isDeleted else { return nil }
            let account = stored.face.keys.account
            let answers = try stored.answers(in: database, seals).map {
                try ClaimAnswer(stored: $0.json, account: account)
            }
            let sql = """
                SELECT sentFile.day, sentClaim.status FROM sentClaim JOIN sentFile ON file = sentFile.number
                WHERE claim = ? AND counts = 1 AND isTest = 0 ORDER BY sentClaim.number
                """
            let submissions = try database.rows(sql, [number]).map { row in
                (day: Day(number: try row.value(at: 0)), status: try ClaimStatus(stored: row.value(at: 1)))
            }
            return ReportedRow(
                summary: ClaimSummary(stored),
                draft: answers.isEmpty ? nil : try stored.draft(in: database, seals, context), answers: answers,
                submissions: submissions)
        } catch is DamagedRow {
            return nil
        }
    }
}
