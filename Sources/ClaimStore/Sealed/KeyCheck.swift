import GRDB
import Sealing

extension RecordSeals {
    /// Refuses the keyring of another office before anything is sealed with it. Where some records are damaged and others open,
    /// it is the right one.
    ///
    /// - Throws: `keys(.tampered)`.
    func check(_ database: Database) throws {
        _ = try keyring.dataKey(generation)
        var isEmpty = true
        for opens in [preferenceOpens, practiceOpens, claimOpens] {
            // A page that cannot be read says nothing of the key.
            guard let isRight = try? opens(database) else { continue }
            if isRight { return }
            isEmpty = false
        }
        guard isEmpty else { throw StoreFault.keys(.tampered(path: keyring.path)) }
    }

    /// `nil` where there is none.
    private func preferenceOpens(_ database: Database) throws -> Bool? {
        let rows = try Row.fetchAll(database, sql: "SELECT name, body FROM preference")
        return try any(of: rows) { row in
            _ = try office().open(record: row.value(at: 1), for: ClaimStore.place(ofPreference: row.value(at: 0)))
        }
    }

    private func practiceOpens(_ database: Database) throws -> Bool? {
        let rows = try Row.fetchAll(database, sql: "SELECT revision, body FROM practice")
        return try any(of: rows) { row in
            _ = try office().open(record: row.value(at: 1), for: SealedPlace("practice", row.value(at: 0)))
        }
    }

    /// Of the first claims and the last ones.
    private func claimOpens(_ database: Database) throws -> Bool? {
        let rows = try ["ASC", "DESC"].flatMap { order in
            try Row.fetchAll(
                database, sql: "SELECT \(StoredClaim.columns) FROM claim ORDER BY number \(order) LIMIT 20")
        }
        return try any(of: rows) { _ = try StoredClaim($0, self) }
    }

    private func any(of rows: [Row], _ open: (Row) throws -> Void) throws -> Bool? {
        if rows.isEmpty { return nil }
        return try rows.contains { row in
            do {
                try open(row)
                return true
            } catch is DamagedRow {
                return false
            }
        }
    }
}
