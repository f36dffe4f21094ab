import Synchronization

/// Which claims may be of a person, kept in memory: what identifies a person is compared here and never by a query, so
/// that the columns can be sealed.
///
/// It may name a claim too many, which its draft then shows; it never misses one.
final class PatientIndex: Sendable {
    /// The numbers of claims by the hash of a member ID, or of a name and birth date.
    struct Numbers: Sendable {
        private var first: [Int: Int64] = [:]
        /// Of those who have several claims the others.
        private var further: [Int: Set<Int64>] = [:]

        mutating func add(_ number: Int64, member: String, person: String) {
            add(number, of: member)
            add(number, of: person)
        }

        private mutating func add(_ number: Int64, of text: String) {
            guard !text.isEmpty else { return }
            let hash = text.hashValue
            guard let known = first[hash] else { return first[hash] = number }
            if known != number { further[hash, default: []].insert(number) }
        }

        mutating func add(_ rows: RowCursor, _ seals: RecordSeals) throws {
            while let row = try rows.next() { try add(row, seals) }
        }

        mutating func add(_ row: Row, _ seals: RecordSeals) throws {
            // What is damaged is of nobody.
            do { add(try StoredClaim(row, seals)) } catch is DamagedRow {}
        }

        mutating func add(_ claim: StoredClaim) {
            add(claim.number, member: claim.face.keys.member, person: claim.face.keys.person)
        }

        func numbers(of text: String) -> Set<Int64> {
            let hash = text.hashValue
            guard let number = first[hash] else { return [] }
            return (further[hash] ?? []).union([number])
        }
    }

    private struct State {
        /// The store's last change when the claims were read; `nil` before the first time.
        var seen: Int?
        var stored = Numbers()
        /// What was saved through this store. It outlasts a new reading, which may not see a save that runs meanwhile.
        var own = Numbers()
    }

    private let state = Mutex(State())

    /// The numbers of the claims that may be of the same person, deleted ones among them.
    ///
    /// - Parameter isTogether: whether it is asked within a transaction that writes. Nobody else changes anything then, and
    ///   what this store saves is noted as it is saved.
    func candidates(
        for keys: ClaimKeys, isTogether: Bool, in database: Database, _ seals: RecordSeals
    ) throws -> Set<Int64> {
        try state.withLock { state in
            if state.seen == nil || !isTogether { try PatientIndex.refresh(&state, database, seals) }
            return [keys.member, keys.person].filter { !$0.isEmpty }
                .reduce(into: []) { $0.formUnion(state.stored.numbers(of: $1).union(state.own.numbers(of: $1))) }
        }
    }

    /// Takes in what has changed, if claims were read before; for the beginning of a transaction that writes.
    func refresh(_ database: Database, _ seals: RecordSeals) throws {
        try state.withLock { state in
            if state.seen != nil { try PatientIndex.refresh(&state, database, seals) }
        }
    }

    /// Whether all claims were read before.
    var isRead: Bool { state.withLock { $0.seen != nil } }

    /// Takes in what was read of all claims.
    ///
    /// - Parameter change: the store's last change before they were read; what changed since is read the next time.
    func begin(with numbers: Numbers, asOf change: Int) {
        state.withLock { if $0.seen == nil { ($0.stored, $0.seen) = (numbers, change) } }
    }

    /// Forgets everybody, as when the records are locked.
    func clear() { state.withLock { $0 = State() } }

    /// Forgets how far the claims were read: what was read in a transaction that is undone may be another change later.
    func forget() { state.withLock { $0.seen = nil } }

    /// Notes who a claim is of that is saved through this store.
    func add(_ number: Int64, _ keys: ClaimKeys) {
        state.withLock { $0.own.add(number, member: keys.member, person: keys.person) }
    }

    /// Reads every claim the first time, and after that those that have changed, by index.
    private static func refresh(_ state: inout State, _ database: Database, _ seals: RecordSeals) throws {
        let last = try ClaimStore.lastChange(in: database)
        let columns = "SELECT \(StoredClaim.columns) FROM claim"
        if let seen = state.seen, seen <= last {
            guard seen < last else { return }
            let sql = "\(columns) JOIN claimChange ON claim = number WHERE change > ?"
            try state.stored.add(database.cursor(sql, [seen]), seals)
        } else {
            state.stored = Numbers()
            try state.stored.add(database.cursor(columns), seals)
        }
        state.seen = last
    }
}
