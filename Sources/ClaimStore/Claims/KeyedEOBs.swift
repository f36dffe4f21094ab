public import ClaimRules
import Foundation
import Sealing

/// Paper EOBs that somebody has begun to key: one for each claim and person, sealed by the claim's key and gone with the claim.
extension ClaimStore {
    /// What whoever is signed in has keyed on a claim and not posted.
    public func keyedEOB(on id: String) throws(StoreFault) -> KeyedEOB? {
        try reading { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { throw StoreFault.missing }
            let name = keyring.signedIn?.name ?? ""
            let json = try claim.keyedEOBs(in: database, seals).first { $0.who == name }?.json
            return try json.map { try JSONDecoder().decode(KeyedEOB.self, from: $0) }
        }
    }

    /// Keeps what is keyed, in place of what was kept before; `nil` removes it.
    public func keep(_ keyed: KeyedEOB?, on id: String) throws(StoreFault) {
        try writing { database in
            guard let claim = try StoredClaim.find(id, in: database, seals) else { throw StoreFault.missing }
            let name = keyring.signedIn?.name ?? ""
            try database.execute(
                "DELETE FROM keyedEOB WHERE claim = ? AND who = ?", [claim.number, try seals.code("keyer", name)])
            guard let keyed else { return }
            try claim.insert((name, try JSONEncoder().encode(keyed), timestamp), in: database, seals)
        }
    }
}

extension StoredClaim {
    typealias Keyed = (who: String, json: Data, keptAt: Int64)

    /// None of a database of an earlier version.
    func keyedEOBs(in database: Database, _ seals: RecordSeals) throws -> [Keyed] {
        guard try database.schemaVersion() >= Schema.keyedEOBVersion else { return [] }
        let rows = try database.rows("SELECT who, keptAt, body FROM keyedEOB WHERE claim = ? ORDER BY who", [number])
        guard !rows.isEmpty else { return [] }
        let key = try seals.key(item)
        return try rows.map { row in
            let (who, keptAt): (Data, Int64) = (try row.value(at: 0), try row.value(at: 1))
            let texts = try key.open(texts: try row.value(at: 2), for: placeOfKeyedEOB(who, keptAt), count: 2)
            return (try present(texts[0]), Data(try present(texts[1]).utf8), keptAt)
        }
    }

    func insert(_ keyed: Keyed, in database: Database, _ seals: RecordSeals) throws {
        let who = try seals.code("keyer", keyed.who)
        let texts = PackedTexts.pack([keyed.who, String(decoding: keyed.json, as: UTF8.self)])
        let body = try seals.key(item).seal(texts, for: placeOfKeyedEOB(who, keyed.keptAt))
        try database.execute(
            "INSERT INTO keyedEOB (claim, who, keptAt, body) VALUES (?, ?, ?, ?)", [number, who, keyed.keptAt, body])
    }

    private func placeOfKeyedEOB(_ who: Data, _ keptAt: Int64) -> SealedPlace {
        var place = SealedPlace("keyedEOB", number, keptAt)
        place.add(who)
        return place
    }
}
