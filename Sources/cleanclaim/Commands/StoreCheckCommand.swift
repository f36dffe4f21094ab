import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct StoreCheckCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Check the database, every claim in it, and the backups; exit 1 if something is damaged.",
        discussion: "Changes nothing. Damaged claims are identified by the number of their row only.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let library = environment.library
        let keyring = try environment.keyring()
        let found =
            environment.place.server == nil
            ? StoreExamination(of: library.folders.data, with: keyring, in: library.parsing)
            : StoreExamination(of: try environment.place.store(keyring), in: library.parsing)
        Console.print(StoreCheckCommand.lines(found).joined(separator: "\n"))
        guard found.isSound else { throw Refusal(status: Status.errorsFound) }
    }

    static func lines(_ found: StoreExamination) -> [String] {
        var lines = [found.fault.map { "Database: \($0)" } ?? "Database: \(counted(found.claims, "claim")), no damage."]
        if !found.damagedRows.isEmpty {
            let numbers = found.damagedRows.prefix(20).map(String.init).joined(separator: ", ")
            let more = found.damagedRows.count > 20 ? ", …" : ""
            lines[0] = "Database: \(counted(found.claims, "claim")) can be read."
            lines.append("Damaged: \(counted(found.damagedRows.count, "row")) (\(numbers)\(more)).")
        }
        if !found.otherDamage.isEmpty {
            lines[0] = "Database: \(counted(found.claims, "claim")) can be read."
            lines.append("Also damaged: \(found.otherDamage.joined(separator: ", ")).")
        }
        if let trail = found.trail { lines += AuditVerifyCommand.lines(trail) }
        if found.backups.isEmpty { lines.append("No backup yet. cleanclaim store backup makes one.") }
        for (backup, isWhole) in found.backups {
            lines.append(
                "Backup of \(backup.day): \(isWhole ? "intact" : "damaged or sealed under an earlier key, not usable")."
            )
        }
        return lines
    }
}
