import Foundation
public import Sealing

/// Who may open the records; only a lead changes it.
extension Keyring {
    public func holders() throws(StoreFault) -> [Holder] { try reading { try Holder.all(in: $0) } }

    /// Whether everybody who has a passphrase needs a second factor.
    public func demandsSecondFactor() throws(StoreFault) -> Bool {
        try reading { try $0.one(Bool.self, "SELECT demandsFactor FROM office") ?? false }
    }

    /// Whether the office demands a second factor of who is signed in, and they have none yet.
    public func mustSetSecondFactor() throws(StoreFault) -> Bool {
        guard let signedIn, signedIn.kind == .person, !signedIn.hasSecondFactor else { return false }
        return try demandsSecondFactor()
    }

    /// - Throws: where who is signed in may not change the people.
    public func checkLead() throws(StoreFault) {
        guard signedIn?.role == .lead else { throw .keys(.notAllowed) }
    }

    public func demandSecondFactor(_ demands: Bool) throws(StoreFault) {
        try changing { database, _ in
            try database.execute("UPDATE office SET demandsFactor = ?", [demands])
            return nil
        }
    }

    /// Adds somebody with a passphrase.
    public func add(_ name: String, as role: Role, passphrase: String) throws(StoreFault) {
        guard passphrase.count >= Passphrase.shortest else { throw .keys(.shortPassphrase) }
        try add(.person, name, role, KeyPair(), passphrase)
    }

    /// Adds a service, whose key file is written.
    public func addService(_ name: String, as role: Role, keyFile: String) throws(StoreFault) {
        let pair = KeyPair()
        guard access(keyFile, F_OK) != 0 else {
            throw .unreachable(path: keyFile, reason: "a file of that name exists")
        }
        try add(.service, name, role, pair, nil)
        try KeyFile.write(pair, name: name, to: keyFile, in: keys.folder)
    }

    /// Makes a new recovery key, in place of an earlier one.
    public func renewRecoveryKey() throws(StoreFault) -> RecoveryKey {
        let key = RecoveryKey()
        try changing { database, session in
            try database.execute("DELETE FROM holder WHERE kind = 'recovery'")
            try Keyring.add(
                .recovery, "recovery key", .lead, key.pair, passphrase: nil, to: database, session.key, session.number)
            return nil
        }
        return key
    }

    /// Gives somebody another role.
    public func setRole(_ role: Role, of name: String) throws(StoreFault) {
        try changing { database, _ in
            let holder = try Keyring.person(name, in: database)
            try Keyring.checkLead(without: role == .lead ? nil : holder, in: database)
            try database.execute("UPDATE holder SET role = ? WHERE number = ?", [role.rawValue, holder.number])
            return nil
        }
    }

    /// Sets a new passphrase: of oneself, or, by a lead, of somebody who has lost theirs, whose second factor goes, too.
    public func setPassphrase(_ passphrase: String, of name: String) throws(StoreFault) {
        guard passphrase.count >= Passphrase.shortest else { throw .keys(.shortPassphrase) }
        let own = signedIn?.kind == .person && signedIn?.name == name
        let pair = KeyPair()
        let sealed = Passphrase.seal(pair.privateBytes, by: passphrase, for: Holder.place(of: pair.publicBytes))
        try changing(byAnybody: own) { database, session in
            let holder = try Keyring.person(name, in: database)
            let place = Keyring.place(ofGeneration: session.number)
            let factor =
                try own
                ? holder.factor.map { factor in
                    let secret = try session.key.open(factor, for: Keyring.place(ofFactor: holder.publicKey))
                    return session.key.seal(secret, for: Keyring.place(ofFactor: pair.publicBytes))
                } : nil
            try database.execute(
                """
                UPDATE holder SET publicKey = ?, privateKey = ?, dataKey = ?, factor = ?, failures = 0 WHERE number = ?
                """,
                [
                    pair.publicBytes, sealed, try KeyPair.seal(session.key, for: pair.publicBytes, of: place), factor,
                    holder.number,
                ])
            return nil
        }
    }

    /// Opens the records with the recovery key and gives somebody a new passphrase; a name that nobody has becomes a lead's.
    public func recover(by key: RecoveryKey, name: String, passphrase: String) throws(StoreFault) {
        guard passphrase.count >= Passphrase.shortest else { throw .keys(.shortPassphrase) }
        try unlock(by: .recovery(key))
        if try holders().contains(where: { $0.kind == .person && $0.name == name }) {
            try setPassphrase(passphrase, of: name)
        } else {
            try add(name, as: .lead, passphrase: passphrase)
        }
        // Nobody is asked for a key file that is lost.
        if (try? KeyFile.read(keys.machineKey)) == nil {
            try changing { database, _ in
                try database.execute("DELETE FROM holder WHERE kind = 'machine'")
                return nil
            }
        }
        try unlock(by: .passphrase(name: name, passphrase, code: nil))
    }

    /// Sets or takes away one's own second factor.
    ///
    /// - Parameter secret: 20 bytes; `nil` for none, which a lead may do for somebody who has lost theirs.
    public func setSecondFactor(_ secret: [UInt8]?, of name: String) throws(StoreFault) {
        let own = signedIn?.kind == .person && signedIn?.name == name
        try changing(byAnybody: own) { database, session in
            let holder = try Keyring.person(name, in: database)
            let factor = secret.map { session.key.seal($0, for: Keyring.place(ofFactor: holder.publicKey)) }
            try database.execute(
                "UPDATE holder SET factor = ?, lastStep = 0 WHERE number = ?", [factor, holder.number])
            return nil
        }
    }

    /// Removes somebody. Who has kept the data key could open the records still, so they get a new one: `ClaimStore.reseal`.
    ///
    /// - Parameter kind: `nil` for a person or a service.
    public func remove(_ name: String, _ kind: Holder.Kind? = nil) throws(StoreFault) {
        try changing { database, _ in
            let holder = try Holder.all(in: database).first { holder in
                holder.name == name && (kind.map { $0 == holder.kind } ?? [.person, .service].contains(holder.kind))
            }
            guard let holder else { throw KeyFault.unknownName }
            try Keyring.checkLead(without: holder, in: database)
            try database.execute("DELETE FROM holder WHERE number = ?", [holder.number])
            if holder.kind == .machine { PrivateFile.overwrite(keys.machineKey) }
            return nil
        }
    }

    private func add(
        _ kind: Holder.Kind, _ name: String, _ role: Role, _ pair: KeyPair, _ passphrase: String?
    ) throws(StoreFault) {
        guard Holder.isName(name) else { throw .keys(.badName) }
        try changing { database, session in
            let isTaken = try Holder.all(in: database).contains {
                $0.name.lowercased() == name.lowercased() && $0.kind != .machine
            }
            guard !isTaken else { throw KeyFault.nameTaken }
            try Keyring.add(kind, name, role, pair, passphrase: passphrase, to: database, session.key, session.number)
            return nil
        }
    }

    private static func person(_ name: String, in database: Database) throws -> Holder {
        let found = try Holder.all(in: database).first { $0.kind == .person && $0.name == name }
        guard let found else { throw KeyFault.unknownName }
        return found
    }

    private static func checkLead(without holder: Holder?, in database: Database) throws {
        guard let holder, holder.role == .lead else { return }
        let others = try Holder.all(in: database).filter {
            $0.number != holder.number && $0.role == .lead && ($0.kind == .person || $0.kind == .machine)
        }
        guard !others.isEmpty else { throw KeyFault.lastLead }
    }
}
