import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show, write, check and compare the payers' policies.",
        subcommands: [
            List.self, Show.self, PolicyNewCommand.self, PolicyLintCommand.self, PolicyTestCommand.self,
            PolicyDiffCommand.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the policies in all their versions, the office's own included.")

        @OptionGroup var options: CommonOptions

        func run() throws {
            Console.print(PolicyReport.list(try Surroundings(options).policies, lettering: Console.lettering))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one policy with every setting, how well it is known, and who says so.")

        @Argument(help: ArgumentHelp(PolicyFinder.help))
        var policy: String

        @Option(help: "How it is written.")
        var format = PolicyFormat.text

        @OptionGroup var options: CommonOptions

        func run() throws {
            let around = try Surroundings(options)
            let policy = try PolicyFinder(around).policy(policy)
            switch format {
            case .text: Console.print(PolicyReport.text(of: policy, on: around.today, lettering: Console.lettering))
            case .json: Console.print(PolicyReport.json(of: policy, on: around.today))
            }
        }
    }
}

/// How `policy show` and `policy lint` write.
enum PolicyFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct PolicyDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Say what differs between two policies, setting by setting, with who says so.",
        discussion: "Exit status: 0 nothing differs, 1 something does, 2 one of them could not be read.")

    @Argument(help: ArgumentHelp(PolicyFinder.help))
    var left: String

    @Argument(help: "The other one.")
    var right: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        let finder = PolicyFinder(try Surroundings(options))
        let (one, other) = (try finder.policy(left), try finder.policy(right))
        Console.print(
            PolicyReport.difference(one, other, names: (left, right), lettering: Console.lettering))
        if !PolicyDifference.all(from: one, to: other).isEmpty { throw Refusal(status: Status.errorsFound) }
    }
}
