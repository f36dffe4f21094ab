import ArgumentParser
import ClaimOffice
import ClaimStore

struct StoreBackupCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "backup",
        abstract: "Make today's backup now, in place of an earlier one of today.",
        discussion: """
            Windows may be open: they go on saving meanwhile. The backup is a SQLite database that only you can read, with its \
            SHA-256 in a file next to it.
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let store = try environment.openStore()
        do throws(StoreFault) {
            let backup = try store.backUp(on: environment.library.day)
            Console.print(backup.path)
        } catch {
            guard error == .openElsewhere else { throw error }
            throw Refusal("Another CleanClaim is making a backup. Try again when it is done.")
        }
    }
}
