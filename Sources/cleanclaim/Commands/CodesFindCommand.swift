import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimRules
import CodeSets

struct CodesFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find codes by code, NDC or words, best match first, as F2 does on a claim.",
        discussion: """
            Words may be in any order, and their first letters are enough: cleanclaim codes find recur sev dep. If no \
            code has all of them, the least specific are ignored.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A code, the beginning of one, an NDC in any layout, or words.")
    var query: [String]

    @Option(name: .customLong("set"), help: "Search this set only, such as ICD-10-CM, HCPCS, NDC; may be repeated.")
    var sets: [SetArgument] = []

    @Option(help: "The service date, as 2026-11-10; default today.")
    var on: DayArgument?

    @Option(help: "Show whether this policy covers each code.")
    var policy: String?

    @Option(name: .customLong("with"), help: "A diagnosis that is already on the claim; may be repeated.")
    var diagnoses: [String] = []

    @Option(help: "The output format.")
    var format = Format.text

    @Option(help: "The greatest number of results.")
    var limit = 20

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit: give a number from 1.") }
    }

    func run() throws {
        let library = try Environment(options).library
        let question = CodeQuestion(
            library.books, in: sets.isEmpty ? Set(CodeSetName.allCases) : Set(sets.map(\.set)),
            on: on?.day ?? library.day, under: try policy.map { try PolicyFinder(library).policy(withID: $0) },
            with: diagnoses.map { library.books.diagnosis($0)?.code ?? $0 })
        let answers = question.answers(to: query.joined(separator: " "), limit: min(limit, 10_000))
        let hits = answers.hits
        switch format {
        case .json: Console.print(CodeReport.json(hits, of: question))
        case .text:
            guard !hits.isEmpty else { return Console.say("Nothing found.") }
            Console.print(CodeReport.text(hits, of: question, glyphs: Console.glyphs))
            if let remark = answers.remark { Console.say("No code has all the words; these have \(remark).") }
            for message in CodeReport.missingReleases(hits, of: question) { Console.say(message) }
        }
    }
}
