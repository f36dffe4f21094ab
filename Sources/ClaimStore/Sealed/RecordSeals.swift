import Foundation
import Sealing

/// Seals and unseals the records of one database.
struct RecordSeals: Sendable {
    let keyring: Keyring
    /// Of the data key that its records are sealed under.
    let generation: Int

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

    /// Where a claim lies in a submission.
    static func placeOfSubmission(_ place: Int, in file: Int64, of claim: Int64, revision: Int) -> SealedPlace {
        SealedPlace("sentClaim", file, Int64(place), claim, Int64(revision))
    }

    static func placeOfUnmatched(_ number: Int64, _ receivedAt: Int64) -> SealedPlace {
        SealedPlace("unmatchedAnswer", number, receivedAt)
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
