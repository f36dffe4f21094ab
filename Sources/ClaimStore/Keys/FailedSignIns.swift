import Foundation

/// Failed attempts are counted here until somebody signs in: before, nothing can be sealed.
extension Keyring {
    /// The failed attempts under one name; `""` for names that nobody has.
    struct FailedSignIns {
        let name: String
        let count: Int
        let last: Date
    }

    /// - Parameter name: of a holder; what else was typed may be a passphrase, and is kept nowhere.
    static func count(failureOf name: String, at time: Int64, in database: Database) throws {
        try database.execute(
            """
            INSERT INTO failedSignIn (name, count, lastAt) VALUES (?, 1, ?)
            ON CONFLICT (name) DO UPDATE SET count = failedSignIn.count + 1, lastAt = excluded.lastAt
            """, [name, time])
    }

    func failedSignIns() throws(StoreFault) -> [FailedSignIns] {
        try reading { database in
            guard try database.schemaVersion() >= KeySchema.trailVersion else { return [] }
            return try database.rows("SELECT name, count, lastAt FROM failedSignIn ORDER BY name").map {
                row in
                FailedSignIns(
                    name: try row.value(at: 0), count: try row.count(at: 1), last: try present(row.date(at: 2)))
            }
        }
    }

    /// Takes off what the trail has now; what failed meanwhile stays.
    func forget(_ failures: [FailedSignIns]) throws(StoreFault) {
        try noting { database in
            for failure in failures {
                try database.execute(
                    "UPDATE failedSignIn SET count = count - ? WHERE name = ?", [failure.count, failure.name])
            }
            try database.execute("DELETE FROM failedSignIn WHERE count <= 0")
        }
    }
}
