import Foundation
import Sealing
import Synchronization

/// Nobody becomes a lead, and nobody comes back, by changing the keyring's file: the data key certifies the people.
extension Keyring {
    static func certify(in database: Database, by key: DataKey) throws {
        try database.execute("UPDATE office SET code = ?", [key.people.code(of: try content(of: database))])
    }

    static func checkCertificate(in database: Database, by key: DataKey) throws {
        let code = try database.one(Data.self, "SELECT code FROM office") ?? Data()
        guard key.people.isCode(code, of: try content(of: database)) else { throw SealFault() }
    }

    private static func content(of database: Database) throws -> [UInt8] {
        let office = try present(database.row("SELECT id, generation, demandsFactor FROM office"))
        var bytes = SealedPlace("people")
        bytes.add(try office.value(at: 0) as String)
        bytes.add(try office.value(at: 1) as Int64)
        bytes.add(try office.value(at: 2) as Int64)
        for holder in try Holder.all(in: database) { holder.add(to: &bytes) }
        return bytes.bytes
    }

    /// Changes the people as a whole or not at all.
    ///
    /// - Parameters:
    ///   - byAnybody: whether it needs no lead.
    ///   - body: returns the new data key and its number if it makes one.
    func changing(
        byAnybody: Bool = false, _ body: (Database, (key: SealingKey, number: Int)) throws -> (SealingKey, Int)?
    ) throws(StoreFault) {
        let before: Session
        do throws(KeyFault) { before = try session } catch { throw .keys(error) }
        guard byAnybody || before.holder.role == .lead else { throw .keys(.notAllowed) }
        let after = try writing { database -> Session in
            guard try Keyring.generation(in: database) == before.generation,
                let key = before.dataKeys[before.generation]
            else { throw KeyFault.locked }
            try Keyring.checkCertificate(in: database, by: key)
            let made = try body(database, (key.key, before.generation))
            var keys = before.dataKeys
            if let (newKey, number) = made { keys[number] = DataKey(newKey) }
            let generation = made?.1 ?? before.generation
            try Keyring.certify(in: database, by: keys[generation] ?? key)
            let holder = try Holder.all(in: database).first {
                $0.kind == before.holder.kind && $0.name == before.holder.name
            }
            return Session(
                holder: holder ?? before.holder, generation: generation, dataKeys: keys, trailKey: before.trailKey)
        }
        state.withLock { $0.session = after }
    }

    /// Adds somebody for whom the data key is sealed.
    static func add(
        _ kind: Holder.Kind, _ name: String, _ role: Role, _ pair: KeyPair, passphrase: String?, to database: Database,
        _ key: SealingKey, _ generation: Int
    ) throws {
        let place = Holder.place(of: pair.publicBytes)
        let privateKey = passphrase.map { Passphrase.seal(pair.privateBytes, by: $0, for: place) }
        try database.execute(
            """
            INSERT INTO holder (kind, name, role, publicKey, privateKey, dataKey) VALUES (?, ?, ?, ?, ?, ?)
            """,
            [
                kind.rawValue, name, role.rawValue, pair.publicBytes, privateKey,
                try KeyPair.seal(key, for: pair.publicBytes, of: Keyring.place(ofGeneration: generation)),
            ])
    }

    /// Makes a new data key and seals it for everybody who is left.
    ///
    /// The one before stays known, sealed by the new one, until the store is resealed: `forgetEarlierGenerations`.
    func beginGeneration() throws(StoreFault) {
        try changing { database, session in
            let (key, number) = (SealingKey(), session.number + 1)
            try database.execute(
                "INSERT INTO generation (number, previous) VALUES (?, ?)",
                [number, key.seal(session.key.bytes, for: Keyring.place(ofGeneration: number))])
            try database.execute("UPDATE office SET generation = ?", [number])
            try Keyring.resealTrailKey(from: session.key, to: key, in: database)
            for holder in try Holder.all(in: database) {
                let factor = try holder.factor.map { factor in
                    let place = Keyring.place(ofFactor: holder.publicKey)
                    return key.seal(try session.key.open(factor, for: place), for: place)
                }
                let place = Keyring.place(ofGeneration: number)
                try database.execute(
                    "UPDATE holder SET dataKey = ?, factor = ? WHERE number = ?",
                    [try KeyPair.seal(key, for: holder.publicKey, of: place), factor, holder.number])
            }
            return (key, number)
        }
    }

    /// Gives up the data keys before the present one, once nothing is sealed by them any more.
    func forgetEarlierGenerations() throws(StoreFault) {
        do { try engine.overwriteDeleted() } catch { throw engine.fault(error) }
        try changing { database, session in
            try database.execute("UPDATE generation SET previous = NULL WHERE number = ?", [session.number])
            try database.execute("DELETE FROM generation WHERE number < ?", [session.number])
            return nil
        }
        state.withLock { state in state.session?.forgetEarlierGenerations() }
    }
}
