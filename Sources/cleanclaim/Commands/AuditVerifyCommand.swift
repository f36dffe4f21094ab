import ArgumentParser
import ClaimModel
import ClaimStore

struct AuditVerifyCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "verify",
        abstract: "Check that every record is there as it was written, and every claim as its last record left it.",
        discussion: """
            Names the first bad record of each desk: changed, missing, moved or cut off. Exit status: 0 nothing is wrong, \
            1 something is, 2 the trail cannot be read.
            """)

    @OptionGroup var options: CommonOptions

    func run() throws {
        let found = try Environment(options, namesPolicyFaults: false).openStore().examineTrail()
        Console.print(AuditVerifyCommand.lines(found).joined(separator: "\n"))
        guard found.isSound else { throw Refusal(status: Status.errorsFound) }
    }

    static func lines(_ found: TrailExamination) -> [String] {
        guard !found.isSound else { return ["Audit trail: \(counted(found.records, "record")), all intact."] }
        return ["Audit trail: \(counted(found.records, "record")), not intact."]
            + found.flaws.prefix(100).map { "\($0)." }
            + (found.flaws.count > 100 ? ["\(found.flaws.count - 100) more."] : [])
    }
}
