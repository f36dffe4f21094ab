import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules

struct PolicyTestCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "test", abstract: "Check the example claims of policies; report findings that differ.",
        discussion: """
            Exit status: 0 every example has the findings it lists, 1 one has others, 2 a policy could not be read.
            """)

    @Argument(help: ArgumentHelp("\(policyHelp) By default, every version of every policy."))
    var policies: [String] = []

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options).library
        let finder = PolicyFinder(library)
        let named = try policies.map { try finder.policy($0) }
        let all = library.policies.policies.flatMap { library.policies.versions(of: $0.id) }
        var report = PolicyProofReport(glyphs: Console.glyphs)
        for policy in policies.isEmpty ? all : named {
            Console.write(report.add(PolicyProof.proofs(of: policy, books: library.books), of: policy))
        }
        Console.write(report.end())
        if !report.holds { throw Refusal(status: Status.errorsFound) }
    }
}
