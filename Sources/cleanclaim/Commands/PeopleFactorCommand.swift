import ArgumentParser
import ClaimOffice
import ClaimStore
import Foundation
import QRCode
import Sealing

struct PeopleFactorCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "second-factor",
        abstract: "Set up the codes of an authenticator app (TOTP) for your sign-in, or demand them of everybody.",
        discussion: """
            The secret is shown once, to be typed or scanned. It guards the door of this program; the passphrase guards the records \
            themselves.
            """)

    @Flag(help: "Take your second factor away, or, as a lead, that of --name.")
    var off = false

    @Option(help: "Whose second factor is taken away; yours by default.")
    var name: String?

    @Option(help: "yes: everybody with a passphrase needs one from now on; no: nobody does.")
    var demand: Demand?

    enum Demand: String, ExpressibleByArgument, CaseIterable { case yes, no }

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if name != nil, !off { throw ValidationError("--name goes with --off: everybody sets up their own.") }
    }

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let keyring = try environment.keyring(setsFactor: true)
        if let demand {
            try keyring.demandSecondFactor(demand == .yes)
            try environment.note(people: "second factor demanded: \(demand.rawValue)", by: keyring)
            return Console.say(
                demand == .yes
                    ? "Whoever has no second factor yet sets one up at the next sign-in."
                    : "A second factor is not demanded any more.")
        }
        let name = name ?? keyring.signedIn?.name ?? ""
        guard !off else {
            try keyring.setSecondFactor(nil, of: name)
            try environment.note(people: "second factor of \(name) taken away", by: keyring)
            return Console.say("\(name) signs in without a second factor.")
        }
        guard keyring.signedIn?.kind == .person else {
            throw Refusal("Only somebody with a passphrase has a second factor. cleanclaim store protect sets one.")
        }
        try setUp(name, keyring)
        try environment.note(people: "second factor of \(name) set up", by: keyring)
    }

    private func setUp(_ name: String, _ keyring: Keyring) throws {
        let factor = OneTimeCode()
        let address = factor.address(for: name)
        if let code = QRCode(address) { Console.say(code.rows(Console.glyphs).joined(separator: "\n")) }
        Console.say("Scan it with your authenticator app, or enter this secret: \(factor.text)")
        let code = try Questions.ask("The code that it shows now")
        guard factor.accepts(code, at: Int(Date().timeIntervalSince1970), after: nil) != nil else {
            throw Refusal("That is not the code. Nothing was changed.")
        }
        try keyring.setSecondFactor(factor.secret, of: name)
        Console.say("\(name) signs in with a code from now on.")
    }
}
