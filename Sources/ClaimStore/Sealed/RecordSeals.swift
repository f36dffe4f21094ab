import Foundation
import Sealing

/// Seals and unseals the records of one database.
struct RecordSeals: Sendable {
    let keyring: Keyring
    /// Of the data key that its records are sealed under.
    let generation: Int

    init(keyring: Keyring, generation: Int) {
        self.keyring = keyring
        self.generation = generation
    }

    /// - Throws: `locked`, and `DamagedRow` where the key was forgotten.
    func key(_ item: Int64) throws -> SealingKey { try keyring.itemKey(item, of: generation) }

    /// Seals what belongs to no single claim.
    func office() throws -> SealingKey { try keyring.dataKey(generation).office }

    /// What a record is found by: equal for equal texts of a kind, and nothing without the data key.
    func code(_ kind: String, _ text: String) throws -> Data {
        var place = SealedPlace(kind)
        place.add(text)
        return try keyring.dataKey(generation).lookup.code(of: place.bytes)
    }

    /// Writes which data key a new database is sealed under.
    func sign(_ database: Database) throws {
        try database.execute(
            "INSERT INTO seal (number, generation, proof) VALUES (1, ?, ?)",
            [generation, try code("seal", String(generation))])
    }

    /// The seals of a database.
    ///
    /// - Throws: where the keyring does not have the key that it is sealed under, or is another office's.
    init(of database: Database, _ keyring: Keyring) throws {
        let row = try present(database.row("SELECT generation, proof FROM seal"))
        self.init(keyring: keyring, generation: try row.count(at: 0))
        guard try keyring.session.dataKeys[generation] != nil else { throw KeyFault.earlierKey }
        guard try code("seal", String(generation)) == (try row.value(at: 1)) else {
            throw KeyFault.tampered(path: keyring.path)
        }
    }

    func check() throws(StoreFault) {
        if keyring.isLocked { throw .keys(.locked) }
    }
}

extension SealingKey {
    /// - Throws: `DamagedRow`.
    func open(record sealed: Data, for place: SealedPlace) throws -> Data {
        do throws(SealFault) { return try open(sealed, for: place) } catch { throw DamagedRow() }
    }

    func open(texts sealed: Data, for place: SealedPlace, count: Int) throws -> [String?] {
        guard let texts = PackedTexts.unpack(try open(record: sealed, for: place)), texts.count >= count else {
            throw DamagedRow()
        }
        return texts
    }
}

extension SealedPlace {
    /// A row of a table.
    init(_ table: String, _ numbers: Int64...) {
        self.init(table)
        for number in numbers { add(number) }
    }
}
