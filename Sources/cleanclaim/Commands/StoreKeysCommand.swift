import ArgumentParser
import ClaimOffice
import ClaimStore
import Foundation
import Sealing

struct StoreProtectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "protect",
        abstract: "Open the records with a name and a passphrase instead of this machine's key file.",
        discussion: """
            Asks for the passphrase, prints a recovery key, deletes the key file of this machine and seals every record with a new \
            key. Close every window first.
            """)

    @Option(help: "The name to sign in with, if nobody has one yet.")
    var name: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring()
        guard let machine = try keyring.holders().first(where: { $0.kind == .machine }) else {
            throw Refusal("The records open with a passphrase already. cleanclaim people passphrase changes yours.")
        }
        let leads = try keyring.holders().filter { $0.kind == .person && $0.role == .lead }
        if leads.isEmpty {
            let name = try name ?? Questions.ask("Your name, to sign in with")
            try keyring.add(name, as: .lead, passphrase: try Questions.newPassphrase(of: name))
        }
        let recovery = try keyring.renewRecoveryKey()
        StoreRecoveryKeyCommand.show(recovery)
        try keyring.remove(machine.name, .machine)
        try environment.note(people: "key file of this machine removed", by: keyring)
        try environment.reseal(with: keyring)
        Console.say("From now on the records open with a name and a passphrase.")
    }
}

struct StoreRecoveryKeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recovery-key",
        abstract: "Print a recovery key, which opens the records if no passphrase does; an earlier one ends.",
        discussion: "It is printed once and kept nowhere. Write it down, and keep it where the office keeps its deeds.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring()
        StoreRecoveryKeyCommand.show(try keyring.renewRecoveryKey())
        try environment.note(people: "recovery key made", by: keyring)
    }

    static func show(_ key: RecoveryKey) {
        Console.print("Recovery key: \(key.text)")
        Console.say("It is shown this once. Whoever has it opens the records: keep it off this machine.")
    }
}

struct StoreRecoverCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "recover",
        abstract: "Open the records with the recovery key and set a new passphrase.",
        discussion: "Asks for the recovery key, a name and a passphrase. A name that nobody has becomes a lead's.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        guard let keyring = try environment.place.keyring() else {
            throw Refusal("There are no sealed records here.")
        }
        guard let key = RecoveryKey(typed: try Questions.ask("Recovery key")) else {
            throw Refusal("That is not a recovery key: eight groups of four letters and digits.")
        }
        do throws(StoreFault) {
            try keyring.unlock(by: .recovery(key))
        } catch {
            throw error == .keys(.wrong) ? Refusal("That is not the recovery key of these records.") : error
        }
        let name = try Questions.ask("Name to sign in with")
        try keyring.recover(by: key, name: name, passphrase: try Questions.newPassphrase(of: name))
        try environment.note(people: "passphrase of \(name) set with the recovery key", by: keyring)
        Console.say("\(name) may sign in now. cleanclaim store recovery-key makes a new recovery key.")
    }
}

struct StoreRekeyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "rekey",
        abstract: "Seal every record with a new key, as when a key file or a passphrase may be known to somebody.",
        discussion: "The backups are replaced by a new one. Close every window first.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        try environment.reseal(with: try environment.keyring())
    }
}

extension Environment {
    /// Seals every record with a new key.
    func reseal(with keyring: Keyring) throws {
        do throws(StoreFault) {
            try place.reseal(with: keyring, on: library.day)
        } catch {
            guard error == .busy else { throw error }
            throw Refusal(
                "A window has the records open, so they have no new key yet, and it goes on working. Close it, then run: "
                    + "cleanclaim store rekey")
        }
        Console.say("Every record is sealed with a new key.")
    }
}
