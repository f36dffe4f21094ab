import GRDB
import Synchronization

/// Which claims may be of a person, kept in memory: what identifies a person is compared here and never by a query, so
/// that the columns can be sealed.
///
/// It may name a claim too many, which its draft then shows; it never misses one.
final class PatientIndex: Sendable {
    private struct Entries {
        /// The database's `data_version`: another one once somebody else has written.
        let version: Int
        /// By the hash of a member ID, or of a name and birth date.
        var numbers: [Int: Set<Int64>] = [:]

        mutating func add(_ number: Int64, member: String, person: String) {
            for text in [member, person] where !text.isEmpty { numbers[text.hashValue, default: []].insert(number) }
        }
    }

    private let entries = Mutex<Entries?>(nil)

    /// The numbers of the claims that may be of the same person, deleted ones among them.
    func candidates(for keys: ClaimKeys, in database: Database) throws -> Set<Int64> {
        let version = try Int.fetchOne(database, sql: "PRAGMA data_version") ?? 0
        return try entries.withLock { entries in
            if entries?.version != version { entries = try PatientIndex.load(database, version) }
            let numbers = entries?.numbers ?? [:]
            return [keys.member, keys.person].filter { !$0.isEmpty }
                .reduce(into: []) { $0.formUnion(numbers[$1.hashValue] ?? []) }
        }
    }

    /// Notes who a claim is of that was saved through this store.
    func add(_ number: Int64, _ keys: ClaimKeys) {
        entries.withLock { $0?.add(number, member: keys.member, person: keys.person) }
    }

    private static func load(_ database: Database, _ version: Int) throws -> Entries {
        var entries = Entries(version: version)
        let rows = try Row.fetchCursor(database, sql: "SELECT number, member, person FROM claim")
        while let row = try rows.next() { entries.add(row[0], member: row[1], person: row[2]) }
        return entries
    }
}
