import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules

struct PrintCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "print",
        abstract: "Print the summary of a claim: 80 columns, pages of 66 lines.",
        discussion: "Without --to and --printer it goes to standard output.")

    @Argument(help: "An account number, a claim's id, a file of one claim as JSON, or - for standard input.")
    var claim: String

    @Option(help: "Write it to this file.", completion: .file())
    var to: String?

    @Option(help: "Print it on this printer, through lp; lp for the standard one.")
    var printer: String?

    @Flag(help: "Hide who the patient and the people are.")
    var mask = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if to != nil, printer != nil { throw ValidationError("Give --to or --printer, not both.") }
    }

    func run() throws {
        let around = try Surroundings(options)
        let found = try ClaimFinder(around).claim(claim)
        let context = around.context(for: found.draft, history: found.history)
        let findings = around.findings(on: found.draft, in: context)
        let lettering = printer == nil && to == nil ? Console.lettering : .unicode
        let summary = Summary(
            of: found.draft, findings: findings, in: context, revision: found.revision,
            status: found.status ?? Verdict(of: findings, on: found.draft).status,
            style: Summary.Style(isMasked: mask, lettering: lettering))
        try put(summary.text)
    }

    private func put(_ text: String) throws {
        if let to {
            do throws(OutputFault) {
                try writeFile(text, to: to, replacing: true)
            } catch {
                throw Refusal(error.words)
            }
        } else if let printer {
            let outcome = Printer(name: printer == "lp" ? nil : printer).print(text)
            guard outcome.isPrinted else { throw Refusal(outcome.words) }
            Console.say(outcome.words)
        } else {
            Console.print(text)
        }
    }
}
