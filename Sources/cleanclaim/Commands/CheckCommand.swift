import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import TerminalKit

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check claims in files.",
        discussion: """
            Reads claims as JSON, schema 1: one document, or one on each line. Exit status: 0 no claim has an error, \
            1 errors found, 2 something could not be read (everything else is checked all the same).
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json, sarif
    }

    @Argument(help: "Files of claims; - is standard input.", completion: .file(extensions: ["json", "jsonl"]))
    var files: [String]

    @Option(help: "How the findings are written.")
    var format = Format.text

    @Option(help: "Judge every claim by this policy instead of its own.")
    var policy: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        let policy = try self.policy.map { try around.policy(named: $0) }
        let read = ClaimFiles(files, in: around.parsing)
        var hasErrors = false
        for claim in read.claims {
            let context = around.context(for: claim.draft, policy: policy)
            let findings = around.findings(on: claim.draft, in: context)
            hasErrors = hasErrors || findings.contains { $0.severity == .error }
            for finding in findings {
                Console.print(
                    printable(
                        "\(claim.file): \(claim.draft.id): \(finding.severity.rawValue) \(finding.rule.id) \(finding.place.key): \(finding.message)"
                    ))
            }
        }
        for fault in read.unreadable { Console.say("\(fault.file): \(fault.message)") }
        if !read.unreadable.isEmpty { throw Refusal(status: Status.failed) }
        if hasErrors { throw Refusal(status: Status.errorsFound) }
    }
}
