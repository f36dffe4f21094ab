import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules

struct AnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "Read payer responses (835, 277CA, 999, TA1) and name the fields to correct.",
        discussion: """
            Each response is matched to its claim by the account number, sets the claim's status, and is stored with it; \
            --dry-run only shows it. Of a file that cannot be read to its end, or that the store does not take, nothing is \
            stored. Codes typed by hand, such as CO-16 M119, are looked up on one claim. A response without a claim is \
            kept: --unmatched lists them, --match takes one in by its number. Exit status: 0 everything was \
            matched and accepted, 1 a claim or a file was rejected or denied, 2 something could not be read or matched.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "Files with responses; - is standard input.", completion: .file(extensions: ["835", "277", "999"]))
    var files: [String] = []

    @Option(help: "The claim that --codes or --match belong to: account number, id or file.")
    var claim: String?

    @Option(help: "CARC, RARC or claim status codes of a claim: \"CO-16 M119\", \"A7:562\".")
    var codes: String?

    @Flag(help: "List the responses that no claim was found for, with member ID, date and charge.")
    var unmatched = false

    @Option(help: "The number of an unmatched response that belongs to --claim.")
    var match: Int?

    @Option(help: "The number of an unmatched response to delete.")
    var dismiss: Int?

    @Option(help: "The output format.")
    var format = Format.text

    @Flag(help: "List what the office's own remittances teach, by payer and code pair.")
    var learned = false

    @Flag(help: "Show the responses; change no claim.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        let tasks = [!files.isEmpty, codes != nil, unmatched, match != nil, dismiss != nil, learned].count { $0 }
        guard tasks == 1, (claim == nil) == (codes == nil && match == nil) else {
            throw ValidationError(
                "Name files with responses, or use --claim with --codes or --match, or --unmatched, --dismiss or --learned."
            )
        }
    }

    func run() throws {
        let environment = try Environment(options)
        if learned {
            let learned = try environment.recoveredOffice().learned()
            return Console.print(
                format == .json ? LearnedReport.json(learned) : LearnedReport.text(learned, Console.glyphs))
        }
        if let claim, let codes { return try lookUp(codes, on: claim, environment) }
        let intake = try AnswerIntake(try environment.recoveredOffice(), isDryRun: dryRun)
        if unmatched {
            let report = try intake.unmatched()
            return Console.print(format == .json ? report.json : report.text(Console.glyphs))
        }
        if let dismiss {
            try intake.dismiss(dismiss)
            return Console.say("Unmatched response \(dismiss) deleted.")
        }
        var printer = AnswerPrinter(asJSON: format == .json)
        for name in files { printer.take(intake.takeFile(name), name) }
        if let match, let claim {
            let name = "response \(match)"
            printer.take(intake.result(try intake.match(match, to: claim), of: name), name)
        }
        printer.finish()
        if dryRun { Console.say("Dry run: nothing was stored.") }
        if printer.status != Status.done { throw Refusal(status: printer.status) }
    }

    private func lookUp(_ codes: String, on name: String, _ environment: Environment) throws {
        let library = environment.library
        let found = try environment.claim(named: name)
        let read = AnswerCode.codes(in: codes)
        guard read.unknown.isEmpty else {
            throw Refusal(
                "Not a payer's code: \(read.unknown.joined(separator: ", ")). A CARC looks like 16 or CO-16, a RARC like M119, "
                    + "a claim status like A7:562.")
        }
        for code in read.codes where code.label(in: library.books) == nil && !Rule.all.contains(where: code.isSaid) {
            Console.say(
                "\(code.text) is not in any table or rule of the program; check that it is typed as the payer wrote it."
            )
        }
        let answer = ClaimAnswer(typed: read.codes, on: found.draft)
        let report = AnswerReport(answer, to: found.draft, in: try found.context())
        Console.print(format == .json ? report.json(isMatched: true) : report.text(Console.glyphs))
    }
}

/// Prints what came of files of responses, one by one.
private struct AnswerPrinter {
    private let asJSON: Bool
    private var count = 0
    private var payments: [RemittancePayment] = []
    /// The exit status.
    private(set) var status = Status.done

    init(asJSON: Bool) {
        self.asJSON = asJSON
        if asJSON { Console.write("{\"answers\": [") }
    }

    mutating func take(_ result: AnswerFileResult, _ name: String) {
        if result.hasRefusals { status = max(status, Status.errorsFound) }
        if result.hasFailures { status = Status.failed }
        for item in result.items {
            switch item {
            case .report(let report, let isMatched): write(report, isMatched: isMatched)
            case .payment(let payment):
                payments.append(payment)
                Console.say("\(name): \(payment.text).")
            case .message(let message): Console.say(message)
            }
        }
    }

    func finish() {
        guard asJSON else { return }
        let list = payments.map(\.json).joined(separator: ",\n")
        Console.write((count == 0 ? "]" : "\n]") + (list.isEmpty ? "}\n" : ", \"payments\": [\n\(list)\n]}\n"))
    }

    private mutating func write(_ report: AnswerReport, isMatched: Bool) {
        if asJSON {
            Console.write((count == 0 ? "\n" : ",\n") + report.json(isMatched: isMatched))
        } else {
            Console.write(report.text(Console.glyphs))
        }
        count += 1
    }
}
