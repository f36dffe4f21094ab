import Synchronization

/// The database counts the changes of its claims and their submissions (`ChangedClaims`), so that each copy of the program
/// knows whether another one has written.
extension ClaimStore {
    /// A number that is another one as soon as somebody else has changed the store; what is saved through this store
    /// leaves it as it is.
    public func changesByOthers() throws(StoreFault) -> Int {
        try reading { try changesByOthers(in: $0) }
    }

    func changesByOthers(in database: Database) throws -> Int {
        let own = ownChanges.load(ordering: .relaxed)
        return try ClaimStore.lastChange(in: database) &- own
    }

    /// Counts what `body` changes, within its transaction.
    func counting<Value>(
        _ database: Database, _ body: (Database) throws -> Value
    ) throws -> (value: Value, changes: Int) {
        // A server says itself what others do.
        if isOnServer { return (try body(database), 0) }
        let before = try ClaimStore.lastChange(in: database)
        let value = try body(database)
        return (value, try ClaimStore.lastChange(in: database) &- before)
    }
}
