import GRDB
import Synchronization

/// The database counts its changes, so that each copy of the program knows whether another one has written.
extension ClaimStore {
    /// A number that is another one as soon as somebody else has changed the store; what is saved through this store
    /// leaves it as it is.
    public func changesByOthers() throws(StoreFault) -> Int {
        try reading { try changesByOthers(in: $0) }
    }

    func changesByOthers(in database: Database) throws -> Int {
        let own = ownChanges.load(ordering: .relaxed)
        let count = try Int.fetchOne(database.cachedStatement(sql: "SELECT next FROM counter WHERE name = 'change'"))
        return (count ?? 0) &- own
    }

    /// Counts a change if `body` makes one.
    func counting<Value>(
        _ database: Database, _ body: (Database) throws -> Value
    ) throws -> (value: Value, isChange: Bool) {
        let before = database.totalChangesCount
        let value = try body(database)
        guard database.totalChangesCount != before else { return (value, false) }
        // Past any number that is ever reached it starts again, since the column takes no larger one.
        try database.cachedStatement(
            sql:
                "UPDATE counter SET next = CASE WHEN next < \(Int64.max / 2) THEN next + 1 ELSE 0 END WHERE name = 'change'"
        ).execute()
        return (value, true)
    }
}
