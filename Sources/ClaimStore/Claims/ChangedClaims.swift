public import ClaimModel

/// What has changed on the worklist since an earlier look.
public struct ChangedClaims: Hashable, Sendable {
    /// Every claim that was made or changed, deleted ones included.
    public let claims: [ClaimSummary]
    /// Where to go on from; see `ClaimStore.lastChange`.
    public let last: Int
}

extension ClaimStore {
    /// The number of the last change of any claim, whoever made it. Triggers count, so no way of writing is left out.
    public func lastChange() throws(StoreFault) -> Int {
        try reading { try ClaimStore.lastChange(in: $0) }
    }

    /// What came after a change, by index: what it costs depends on how much has changed, not on how many claims there are.
    ///
    /// - Returns: `nil` where all have to be read again: a claim is gone for good, a row is damaged, or there was
    ///   no such change.
    public func changes(since last: Int) throws(StoreFault) -> ChangedClaims? {
        try reading { database in
            let gone = "SELECT count(*) FROM claimChange WHERE change > ? AND isGone = 1"
            guard try database.one(Int.self, gone, [last]) == 0,
                last <= (try ClaimStore.lastChange(in: database))
            else { return nil }
            let rows = try database.cursor(
                """
                SELECT \(StoredClaim.columns) FROM claimChange JOIN claim ON number = claim
                WHERE change > ? ORDER BY change
                """, [last])
            var claims: [ClaimSummary] = []
            while let row = try rows.next() {
                guard let claim = try? StoredClaim(row, seals) else { return nil }
                claims.append(ClaimSummary(claim))
            }
            return ChangedClaims(claims: claims, last: try ClaimStore.lastChange(in: database))
        }
    }

    /// How many claims there are, deleted ones included.
    public func claimCount() throws(StoreFault) -> Int {
        try reading { try $0.one(Int.self, "SELECT count(*) FROM claim") ?? 0 }
    }

    /// Whether there are more claims than that, deleted ones included; without counting them.
    public func hasClaims(over most: Int) throws(StoreFault) -> Bool {
        try reading { database in
            let sql = "SELECT count(*) FROM (SELECT 1 FROM claim LIMIT ?) AS few"
            return (try database.one(Int.self, sql, [most + 1]) ?? 0) > most
        }
    }

    /// The claims that were made or changed last, by index; damaged rows are left out.
    public func newestClaims(_ most: Int) throws(StoreFault) -> [ClaimSummary] {
        try reading { database in
            let rows = try database.rows(
                """
                SELECT \(StoredClaim.columns) FROM claimChange JOIN claim ON number = claim
                ORDER BY change DESC LIMIT ?
                """, [most])
            // Where one key is damaged each is read by itself.
            try? seals.keyring.prepareItems(rows.compactMap { try? $0.value(at: 1) })
            return rows.compactMap { try? ClaimSummary(StoredClaim($0, seals)) }
        }
    }

    static func lastChange(in database: Database) throws -> Int {
        try database.one(Int.self, "SELECT max(change) FROM claimChange") ?? 0
    }

    /// Every claim with an override that is not deleted, the oldest first, by index.
    public func overriddenClaims(in context: ParsingContext) throws(StoreFault) -> [ClaimRecord] {
        try reading { database in
            let rows = try database.cursor(
                """
                SELECT \(StoredClaim.columns) FROM claim WHERE hasOverride = 1 AND deletedAt IS NULL ORDER BY number
                """)
            var records: [ClaimRecord] = []
            // A damaged claim does not keep the others from being listed; `StoreExamination` names it.
            while let row = try rows.next() {
                if let record = try? StoredClaim(row, seals).record(in: database, seals, context) {
                    records.append(record)
                }
            }
            return records
        }
    }
}
