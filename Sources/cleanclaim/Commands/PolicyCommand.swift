import ArgumentParser
import ClaimExchange
import ClaimRules

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show the payers' policies.", subcommands: [List.self, Show.self])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the policies, the office's own included.")

        @OptionGroup var options: CommonOptions

        func run() throws {
            Console.print(
                PolicyReport.list(try Surroundings(options).policies.policies, lettering: Console.lettering))
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
            Console.print(PolicyReport.text(of: policy, lettering: Console.lettering))
        }
    }
}
