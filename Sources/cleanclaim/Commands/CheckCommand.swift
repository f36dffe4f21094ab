import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules

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

        var form: CheckReport.Form {
            switch self {
            case .text: .text
            case .json: .json
            case .sarif: .sarif
            }
        }
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
        var report = CheckReport(format.form, lettering: Console.lettering)
        Console.write(report.begin())
        for item in ClaimFiles(files, in: around.parsing) {
            switch item {
            case .claim(let draft, let file):
                let findings = around.findings(on: draft, in: around.context(for: draft, policy: policy))
                Console.write(report.claim(CheckedClaim(draft, findings: findings), file: file))
            case .unreadable(let fault):
                report.unreadable(fault)
                if format == .text { Console.say(fault.words) }
            }
        }
        Console.write(report.end())
        if report.counts.exitStatus != Status.done { throw Refusal(status: report.counts.exitStatus) }
    }
}
