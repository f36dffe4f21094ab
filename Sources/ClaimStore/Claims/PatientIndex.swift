import GRDB
import Synchronization

/// Which claims may be of a person, kept in memory: what identifies a person is compared here and never by a query, so
/// that the columns can be sealed.
///
/// It may name a claim too many, which its draft then shows; it never misses one.
final class PatientIndex: Sendable {
    /// The numbers of claims by the hash of a member ID, or of a name and birth date.
    private struct Numbers {
        private var byHash: [Int: Set<Int64>] = [:]

        mutating func add(_ number: Int64, member: String, person: String) {
            for text in [member, person] where !text.isEmpty { byHash[text.hashValue, default: []].insert(number) }
        }

        func numbers(of text: String) -> Set<Int64> { byHash[text.hashValue] ?? [] }
    }

    private struct State {
        /// The store's `changesByOthers` when the claims were read; `nil` before the first time.
        var version: Int?
        var stored = Numbers()
        /// What was saved through this store. It outlasts a new reading, which may not see a save that runs meanwhile.
        var own = Numbers()
    }

    private let state = Mutex(State())

    /// The numbers of the claims that may be of the same person, deleted ones among them.
    ///
    /// - Parameter version: the store's `changesByOthers`, as of the same transaction.
    func candidates(for keys: ClaimKeys, version: Int, in database: Database) throws -> Set<Int64> {
        try state.withLock { state in
            if state.version != version { (state.stored, state.version) = (try PatientIndex.load(database), version) }
            return [keys.member, keys.person].filter { !$0.isEmpty }
                .reduce(into: []) { $0.formUnion(state.stored.numbers(of: $1).union(state.own.numbers(of: $1))) }
        }
    }

    /// Notes who a claim is of that is saved through this store.
    func add(_ number: Int64, _ keys: ClaimKeys) {
        state.withLock { $0.own.add(number, member: keys.member, person: keys.person) }
    }

    private static func load(_ database: Database) throws -> Numbers {
        var numbers = Numbers()
        let rows = try Row.fetchCursor(database, sql: "SELECT number, member, person FROM claim")
        while let row = try rows.next() {
            // What is damaged is of nobody.
            guard let number: Int64 = try? row.value(at: 0), let member: String = try? row.value(at: 1),
                let person: String = try? row.value(at: 2)
            else { continue }
            numbers.add(number, member: member, person: person)
        }
        return numbers
    }
}
