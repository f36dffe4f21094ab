import ArgumentParser
import ClaimExchange
import CodeSets

struct CodesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the releases of code sets that are loaded, the office's own included.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How the list is written.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        switch format {
        case .text: Console.print(ReleaseReport.text(around.books.releases, lettering: Console.lettering))
        case .json: Console.print(ReleaseReport.json(around.books.releases, damaged: around.damagedTables))
        }
    }
}
