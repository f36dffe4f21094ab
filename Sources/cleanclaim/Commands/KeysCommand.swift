import ArgumentParser
import ClaimOffice
import Foundation
import Workstation

/// `cleanclaim keys`: the keys of the workstation as they are set.
struct KeysCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "keys", abstract: "List the keys of the workstation.",
        discussion:
            "Lists the keys as config.yaml sets them; with --markdown, the keys as shipped, for the documentation.")

    @Flag(help: "Print the tables of the page Keys of the documentation.")
    var markdown = false

    func run() throws {
        guard !markdown else { return Console.print(KeyList(of: .standard).markdown) }
        let folders = Folders(environment: ProcessInfo.processInfo.environment)
        let settings = try Configuration.read(from: folders.settings)
        Console.print(KeyList(of: settings.preferences.keymap).lines.joined(separator: "\n"))
    }
}
