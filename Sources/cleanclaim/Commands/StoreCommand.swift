import ArgumentParser

struct StoreCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "store",
        abstract: "Back up, check, restore and protect the database of claims.",
        discussion: """
            The workstation makes a backup on each day on which it is used, and keeps the last seven. Copy the folder backups \
            to another disk: a backup on the same disk is lost with the disk.
            """,
        subcommands: [
            StoreStatusCommand.self, StoreBackupCommand.self, StoreCheckCommand.self, StoreRestoreCommand.self,
            StoreSalvageCommand.self, StoreMigrateCommand.self, StoreProtectCommand.self, StoreRecoveryKeyCommand.self,
            StoreRecoverCommand.self, StoreRekeyCommand.self,
        ])
}
