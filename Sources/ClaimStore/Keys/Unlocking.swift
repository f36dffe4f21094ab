import Foundation
public import Sealing
import Synchronization

/// What somebody opens the records with.
public enum Credential: Sendable {
    /// The key file of this machine.
    case machine
    /// - code: of the second factor; `nil` where none was asked for.
    case passphrase(name: String, String, code: String?)
    /// The key file of a service.
    case service(path: String)
    case recovery(RecoveryKey)
}

extension Keyring {
    /// Whether the key file of this machine opens the records, so that nobody is asked.
    public func opensByMachine() throws(StoreFault) -> Bool {
        try reading { try Holder.all(in: $0).contains { $0.kind == .machine } }
    }

    /// Signs somebody in: the data key that opens is the proof. Takes a tenth of a second with a passphrase.
    ///
    /// - Throws: `keys`, and whoever was signed in before still is.
    public func unlock(by credential: Credential) throws(StoreFault) {
        switch credential {
        case .machine:
            let pair = try keyFile(keys.machineKey).pair
            try unlock(try holder { $0.kind == .machine && $0.publicKey == pair.publicBytes }, with: pair)
        case .service(let path):
            let pair = try keyFile(path).pair
            try unlock(try holder { $0.kind == .service && $0.publicKey == pair.publicBytes }, with: pair)
        case .recovery(let key):
            let pair = key.pair
            try unlock(try holder { $0.kind == .recovery && $0.publicKey == pair.publicBytes }, with: pair)
        case .passphrase(let name, let passphrase, let code): try unlock(name, passphrase, code)
        }
    }

    private func keyFile(_ path: String) throws(StoreFault) -> (name: String, pair: KeyPair) {
        do throws(KeyFault) { return try KeyFile.read(path) } catch { throw .keys(error) }
    }

    private func holder(where isMeant: (Holder) -> Bool) throws(StoreFault) -> Holder {
        let found = try reading { try Holder.all(in: $0).first(where: isMeant) }
        guard let found else { throw .keys(.wrong) }
        return found
    }

    private func unlock(_ name: String, _ passphrase: String, _ code: String?) throws(StoreFault) {
        let known = try reading { try Holder.all(in: $0).first { $0.kind == .person && $0.name == name } }
        guard let holder = known else {
            try note(failureOf: nil)
            throw .keys(.wrong)
        }
        let wait = holder.wait(at: timestamp)
        guard wait == 0 else { throw .keys(.wait(seconds: wait)) }
        guard let sealed = holder.privateKey,
            let bytes = try? Passphrase.open(sealed, by: passphrase, for: holder.place),
            let pair = KeyPair(privateBytes: bytes)
        else {
            try note(failureOf: holder)
            throw .keys(.wrong)
        }
        let session = try session(of: holder, with: pair)
        if let factor = holder.factor {
            guard let code else { throw .keys(.needsCode) }
            guard let step = try accepted(code, factor, of: holder, in: session) else {
                try note(failureOf: holder)
                throw .keys(.wrongCode)
            }
            try set("lastStep", to: step, of: holder)
        }
        if holder.failures > 0 { try set("failures", to: 0, of: holder) }
        state.withLock { $0.session = session }
    }

    private func accepted(
        _ code: String, _ factor: Data, of holder: Holder, in session: Session
    ) throws(StoreFault) -> Int64? {
        guard
            let secret = session.dataKeys[session.generation].flatMap({ key in
                try? key.key.open(factor, for: Keyring.place(ofFactor: holder.publicKey))
            })
        else { throw .keys(.tampered(path: path)) }
        return OneTimeCode(secret: [UInt8](secret))?
            .accepts(code, at: Int(now().timeIntervalSince1970), after: Int(holder.lastStep)).map(Int64.init)
    }

    static func place(ofFactor publicKey: Data) -> SealedPlace {
        var place = SealedPlace("factor")
        place.add(publicKey)
        return place
    }

    private func unlock(_ holder: Holder, with pair: KeyPair) throws(StoreFault) {
        let session = try session(of: holder, with: pair)
        state.withLock { $0.session = session }
    }

    private func session(of holder: Holder, with pair: KeyPair) throws(StoreFault) -> Session {
        var (session, key) = try reading { database in
            let generation = try Keyring.generation(in: database)
            let key = try pair.open(holder.dataKey, of: Keyring.place(ofGeneration: generation))
            let keys = try Keyring.dataKeys(from: key, generation: generation, in: database)
            try Keyring.checkCertificate(in: database, by: keys[generation] ?? DataKey(key))
            let trailKey = try Keyring.trailKey(openedBy: key, in: database)
            return (Session(holder: holder, generation: generation, dataKeys: keys, trailKey: trailKey), key)
        }
        if session.trailKey == nil { session.trailKey = try makeTrailKey(sealedBy: key) }
        return session
    }

    /// - Parameter holder: `nil` where nobody has the name that was typed.
    private func note(failureOf holder: Holder?) throws(StoreFault) {
        try noting { database in
            try Keyring.count(failureOf: holder?.name ?? "", at: timestamp, in: database)
            guard let holder else { return }
            try database.execute(
                "UPDATE holder SET failures = failures + 1, failedAt = ? WHERE number = ?", [timestamp, holder.number])
        }
    }

    private func set(_ column: String, to value: Int64, of holder: Holder) throws(StoreFault) {
        try noting { database in
            try database.execute("UPDATE holder SET \(column) = ? WHERE number = ?", [value, holder.number])
        }
    }

    static func generation(in database: Database) throws -> Int {
        try present(database.row("SELECT generation FROM office")).count(at: 0)
    }
}
