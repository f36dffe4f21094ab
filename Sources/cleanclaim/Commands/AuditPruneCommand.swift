import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct AuditPruneCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "prune",
        abstract: "Delete records that are older than trail_years in config.yaml (6 or more).",
        discussion: "Needs a lead. A record says what was deleted, and the rest can still be verified.")

    @Flag(help: "Delete without asking.")
    var yes = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let years = environment.configuration.trailYears ?? ClaimStore.trailYears
        let first = environment.library.day.adding(months: -12 * years)
        guard yes else {
            throw Refusal("This deletes the records from before \(first) and cannot be undone. Add --yes to do it.")
        }
        let store = try environment.openStore()
        guard try store.examineTrail().isSound else {
            throw Refusal("The audit trail is not intact: nothing was deleted. cleanclaim audit verify says more.")
        }
        let count = try store.pruneTrail(before: Today.start(of: first))
        guard count > 0 else { throw Refusal("No record is from before \(first).") }
        Console.say("Deleted \(counted(count, "record")) from before \(first).")
    }
}
