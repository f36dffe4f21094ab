import ArgumentParser

struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Search the code sets.", subcommands: [CodesFindCommand.self])
}
