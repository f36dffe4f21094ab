import Foundation
import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct StoreStatusCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "status", abstract: "Say where the records are, and what a saved claim survives there.")

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let store = try environment.openStore()
        let claims = counted(try store.claimCount(), "claim")
        guard let server = try store.serverStatus() else {
            return Console.print(
                """
                Records: \(environment.place.folder.path), \(claims).
                Saved: on the disk of this machine before it is said to be saved.
                """)
        }
        Console.print(StoreStatusCommand.lines(server, claims).joined(separator: "\n"))
    }

    static func lines(_ server: ServerStatus, _ claims: String) -> [String] {
        let line = server.isLocal ? "this machine" : server.isEncrypted ? "TLS" : "not encrypted"
        let tables = server.tables.found.map(String.init) ?? "none"
        return [
            "Records: PostgreSQL \(server.version) at \(server.host) (\(line)), \(claims), "
                + "\(server.size / 1_048_576) MB.",
            "Tables: version \(tables), this program's is \(server.tables.wanted).",
            "Saved: \(saving(server))",
            "Open: \(counted(server.openClaims, "claim")) on the desks.",
            server.isReadOnly ? "Role: may only read." : "Role: may write.",
        ]
    }

    /// What a loss of power leaves (PostgreSQL, "synchronous_commit").
    private static func saving(_ server: ServerStatus) -> String {
        switch (server.commit, server.standbys.isEmpty) {
        case ("off", _): "said before it is on a disk: the last half second may be lost. Set synchronous_commit to on."
        case ("local", _), (_, true):
            "on the disk of this server before it is said to be saved; no standby is waited for."
        case ("remote_write", _):
            "on the disk of this server, and in the memory of a standby, before it is said to be saved."
        default: "on the disks of this server and of a standby before it is said to be saved."
        }
    }
}
