import Synchronization

/// Whoever is removed, or given another role, works on no longer than a few seconds at a desk that is open.
extension Keyring {
    /// In milliseconds.
    private static let pause: Int64 = 5_000

    /// Looks, now and then, whether whoever is signed in still may, and as what.
    ///
    /// - Throws: `keys(.removed)`; the caller keeps what is not saved, then locks.
    func checkHolder() throws(StoreFault) {
        let (time, session) = (timestamp, state.withLock(\.session))
        guard let holder = session?.holder, state.withLock({ abs(time - $0.holderCheckedAt) >= Keyring.pause }) else {
            return
        }
        // Rows are numbered once: nobody else is given the number of who was removed.
        let present = try reading { database in
            // What somebody has changed in the file counts for nothing; a new data key comes with the next sign-in.
            let generation = try Keyring.generation(in: database)
            if let key = session?.dataKeys[generation] { try Keyring.checkCertificate(in: database, by: key) }
            return try Holder.all(in: database).first { $0.number == holder.number && $0.kind == holder.kind }
        }
        guard let present else { throw .keys(.removed) }
        state.withLock { state in
            state.holderCheckedAt = time
            state.session?.holder.role = present.role
        }
    }
}
