import ArgumentParser

struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Search the code sets, and say which releases are loaded.",
        subcommands: [
            CodesFindCommand.self, CodesListCommand.self, CodesVerifyCommand.self, CodesRemoveCommand.self,
        ])
}
