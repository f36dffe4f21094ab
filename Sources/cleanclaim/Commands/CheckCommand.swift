public import ArgumentParser
public import ClaimExchange
import ClaimOffice
public import ClaimRules

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check claims in files and folders.",
        discussion: """
            Reads claims as 837P (005010X222A1) or as JSON, schema 1: one document, or one on each line; in a folder, every \
            file with claims. Fields that an 837P does not have are not checked; the report names their rules. A claim is \
            checked with the policy that it names or that has its payer ID, else that of --policy, else none. Exit \
            status: 0 no claim has an error, 1 errors found, 2 something could not be read (everything else is checked).
            """)

    @Argument(
        help: "Files and folders with claims; - is standard input.",
        completion: .file(extensions: ["json", "jsonl", "837"]))
    var files: [String]

    @Option(help: "The output format; jsonl has one finding on each line, csv one claim.")
    var format = CheckReport.Form.text

    @Option(help: "The policy for claims whose payer has none.")
    var policy: String?

    @Option(help: "The least severe finding that gives exit status 1; overridden warnings do not count.")
    var failOn = Severity.error

    @Flag(help: "Show every note of a clean claim, and the ids of the rules that were not checked.")
    var verbose = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let library = try Environment(options).library
        var batch = BatchCheck(
            of: files, as: format, by: library,
            otherwise: try policy.map { try PolicyFinder(library).policy(withID: $0) }, isVerbose: verbose,
            glyphs: Console.glyphs)
        var progress = Progress(total: ClaimFileNames.size(of: files))
        Console.write(batch.report.begin())
        while let step = batch.next() {
            write(step, &progress)
            progress.show(bytes: batch.bytesRead, counts: batch.report.counts)
        }
        progress.clear()
        Console.write(batch.report.end())
        if batch.skipped > 0 { Console.say("Files skipped in the folders, without claims: \(batch.skipped).") }
        if format == .jsonl || format == .csv { Console.say(batch.report.summary) }
        let status = batch.report.counts.exitStatus(failingOn: failOn)
        if status != Status.done { throw Refusal(status: status) }
    }

    private func write(_ step: BatchCheck.Step, _ progress: inout Progress) {
        if format == .text || format == .csv {
            if !step.faults.isEmpty { progress.clear() }
            for fault in step.faults { Console.say(fault.text) }
        }
        guard !step.text.isEmpty else { return }
        if Console.isTerminal { progress.clear() }
        Console.write(step.text)
    }
}

extension CheckReport.Form: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {
    /// The most severe first.
    public static var allValueStrings: [String] { allCases.reversed().map(\.rawValue) }
}
