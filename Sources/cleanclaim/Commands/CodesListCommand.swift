import ArgumentParser
import ClaimExchange
import ClaimOffice
import CodeSets

struct CodesListCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "list", abstract: "List the loaded releases of code sets, shipped and your office's.")

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "The output format.")
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
