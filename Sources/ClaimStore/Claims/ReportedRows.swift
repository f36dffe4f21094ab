public import ClaimModel
public import ClaimRules

/// A claim with what became of it, as reports count it.
public struct ReportedRow: Sendable {
    public let summary: ClaimSummary
    /// As it is now; `nil` of a claim to the first payer that nobody has answered or called denied: its row says all that counts.
    public let draft: ClaimDraft?
    /// The earliest first.
    public let answers: [ClaimAnswer]
    /// Its submissions that are not tests, the earliest first, with what each was answered.
    public let submissions: [(day: Day, status: ClaimStatus)]
}

extension ClaimStore {
    /// Every claim that is not deleted, the oldest first; damaged ones are left out.
    public func reportedRows(in context: ParsingContext) throws(StoreFault) -> [ReportedRow] {
        try seals.keyring.prepareItems()
        var rows: [ReportedRow] = []
        var last: Int64? = 0
        // A few at a time: others go on working.
        while let number = last {
            last = try reading { database in
                let part = try ReportedPart(after: number, in: database, seals)
                for claim in part.claims {
                    if let row = try row(of: claim, part, in: database, context) { rows.append(row) }
                }
                return part.last
            }
        }
        return rows
    }

    private func row(
        of claim: StoredClaim, _ part: ReportedPart, in database: Database, _ context: ParsingContext
    ) throws -> ReportedRow? {
        do {
            var answers: [ClaimAnswer] = []
            if part.answered.contains(claim.number) {
                let account = claim.face.keys.account
                answers = try claim.answers(in: database, seals).map {
                    try ClaimAnswer(stored: $0.json, account: account)
                }
            }
            return ReportedRow(
                summary: ClaimSummary(claim),
                draft: answers.isEmpty && !claim.hasMoreToSay ? nil : try claim.draft(in: database, seals, context),
                answers: answers,
                submissions: try (part.submissions[claim.number] ?? []).map { sent in
                    (day: sent.day, status: try ClaimStatus(stored: sent.status))
                })
        } catch is DamagedRow {
            return nil
        }
    }
}

extension StoredClaim {
    /// Whether what is open of it, or why it is denied, is in its draft alone.
    fileprivate var hasMoreToSay: Bool {
        let order = zip(ClaimSummary.filingFields, face.keys.filing).first { $0.0 == .payerOrder }?.1
        return status == .denied || !["", PayerOrder.primary.rawValue].contains(order ?? "")
    }
}

/// A few claims as reports read them, with what is looked up for all of them at once.
private struct ReportedPart {
    private(set) var claims: [StoredClaim] = []
    /// The numbers of those that were answered.
    private(set) var answered: Set<Int64> = []
    private(set) var submissions: [Int64: [(day: Day, status: String)]] = [:]
    /// The number of the last one; `nil` after all claims.
    private(set) var last: Int64?

    private static let size = 200

    init(after number: Int64, in database: Database, _ seals: RecordSeals) throws {
        let rows = try database.cursor(
            """
            SELECT \(StoredClaim.columns) FROM claim WHERE number > ? AND deletedAt IS NULL ORDER BY number LIMIT ?
            """, [number, ReportedPart.size])
        while let row = try rows.next() {
            last = try row.value(at: 0)
            do { claims.append(try StoredClaim(row, seals)) } catch is DamagedRow {}
        }
        guard let last else { return }
        for row in try database.rows(
            "SELECT DISTINCT claim FROM answer WHERE claim > ? AND claim <= ?", [number, last])
        {
            answered.insert(try row.value(at: 0))
        }
        let sql = """
            SELECT claim, sentFile.day, sentClaim.status FROM sentClaim JOIN sentFile ON file = sentFile.number
            WHERE claim > ? AND claim <= ? AND counts = 1 AND isTest = 0 ORDER BY sentClaim.number
            """
        for row in try database.rows(sql, [number, last]) {
            let sent = (day: Day(number: try row.value(at: 1)), status: try row.value(at: 2) as String)
            submissions[try row.value(at: 0), default: []].append(sent)
        }
    }
}
