import Foundation
import Sealing
import Synchronization

/// The salts that are known so far, and those that were made ahead for what comes next.
struct ItemKeys {
    struct Salt {
        let high: Int64
        let low: Int64

        static var random: Salt { Salt(high: .random(in: .min ... .max), low: .random(in: .min ... .max)) }

        var bytes: Data { withUnsafeBytes(of: (high.littleEndian, low.littleEndian)) { Data($0) } }
    }

    var salts: [Int64: Salt] = [:]
    /// Whether those that were on the disk were read at once; what came later is read one by one.
    fileprivate var isPrepared = false
    fileprivate var spare: [Int64] = []
    fileprivate var block = atOnce
    /// How many come with one statement.
    fileprivate static let atOnce = 16

    fileprivate static func make(in database: Database) throws -> [(number: Int64, salt: Salt)] {
        let salts = (0..<atOnce).map { _ in Salt.random }
        let rows = try database.rows(
            """
            INSERT INTO salt (high, low) VALUES \(Array(repeating: "(?, ?)", count: atOnce).joined(separator: ", "))
            RETURNING number, high, low
            """, salts.flatMap { [$0.high, $0.low] })
        return try rows.map(salt)
    }

    /// What a row of number, high and low says.
    fileprivate static func salt(_ row: Row) throws -> (number: Int64, salt: Salt) {
        (try row.value(at: 0), Salt(high: try row.value(at: 1), low: try row.value(at: 2)))
    }
}

/// A claim, a reference entry and an answer without a claim have a key of their own, so that each can be forgotten.
extension Keyring {
    /// The number of a new key. Its salt is on the disk before anything is sealed with it: salts are made ahead, in growing
    /// blocks.
    func newItem() throws(StoreFault) -> Int64 {
        _ = try sessionOrFault
        if let number = state.withLock({ $0.items.spare.popLast() }) { return number }
        let count = state.withLock(\.items.block)
        let made = try writing { database in
            try (0..<count / ItemKeys.atOnce).flatMap { _ in try ItemKeys.make(in: database) }
        }
        return state.withLock { state in
            state.items.block = min(count * 2, 4096)
            for (number, salt) in made { state.items.salts[number] = salt }
            state.items.spare += made.dropFirst().map(\.number).reversed()
            return made[0].number
        }
    }

    /// The key of an item.
    ///
    /// - Throws: `DamagedRow` where it was forgotten, or never was.
    func itemKey(_ number: Int64, of generation: Int) throws -> SealingKey {
        // Asked for every record of a list: nothing else of the session is copied.
        let (known, dataKey) = state.withLock { ($0.items.salts[number], $0.session?.dataKeys[generation]?.key) }
        guard let dataKey else { throw KeyFault.locked }
        guard let salt = try known ?? readSalt(number) else { throw DamagedRow() }
        return dataKey.derived(for: "item", salt: salt.bytes)
    }

    private func readSalt(_ number: Int64) throws -> ItemKeys.Salt? {
        try prepareItems([number])
        return state.withLock { $0.items.salts[number] }
    }

    /// Reads the salts of some items at once, as far as they are not known.
    func prepareItems(_ numbers: [Int64]) throws {
        let unknown = state.withLock { state in numbers.filter { state.items.salts[$0] == nil } }
        guard !unknown.isEmpty else { return }
        let places = Array(repeating: "?", count: unknown.count).joined(separator: ", ")
        let found = try engine.read { database in
            try database.rows("SELECT number, high, low FROM salt WHERE number IN (\(places))", unknown)
                .map(ItemKeys.salt)
        }
        state.withLock { state in for (number, salt) in found { state.items.salts[number] = salt } }
    }

    /// Reads every salt at once, which is faster than one by one; for when all records are about to be read.
    func prepareItems() throws(StoreFault) {
        guard !state.withLock(\.items.isPrepared) else { return }
        let salts = try reading { database in
            let rows = try database.cursor("SELECT number, high, low FROM salt")
            var salts: [Int64: ItemKeys.Salt] = [:]
            while let row = try rows.next() {
                let (number, salt) = try ItemKeys.salt(row)
                salts[number] = salt
            }
            return salts
        }
        state.withLock { state in
            guard state.session != nil else { return }
            state.items.salts.merge(salts) { $1 }
            state.items.isPrepared = true
        }
    }

    /// Erases keys for good: what they sealed cannot be read any more, in no backup either.
    func forgetItems(_ numbers: [Int64]) throws(StoreFault) {
        do {
            try engine.overwriteDeleted()
            try engine.write { database in
                for number in numbers { try database.execute("DELETE FROM salt WHERE number = ?", [number]) }
            }
            try engine.tidy(thoroughly: true)
        } catch {
            throw engine.fault(error)
        }
        state.withLock { state in for number in numbers { state.items.salts[number] = nil } }
        PrivateFile.overwrite(keys.copy)
        try renewCopy()
    }

    private var sessionOrFault: Session {
        get throws(StoreFault) {
            do throws(KeyFault) { return try session } catch { throw .keys(error) }
        }
    }
}
