import Foundation
import Sealing

/// The data key of a generation, and what is derived from it.
struct DataKey: Sendable {
    let key: SealingKey
    /// Seals what belongs to the office and to no single claim.
    let office: SealingKey
    /// Makes the codes that records are found by.
    let lookup: SealingKey
    /// Proves that the people are those whom a lead made.
    let people: SealingKey

    init(_ key: SealingKey) {
        self.key = key
        office = key.derived(for: "office")
        lookup = key.derived(for: "lookup")
        people = key.derived(for: "people")
    }
}

extension Keyring {
    static func place(ofGeneration number: Int) -> SealedPlace {
        var place = SealedPlace("generation")
        place.add(Int64(number))
        return place
    }

    /// The data keys of every generation: the present one opens the one before it, and so on.
    static func dataKeys(from present: SealingKey, generation: Int, in database: Database) throws -> [Int: DataKey] {
        var keys = [generation: DataKey(present)]
        var (key, number) = (present, generation)
        while number > 1 {
            let sealed = try database.one(Data.self, "SELECT previous FROM generation WHERE number = ?", [number])
            // What came before was given up.
            guard let sealed else { break }
            let bytes = try key.open(sealed, for: place(ofGeneration: number))
            guard let previous = SealingKey(bytes: bytes) else { throw SealFault() }
            number -= 1
            key = previous
            keys[number] = DataKey(previous)
        }
        return keys
    }
}
