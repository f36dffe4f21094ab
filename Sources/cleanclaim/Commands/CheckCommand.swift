public import ArgumentParser
public import ClaimExchange
import ClaimModel
public import ClaimRules

struct CheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check claims in files and folders.",
        discussion: """
            Reads claims as 837P (005010X222A1) or as JSON, schema 1: one document, or one on each line; of a folder every \
            file that holds claims. What an 837P cannot carry is not judged, and the rules concerned are named. \
            A claim is judged by the policy that it names or that has its payer ID, else by that of --policy, else by \
            generic. Exit status: 0 no claim has an error, 1 errors found, 2 something could not be read (everything \
            else is checked all the same).
            """)

    @Argument(
        help: "Files and folders of claims; - is standard input.",
        completion: .file(extensions: ["json", "jsonl", "837"]))
    var files: [String]

    @Option(help: "How the findings are written; jsonl is one finding a line, csv one claim a line.")
    var format = CheckReport.Form.text

    @Option(help: "The policy for claims whose payer has none of its own.")
    var policy: String?

    @Option(help: "What leads to exit status 1: an error, also a warning that nobody has let stand, also a note.")
    var failOn = Severity.error

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        var batch = BatchCheck(format, around: around, policy: try policy.map { try around.policy(named: $0) })
        var pieces = ClaimPieces(files)
        var progress = Progress(total: ClaimFileNames.size(of: files))
        batch.run(on: &pieces, progress: &progress) { Console.write($0) }
        if pieces.passedOver > 0 { Console.say("Files in the folders that hold no claims: \(pieces.passedOver).") }
        if format == .jsonl || format == .csv { Console.say(batch.report.summary) }
        let status = batch.report.counts.exitStatus(failingOn: failOn)
        if status != Status.done { throw Refusal(status: status) }
    }
}

extension CheckReport.Form: ExpressibleByArgument {}

extension Severity: ExpressibleByArgument {
    /// The gravest first.
    public static var allValueStrings: [String] { allCases.reversed().map(\.rawValue) }
}
