import ArgumentParser
import ClaimOffice
import ClaimStore

struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history",
        abstract: "List all that happened to a claim, one line an event, the latest last.",
        discussion: """
            Keyed, checked, submitted (file and control numbers), 999, 277CA, 835, EOBs on paper, corrected, assigned, \
            notes, each with time, amount and who. Reading it is recorded.
            """)

    @Argument(help: "An account number, or a claim's id; deleted ones, too.")
    var claim: String

    @Flag(help: "Show the details of each event.")
    var details = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options, namesPolicyFaults: false).office()
        let history = try office.history(named: claim, Console.glyphs)
        Console.print(history.lines(hasDetails: details).joined(separator: "\n"))
    }
}
