import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import CodeSets

struct CodesFindCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "find",
        abstract: "Find codes by code, NDC or words, best first, as F2 does on a claim.",
        discussion: """
            Words may stand in any order, and their beginnings are enough: cleanclaim codes find recur sev dep. Where no \
            code has all of them, the least telling are left out.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "A code, the beginning of one, an NDC in any layout, or words.")
    var query: [String]

    @Option(name: .customLong("set"), help: "Search this set only, such as ICD-10-CM, HCPCS, NDC; may be repeated.")
    var sets: [SetArgument] = []

    @Option(help: "The service date, as 2026-11-10; without it today.")
    var on: DayArgument?

    @Option(help: "Say what this policy makes of each code.")
    var policy: String?

    @Option(name: .customLong("with"), help: "A diagnosis that the claim has already; may be repeated.")
    var diagnoses: [String] = []

    @Option(help: "How the answer is written.")
    var format = Format.text

    @Option(help: "The most answers to give.")
    var limit = 20

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard limit > 0 else { throw ValidationError("--limit: give a number of at least 1.") }
    }

    func run() throws {
        let around = try Surroundings(options)
        let question = CodeQuestion(
            around.books, in: sets.isEmpty ? Set(CodeSetName.allCases) : Set(sets.map(\.set)),
            on: on?.day ?? around.today, under: try policy.map { try around.policy(named: $0) },
            beside: diagnoses.map { around.books.diagnosis($0)?.code ?? $0 })
        let answers = question.answers(to: query.joined(separator: " "), limit: min(limit, 10_000))
        let hits = answers.hits
        switch format {
        case .json: Console.print(CodeReport.json(hits, of: question))
        case .text:
            guard !hits.isEmpty else { return Console.say("Nothing found.") }
            Console.print(CodeReport.text(hits, of: question, lettering: Console.lettering))
            if let remark = answers.remark { Console.say("No code has all the words; these have \(remark).") }
            for words in CodeReport.missingReleases(hits, of: question) { Console.say(words) }
        }
    }
}
