import ArgumentParser
import ClaimExchange
import ClaimOffice

/// `cleanclaim codes answers`: what the codes of payers' answers mean.
struct CodesAnswersCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "answers",
        abstract: "List the codes of payer responses (CARC, RARC, claim status) with the fields to check first.",
        discussion: "With --format markdown, the tables of the page PayerCodes of the documentation.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, markdown, json
    }

    @Option(help: "The output format.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let books = try Environment(options).library.books
        switch format {
        case .text: Console.print(AnswerCodeReport.text(books))
        case .markdown: Console.print(AnswerCodeReport.markdown(books))
        case .json: Console.print(AnswerCodeReport.json(books))
        }
    }
}
