import Foundation
import GRDB
import Sealing
import Synchronization

/// The key of the trail stays when the data key is changed: what was recorded before can be verified afterwards.
extension Keyring {
    /// - Throws: `locked`; `tampered` where there is none, as on a disk that is read-only.
    var trailKey: SealingKey {
        get throws(KeyFault) {
            guard let key = try session.trailKey else { throw .tampered(path: path) }
            return key
        }
    }

    private static let place = SealedPlace("trailKey")

    static func trailKey(openedBy key: SealingKey, in database: Database) throws -> SealingKey? {
        // A keyring of an earlier version that is read-only has no column for it.
        guard try Schema.applied(in: database) >= KeySchema.trailVersion,
            let sealed = try Data.fetchOne(database, sql: "SELECT trailKey FROM office")
        else { return nil }
        guard let key = SealingKey(bytes: try key.open(sealed, for: place)) else { throw SealFault() }
        return key
    }

    /// Makes the key where there is none yet; `nil` where nothing can be written.
    func makeTrailKey(sealedBy key: SealingKey) throws(StoreFault) -> SealingKey? {
        do throws(StoreFault) {
            return try writing { database in
                let sealed = key.seal(SealingKey().bytes, for: Keyring.place)
                try database.execute(
                    sql: "UPDATE office SET trailKey = ? WHERE trailKey IS NULL", arguments: [sealed])
                return try Keyring.trailKey(openedBy: key, in: database)
            }
        } catch {
            guard error == .readOnly else { throw error }
            return nil
        }
    }

    static func resealTrailKey(from old: SealingKey, to new: SealingKey, in database: Database) throws {
        guard let key = try trailKey(openedBy: old, in: database) else { return }
        try database.execute(sql: "UPDATE office SET trailKey = ?", arguments: [new.seal(key.bytes, for: place)])
    }
}

/// The heads of the chains outside of the database: a database that was put back from yesterday ends before them.
extension Keyring {
    /// The heads as they were anchored last.
    func anchors() throws(StoreFault) -> [TrailHead] {
        try reading { database in
            guard try Schema.applied(in: database) >= KeySchema.trailVersion else { return [] }
            return try Row.fetchAll(database, sql: "SELECT desk, place, link FROM anchor ORDER BY desk").map { row in
                TrailHead(desk: try row.value(at: 0), place: try row.value(at: 1), link: try row.value(at: 2))
            }
        }
    }

    func anchor(_ heads: [TrailHead]) throws(StoreFault) {
        do {
            // The copy of the keyring may have earlier ones, which hold as well.
            try queue.write { database in
                for head in heads {
                    try database.execute(
                        sql: "INSERT OR REPLACE INTO anchor (desk, place, link) VALUES (?, ?, ?)",
                        arguments: [head.desk, head.place, head.link])
                }
            }
        } catch {
            throw StoreFault(error, path: path)
        }
    }
}

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
            sql: """
                INSERT INTO failedSignIn (name, count, lastAt) VALUES (?, 1, ?)
                ON CONFLICT DO UPDATE SET count = count + 1, lastAt = excluded.lastAt
                """,
            arguments: [name, time])
    }

    func failedSignIns() throws(StoreFault) -> [FailedSignIns] {
        try reading { database in
            guard try Schema.applied(in: database) >= KeySchema.trailVersion else { return [] }
            return try Row.fetchAll(database, sql: "SELECT name, count, lastAt FROM failedSignIn ORDER BY name").map {
                row in
                FailedSignIns(
                    name: try row.value(at: 0), count: try row.count(at: 1), last: try present(row.date(at: 2)))
            }
        }
    }

    /// Takes off what the trail has now; what failed meanwhile stays.
    func forget(_ failures: [FailedSignIns]) throws(StoreFault) {
        do {
            try queue.write { database in
                for failure in failures {
                    try database.execute(
                        sql: "UPDATE failedSignIn SET count = count - ? WHERE name = ?",
                        arguments: [failure.count, failure.name])
                }
                try database.execute(sql: "DELETE FROM failedSignIn WHERE count <= 0")
            }
        } catch {
            throw StoreFault(error, path: path)
        }
    }
}
