import Synchronization

extension ClaimStore {
    /// The store whose calls on this thread are parts of one transaction.
    @TaskLocal private static var together: ObjectIdentifier?

    var isTogether: Bool { ClaimStore.together == ObjectIdentifier(self) }

    /// Nothing of a transaction is kept.
    private struct Undone: Error {}

    /// Carries out several calls as one. Each sees what those before it have saved; others see nothing until the end.
    ///
    /// - Parameter body: says whether all of it is kept. If not, or if it throws, nothing is.
    public func together(_ body: () throws(StoreFault) -> Bool) throws(StoreFault) {
        try checkWritable()
        do {
            let changes = try engine.write { database in
                try checkVersion(database)
                try appendWaiting(in: database)
                try patients.refresh(database, seals)
                let done = try counting(database) { _ in
                    try ClaimStore.$together.withValue(ObjectIdentifier(self)) { try body() }
                }
                guard done.value else { throw Undone() }
                return done.changes
            }
            ownChanges.add(changes, ordering: .relaxed)
        } catch is Undone {
            patients.forget()
        } catch {
            patients.forget()
            throw engine.fault(error)
        }
    }
}
