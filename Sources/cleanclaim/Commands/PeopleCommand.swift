public import ArgumentParser
import ClaimOffice
public import ClaimStore
import Glibc
import Sealing

struct PeopleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "people",
        abstract: "Who may open the records: list, add, remove, roles, passphrases, second factors, services.",
        discussion: """
            Only a lead changes people; everybody changes their own passphrase and second factor. A service is a job without a \
            person, such as a nightly import: it signs in with a key file (--key FILE).
            """,
        subcommands: [
            PeopleListCommand.self, PeopleAddCommand.self, PeopleRemoveCommand.self, PeopleRoleCommand.self,
            PeoplePassphraseCommand.self, PeopleFactorCommand.self, PeopleServiceCommand.self,
        ],
        defaultSubcommand: PeopleListCommand.self)
}

extension Role: ExpressibleByArgument {}

struct PeopleListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "list", abstract: "List who may open the records.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let keyring = try Environment(options, namesPolicyFaults: false).keyring()
        let lines = try keyring.holders().map { holder in
            let factor = holder.hasSecondFactor ? ", second factor" : ""
            return switch holder.kind {
            case .person: "\(holder.name): \(holder.role.rawValue)\(factor)"
            case .machine: "\(holder.name): \(holder.role.rawValue), by the key file of this machine"
            case .service: "\(holder.name): \(holder.role.rawValue), a service"
            case .recovery: "A recovery key was made."
            }
        }
        Console.print(lines.joined(separator: "\n"))
        if try keyring.demandsSecondFactor() { Console.print("Everybody with a passphrase needs a second factor.") }
    }
}

struct PeopleAddCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "add", abstract: "Add somebody, who then signs in with a name and a passphrase.",
        discussion: "The passphrase is asked for here; the person changes it with cleanclaim people passphrase.")

    @Argument(help: "The name to sign in with, such as A. Biller.")
    var name: String

    @Option(help: "keyer, lead or read-only.")
    var role = Role.keyer

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring()
        try keyring.checkLead()
        try keyring.add(name, as: role, passphrase: try Questions.newPassphrase(of: name))
        try environment.note(people: "\(name) added (\(role.rawValue))", by: keyring)
        Console.say("\(name) may sign in now (\(role.rawValue)).")
        if try keyring.opensByMachine() {
            Console.say("The records still open without a passphrase here. cleanclaim store protect ends that.")
        }
    }
}

struct PeopleRemoveCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "remove",
        abstract: "Remove somebody or a service; the records get a new key. Close every window first.",
        discussion: """
            Whoever was removed cannot sign in any more. Every record is sealed with a new key, which takes about a minute for \
            100,000 claims, and the backups are replaced by a new one.
            """)

    @Argument(help: "The name as cleanclaim people list shows it.")
    var name: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring()
        try keyring.remove(name)
        try environment.note(people: "\(name) removed", by: keyring)
        Console.say("\(name) is removed.")
        try environment.reseal(with: keyring)
    }
}

struct PeopleRoleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "role", abstract: "Give somebody another role.")

    @Argument(help: "The name as cleanclaim people list shows it.")
    var name: String

    @Argument(help: "keyer, lead or read-only.")
    var role: Role

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring()
        try keyring.setRole(role, of: name)
        try environment.note(people: "\(name) is \(role.rawValue)", by: keyring)
        Console.say("\(name): \(role.rawValue), from the next sign-in on.")
    }
}

struct PeoplePassphraseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "passphrase",
        abstract: "Change your passphrase, or, as a lead, that of somebody who has lost theirs.",
        discussion: "A second factor of somebody else goes with their old passphrase: they set a new one.")

    @Argument(help: "Whose; yours by default.")
    var name: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring()
        let name = name ?? keyring.signedIn?.name ?? ""
        try keyring.setPassphrase(try Questions.newPassphrase(of: name), of: name)
        try environment.note(people: "passphrase of \(name) changed", by: keyring)
        Console.say("The passphrase of \(name) is changed.")
    }
}

struct PeopleServiceCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "service",
        abstract: "Add a job without a person, which signs in with a key file: --key FILE.",
        discussion: "Whoever can read the key file can do what the service may do. cleanclaim people remove revokes it."
    )

    @Argument(help: "The name of the job, such as nightly import.")
    var name: String

    @Option(help: "Where the key file is written, for your user only.", completion: .file())
    var keyFile: String

    @Option(help: "keyer, lead or read-only.")
    var role = Role.keyer

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let path = environment.library.folders.path(keyFile)
        let keyring = try environment.keyring()
        try keyring.addService(name, as: role, keyFile: path)
        try environment.note(people: "service \(name) added (\(role.rawValue))", by: keyring)
        Console.say("\(name) signs in with --key \(keyFile) from now on.")
    }
}
