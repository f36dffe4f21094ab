public import ArgumentParser
public import ClaimExchange
import ClaimModel
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
    var files: [String] = []

    @Option(
        help:
            "The output format; jsonl has one finding on each line, csv one claim, 277ca is what a clearinghouse would answer."
    )
    var format = CheckReport.Form.text

    @Option(help: "The policy for claims whose payer has none.")
    var policy: String?

    @Option(help: "The least severe finding that gives exit status 1; overridden warnings do not count.")
    var failOn = Severity.error

    @Option(
        parsing: .upToNextOption,
        help: ArgumentHelp(
            "Write the 837P claims that can go to the file GOOD, and the others to HELD, with usage T.",
            valueName: "GOOD> <HELD"), completion: .file())
    var split: [String] = []

    @Flag(help: "Print the summary only (text and json).")
    var summaryOnly = false

    @Flag(help: "Show every note of a clean claim, and the ids of the rules that were not checked.")
    var verbose = false

    @OptionGroup var options: CommonOptions

    mutating func validate() throws {
        // What follows the two names is checked.
        files += split.dropFirst(2)
        split = Array(split.prefix(2))
        if files.isEmpty { throw ValidationError("Name a file or a folder with claims; - is standard input.") }
        if split.count == 1 {
            throw ValidationError("--split takes two names: of the good claims, and of the held ones.")
        }
        if summaryOnly, format != .text, format != .json {
            throw ValidationError("--summary-only applies to the formats text and json.")
        }
    }

    private func batchOptions(_ library: OfficeLibrary) throws -> BatchCheck.Options {
        var batch = BatchCheck.Options()
        batch.form = format
        batch.policy = try policy.map { try PolicyFinder(library).policy(withID: $0) }
        batch.isVerbose = verbose
        batch.isSummaryOnly = summaryOnly
        batch.holding = split.isEmpty ? nil : failOn
        batch.glyphs = Console.glyphs
        return batch
    }

    func run() throws {
        let library = try Environment(options).library
        var batch = BatchCheck(of: files, by: library, try batchOptions(library))
        let sorting = try fileSplit()
        var progress = Progress(total: ClaimFileNames.size(of: files))
        Console.write(batch.report.begin())
        while let step = batch.next() {
            write(step, &progress)
            try refusing { () throws(OutputFault) in try sorting?.take(step) }
            progress.show(bytes: batch.bytesRead, counts: batch.report.counts)
        }
        progress.clear()
        Console.write(batch.end())
        if batch.skipped > 0 {
            Console.say("Skipped in the folders: \(counted(batch.skipped, "file")) without claims.")
        }
        if batch.report.unanswered > 0 {
            let claims = counted(batch.report.unanswered, "claim")
            Console.say("A 277CA answers 837P files: \(claims) from JSON checked, but not in it.")
        }
        if [.jsonl, .csv, .acknowledgment].contains(format) { Console.say(batch.report.summary) }
        for line in try refusing({ () throws(OutputFault) in try sorting?.finish() ?? [] }) { Console.say(line) }
        let status = sorting?.left ?? 0 == 0 ? batch.report.counts.exitStatus(failingOn: failOn) : Status.failed
        if status != Status.done { throw Refusal(status: status) }
    }

    private func write(_ step: BatchCheck.Step, _ progress: inout Progress) {
        if [.text, .csv, .acknowledgment].contains(format) {
            if !step.faults.isEmpty { progress.clear() }
            for fault in step.faults { Console.say(fault.text) }
        }
        guard !step.text.isEmpty else { return }
        if Console.isTerminal { progress.clear() }
        Console.write(step.text)
    }
}

// MARK: Splitting

extension CheckCommand {
    private func fileSplit() throws -> FileSplit? {
        guard split.count == 2 else { return nil }
        return try refusing { () throws(OutputFault) in try FileSplit(good: split[0], held: split[1]) }
    }

    @discardableResult
    private func refusing<Value>(_ act: () throws(OutputFault) -> Value) throws -> Value {
        do throws(OutputFault) {
            return try act()
        } catch {
            throw Refusal(error.message)
        }
    }
}

extension CheckReport.Form: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {
    /// The most severe first.
    public static var allValueStrings: [String] { allCases.reversed().map(\.rawValue) }
}
