import ArgumentParser

struct CodesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "codes", abstract: "Search the code sets; list, load, verify and remove their releases.",
        subcommands: [
            CodesFindCommand.self, CodesListCommand.self, CodesImportCommand.self, CodesUpdateCommand.self,
            CodesVerifyCommand.self, CodesRemoveCommand.self, CodesAnswersCommand.self,
        ])
}
