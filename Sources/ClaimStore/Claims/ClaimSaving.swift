import ClaimModel
import ClaimRules
import GRDB

extension ClaimStore {
    /// Saves a claim; once this returns, the death of the process loses nothing of it.
    ///
    /// A claim that has been saved from elsewhere since `record` was read is left alone (`conflict`), so no write is ever
    /// lost. Saving what is stored already changes nothing, not even the revision.
    ///
    /// - Returns: the claim as it is stored now; pass it on to the next save.
    @discardableResult
    public func save(_ record: ClaimRecord) throws(StoreFault) -> ClaimRecord {
        guard record.draft.isStorable else { throw .notStorable }
        let json = String(decoding: record.draft.canonicalJSON(), as: UTF8.self)
        return try writing { database in
            let found = try StoredClaim.find(record.id, in: database)
            guard let stored = found else {
                guard record.revision == 0 else { throw StoreFault.missing }
                let number = try insert(record, in: database)
                try database.cachedStatement(sql: "INSERT INTO draft (claim, json) VALUES (?, ?)")
                    .execute(arguments: [number, json])
                patients.add(number, ClaimKeys(of: record.draft))
                return try StoredClaim.find(record.id, in: database)?.record(of: record.draft) ?? record
            }
            guard stored.revision == record.revision else { throw StoreFault.conflict }
            guard stored.deletedAt == nil else { throw StoreFault.missing }
            if stored.holds(record, json: json) { return stored.record(of: record.draft) }
            try update(stored.number, with: record, in: database)
            try database.cachedStatement(sql: "UPDATE draft SET json = ? WHERE claim = ?")
                .execute(arguments: [json, stored.number])
            patients.add(stored.number, ClaimKeys(of: record.draft))
            return try StoredClaim.find(record.id, in: database)?.record(of: record.draft) ?? record
        }
    }

    private func insert(_ record: ClaimRecord, in database: Database) throws -> Int64 {
        try database.cachedStatement(
            sql: """
                INSERT INTO claim (
                    revision, status, account, patient, day, payer, policy, errors, warnings, rules, member, person, birth,
                    session, sessionsApproved, authorizedUntil, updatedAt, id, createdAt)
                VALUES (1, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                """
        ).execute(arguments: columns(of: record) + [record.id, timestamp])
        return database.lastInsertedRowID
    }

    private func update(_ number: Int64, with record: ClaimRecord, in database: Database) throws {
        try database.cachedStatement(
            sql: """
                UPDATE claim SET
                    revision = revision + 1, status = ?, account = ?, patient = ?, day = ?, payer = ?, policy = ?,
                    errors = ?, warnings = ?, rules = ?, member = ?, person = ?, birth = ?, session = ?,
                    sessionsApproved = ?, authorizedUntil = ?, updatedAt = ?
                WHERE number = ?
                """
        ).execute(arguments: columns(of: record) + [number])
    }

    private func columns(of record: ClaimRecord) -> StatementArguments {
        let keys = ClaimKeys(of: record.draft)
        // Held and deleted are kept apart from the status, which has to come back when they end.
        let status: ClaimStatus = [.held, .deleted].contains(record.status) ? .draft : record.status
        return [
            status.rawValue, keys.account, keys.patient, keys.day?.number, keys.payer, keys.policy,
            record.tally.errors, record.tally.warnings, record.tally.rules.joined(separator: " "),
            keys.member, keys.person, keys.birth, keys.authorization?.session, keys.authorization?.approved,
            keys.authorization?.end?.number, timestamp,
        ]
    }
}

extension ClaimDraft {
    /// Whether the store can give it back as it is.
    fileprivate var isStorable: Bool {
        (1...64).contains(id.utf8.count) && Part.allCases.allSatisfy { rowCount(of: $0) <= $0.limit }
    }
}
