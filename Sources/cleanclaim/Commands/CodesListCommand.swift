import ArgumentParser
import ClaimExchange
import ClaimOffice
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
        let library = try Environment(options).library
        switch format {
        case .text: Console.print(ReleaseReport.text(library.books.releases, glyphs: Console.glyphs))
        case .json: Console.print(ReleaseReport.json(library.books.releases, damaged: library.damagedTables))
        }
    }
}
