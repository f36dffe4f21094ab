import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct StoreMigrateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "migrate",
        abstract: "Copy the records and the keyring from the data folder to a server, or back.",
        discussion: """
            Every row is copied sealed and then compared with what it was copied from; what is copied from stays as it is. Close \
            every window first. Afterwards store in config.yaml decides which of the two is used.
            """)

    @Option(help: "Copy to this server: a connection string, as \"host=db.example.org dbname=billing\".")
    var toServer: String?

    @Flag(help: "Copy from the server of config.yaml to the data folder, which must have no records.")
    var toFolder = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        guard (toServer != nil) != toFolder else { throw ValidationError("Name one: --to-server or --to-folder.") }
    }

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let folder = environment.library.folders.data
        if let toServer {
            let server = try server(toServer)
            let migration = Migration(folder: folder, server: server)
            if try migration.isBegun() { Console.say("Going on with the copy that was interrupted.") }
            let claims = try migration.toServer()
            Console.say(
                "\(counted(claims, "claim")) copied and compared. Write this into config.yaml to use the server:")
            Console.print("store: \"\(toServer)\"")
        } else {
            guard let server = environment.configuration.server else {
                throw Refusal("config.yaml names no server (store): there is nothing to copy from.")
            }
            let claims = try Migration(folder: folder, server: server).toFolder()
            Console.say(
                "\(counted(claims, "claim")) copied and compared. Delete store from config.yaml to use the data folder."
            )
        }
    }

    private func server(_ text: String) throws -> ServerAddress {
        do throws(ServerAddress.Fault) {
            return try ServerAddress(setting: text)
        } catch {
            throw Refusal("--to-server: \(error.description)")
        }
    }
}
