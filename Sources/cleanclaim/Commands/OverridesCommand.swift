import ArgumentParser
import ClaimExchange
import ClaimOffice

struct OverridesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "overrides",
        abstract: "List every overridden warning: why, who, when, and whether it is still in effect.",
        discussion: """
            For all claims that are not deleted. Claims are identified by account number only. An override ends when a \
            field changes that its rule reads.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Option(help: "The output format.")
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
