import ArgumentParser
import ClaimOffice
import Foundation
import Workstation

/// `cleanclaim keys`: the keys of the workstation as they are set.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the keys of the workstation.",
        discussion: "The keys of config.yaml are listed; with --markdown, the keys as shipped, as the manual has them.")

    @Flag(help: "As the tables of the manual's page on keys.")
    var markdown = false

    func run() throws {
        guard !markdown else { return Console.print(KeyList(of: .standard).markdown) }
        let folders = Folders(environment: ProcessInfo.processInfo.environment)
        let settings = try Configuration.read(from: folders.settings)
        Console.print(KeyList(of: settings.preferences.keymap).lines.joined(separator: "\n"))
    }
}
