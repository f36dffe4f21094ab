import ArgumentParser

@main
struct CleanClaim: ParsableCommand {
    static let configuration = CommandConfiguration(commandName: "cleanclaim")
}
