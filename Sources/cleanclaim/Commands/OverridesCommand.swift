import ArgumentParser
import ClaimExchange
import ClaimOffice

struct OverridesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overrides",
        abstract: "List every warning that somebody has let stand: why, who, when, and whether it still holds.",
        discussion: """
            Over all claims of the store that are not deleted. Of a claim the account number is named and nothing else. \
            An override lapses when a field changes that its rule reads.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "How the list is written.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func run() throws {
        let overrides = try Environment(options).office().overrides()
        switch format {
        case .text: Console.print(OverrideReport.text(overrides, glyphs: Console.glyphs))
        case .json: Console.print(OverrideReport.json(overrides))
        }
    }
}
