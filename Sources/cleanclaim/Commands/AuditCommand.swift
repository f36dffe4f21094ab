import ArgumentParser

struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit",
        abstract: "Verify and show the audit trail: who did what, and when.",
        discussion: """
            Every change of a claim, and every reading, printing and export, is a record that nobody can change unnoticed. \
            The foot of each printed summary names the record of its printing.
            """,
        subcommands: [AuditVerifyCommand.self, AuditShowCommand.self, AuditPruneCommand.self])
}
