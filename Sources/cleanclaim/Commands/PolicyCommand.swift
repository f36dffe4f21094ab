import ArgumentParser
import ClaimRules
import Foundation
import TerminalKit
import Yams

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show the payers' policies.", subcommands: [List.self, Show.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the policies, the office's own included.")

        @OptionGroup var options: CommonOptions

        func run() throws {
            for policy in try Surroundings(options).policies.policies {
                Console.print(
                    printable(
                        policy.id.padding(to: 14) + policy.name.padding(to: 40) + policy.date.padding(to: 12)
                            + policy.standing.rawValue))
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one policy with every setting, how well it is known, and who says so.")

        @Argument(help: "The policy's id, such as medmutual.")
        var id: String

        @OptionGroup var options: CommonOptions

        func run() throws {
            let policy = try Surroundings(options).policy(named: id)
            var head = [
                "\(policy.id)  \(policy.name)", "",
                "Date".padding(to: 14) + policy.date, "Source".padding(to: 14) + policy.source,
                "Standing".padding(to: 14) + policy.standing.rawValue,
                "Payer type".padding(to: 14) + policy.payerType.rawValue,
            ]
            if let payer = policy.payerID { head.append("Payer ID".padding(to: 14) + payer) }
            if let number = policy.policyID { head.append("Policy no.".padding(to: 14) + number) }
            if let contact = policy.contact { head.append("Contact".padding(to: 14) + contact) }
            let settings = try YAMLEncoder().encode(policy.settings)
            let lines = head + ["", "Settings"] + settings.split(separator: "\n").map { "  \($0)" }
            Console.print(lines.map { printable($0) }.joined(separator: "\n"))
        }
    }
}
