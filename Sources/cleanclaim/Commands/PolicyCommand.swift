import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules

struct PolicyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "policy", abstract: "Show, write, check and compare payer policies.",
        subcommands: [
            List.self, Show.self, PolicyNewCommand.self, PolicyLintCommand.self, PolicyTestCommand.self,
            PolicyDiffCommand.self,
        ])

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "List the policies in all their versions, shipped and your office's.")

        @OptionGroup var options: CommonOptions

        func run() throws {
            Console.print(PolicyReport.list(try Environment(options).library.policies, glyphs: Console.glyphs))
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show one policy with every setting, how well it is known, and its source.")

        @Argument(help: ArgumentHelp(policyHelp))
        var policy: String

        @Option(help: "The output format.")
        var format = PolicyFormat.text

        @OptionGroup var options: CommonOptions

        func run() throws {
            let library = try Environment(options).library
            let policy = try PolicyFinder(library).policy(policy)
            switch format {
            case .text: Console.print(PolicyReport.text(of: policy, on: library.day, glyphs: Console.glyphs))
            case .json: Console.print(PolicyReport.json(of: policy, on: library.day))
            }
        }
    }
}

/// How to name a policy.
let policyHelp = "A policy's id, such as medmutual; ID@2026-11-10 for that service date; shipped/ID; or a file."

/// The output formats of `policy show` and `policy lint`.
enum PolicyFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

struct PolicyDiffCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "diff", abstract: "Show what differs between two policies, setting by setting, with the sources.",
        discussion: "Exit status: 0 nothing differs, 1 something does, 2 one of them could not be read.")

    @Argument(help: ArgumentHelp(policyHelp))
    var left: String

    @Argument(help: "The policy to compare it with.")
    var right: String

    @OptionGroup var options: CommonOptions

    func run() throws {
        let finder = PolicyFinder(try Environment(options).library)
        let (one, other) = (try finder.policy(left), try finder.policy(right))
        Console.print(
            PolicyReport.difference(one, other, names: (left, right), glyphs: Console.glyphs))
        if !PolicyDifference.all(from: one, to: other).isEmpty { throw Refusal(status: Status.errorsFound) }
    }
}
