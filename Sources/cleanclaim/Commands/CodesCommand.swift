import ArgumentParser
import ClaimExchange
import CodeSets

struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Search the code sets.", subcommands: [Find.self])

    struct Find: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Find codes by code, NDC or words, best first.",
            discussion: """
                Words may stand in any order, and their beginnings are enough: cleanclaim codes find recur sev dep
                """)

        enum Format: String, ExpressibleByArgument, CaseIterable {
            case text, json
        }

        @Argument(help: "A code, the beginning of one, an NDC in any layout, or words.")
        var query: [String]

        @Option(help: "How the answer is written.")
        var format = Format.text

        @Option(help: "The most answers to give.")
        var limit = 20

        @OptionGroup var options: CommonOptions

        func validate() throws {
            guard limit > 0 else { throw ValidationError("--limit: give a number of at least 1.") }
        }

        func run() throws {
            let hits = try Surroundings(options).books.find(query.joined(separator: " "), limit: min(limit, 10_000))
            switch format {
            case .json: Console.print(CodeReport.json(hits))
            case .text:
                guard !hits.isEmpty else { return Console.say("Nothing found.") }
                Console.print(CodeReport.text(hits, lettering: Console.lettering))
            }
        }
    }
}
