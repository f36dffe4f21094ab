import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import TextKit

struct CloseCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "close",
        abstract: "List the payments that were posted on a day, each held against its check or EFT.",
        discussion: """
            Payments of 835 files and those posted from paper: number, payer, amount, what was posted on claims, what is \
            withheld apart from them (PLB), and what is missing. Exit status: 0 all balance, 1 one does not.
            """)

    enum Format: String, CaseIterable, ExpressibleByArgument {
        case text, csv, paper
    }

    @Option(help: "The day, as 2026-11-30; today if left out.")
    var day: String?

    @Option(help: "The output format: text, csv, or paper with pages of 66 lines.")
    var format = Format.text

    @Option(help: "Print it on this printer, with lp; lp for the default printer.")
    var printer: String?

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if let day, Day(iso: day) == nil { throw ValidationError("--day: write the date as 2026-11-30.") }
    }

    func run() throws {
        let office = try Environment(options, namesPolicyFaults: false).office()
        let close = try office.close(of: day.flatMap { Day(iso: $0) } ?? office.library.day)
        if let printer {
            let outcome = Printer(name: printer == "lp" ? nil : printer).print(Array(close.pages().text.utf8), .pages)
            guard outcome.isPrinted else { throw Refusal(outcome.message) }
            Console.say(outcome.message)
        } else {
            switch format {
            case .text: Console.print(close.lines(Console.glyphs).joined(separator: "\n"))
            case .csv: Console.write(close.csv)
            case .paper: Console.write(close.pages(Console.glyphs).text)
            }
        }
        if close.payments.contains(where: { ($0.difference ?? 0) != 0 }) { throw Refusal(status: Status.errorsFound) }
    }
}
