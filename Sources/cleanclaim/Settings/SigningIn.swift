import ClaimOffice
import ClaimStore
import Glibc
import Sealing

extension Environment {
    /// What opens the records, unlocked: by the key file of a service (`--key`), by that of this machine, else by the name and
    /// passphrase that are asked for. Where there is none yet, one for this machine is made.
    ///
    /// - Parameter setsFactor: whether the command is the one that sets up a second factor.
    func keyring(setsFactor: Bool = false) throws -> Keyring {
        guard let keyring = try place.keyring() else {
            guard try !place.lacksKeyring() else { throw StoreFault.keys(.missing(path: place.keyringName)) }
            let keyring = try place.makeKeyring(first: .machine)
            Console.say(place.server == nil ? Environment.machineNote : Environment.serverNote)
            return keyring
        }
        if let keyFile {
            try keyring.unlock(by: .service(path: keyFile))
        } else if try keyring.opensByMachine() {
            try keyring.unlock(by: .machine)
        } else {
            try signIn(to: keyring)
            guard try setsFactor || !keyring.mustSetSecondFactor() else {
                throw Refusal("A second factor is demanded. Set yours up first: cleanclaim people second-factor")
            }
        }
        return keyring
    }

    private static let machineNote =
        "The records are sealed with a key file that only your user can read (this machine only). cleanclaim store protect sets "
        + "a passphrase instead."

    private static let serverNote =
        "The records on the server are sealed with a key file that only your user has: no other desk opens them. cleanclaim "
        + "store protect sets a name and a passphrase instead."

    /// Three tries, so that what is typed next after a mistake does not go to the shell.
    private func signIn(to keyring: Keyring) throws {
        for _ in 0..<2 {
            do {
                return try signInOnce(to: keyring)
            } catch let fault as StoreFault where fault == .keys(.wrong) || fault == .keys(.wrongCode) {
                Console.say(fault.description)
            }
        }
        try signInOnce(to: keyring)
    }

    private func signInOnce(to keyring: Keyring) throws {
        let name = try Questions.ask("Your name")
        let passphrase = try Questions.ask("Passphrase", isHidden: true)
        do throws(StoreFault) {
            try keyring.unlock(by: .passphrase(name: name, passphrase, code: nil))
        } catch {
            guard error == .keys(.needsCode) else { throw error }
            let code = try Questions.ask("Code of your authenticator app")
            try keyring.unlock(by: .passphrase(name: name, passphrase, code: code))
        }
    }
}
