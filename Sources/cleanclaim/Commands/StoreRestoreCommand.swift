import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct StoreRestoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "restore",
        abstract: "Replace the database with a backup; without a date, list the backups.",
        discussion: """
            The database that is replaced is kept in the folder replaced; cleanclaim store salvage recovers newer claims \
            from it. Close every window first: what is keyed in one that is open is not saved into the restored database.
            """)

    @Argument(help: "The day of the backup, as 2026-11-27.")
    var day: String?

    @Flag(help: "Restore without asking.")
    var yes = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let folder = environment.library.folders.data
        let backups = ClaimStore.backups(in: folder)
        guard let day else {
            let lines = backups.map { backup in
                "\(backup.day.iso)  " + (backup.claimCount.map { counted($0, "claim") } ?? "cannot be read")
            }
            return Console.print(lines.isEmpty ? "No backup yet." : lines.joined(separator: "\n"))
        }
        guard let backup = backups.first(where: { $0.day.iso == day }) else {
            throw Refusal("No backup of \(day). cleanclaim store restore lists the backups.")
        }
        guard yes else {
            throw Refusal("This replaces the database with the backup of \(backup.day). Add --yes to do it.")
        }
        let keyring = try environment.keyring()
        let restored: RestoredStore
        do throws(StoreFault) {
            restored = try environment.place.restore(backup, for: keyring)
        } catch {
            guard error == .busy, environment.place.server != nil else { throw error }
            throw Refusal("A desk is open on the server, so nothing was restored. Close every window first.")
        }
        try environment.place.store(keyring).note(restored: restored)
        Console.say("Restored the backup of \(backup.day).")
        if let path = restored.replaced { Console.say("What was there is now \(path).") }
    }
}
