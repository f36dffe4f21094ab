import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct StoreSalvageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "salvage",
        abstract: "Recover every readable claim from a damaged database.",
        discussion: """
            Without a file, reads the database that was replaced last. A claim is taken in if the store does not have it, or has \
            an earlier state of it; with --to, all are written to a new file as JSON, which import reads, and the store stays as it is. The damaged file \
            is not touched.
            """)

    @Argument(help: "A damaged database.", completion: .file(extensions: ["db"]))
    var file: String?

    @OptionGroup var output: ExportOptions

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let library = environment.library
        guard let source = file ?? ClaimStore.replacedDatabases(in: library.folders.data).first else {
            throw Refusal("No database was replaced. Name the damaged file.")
        }
        let salvage =
            output.to == nil
            ? try take(source, into: environment.openStore(), environment) : try write(source, environment)
        guard salvage.damaged.isEmpty else {
            let numbers = salvage.damaged.prefix(20).map(String.init).joined(separator: ", ")
            Console.say("\(counted(salvage.damaged.count, "row")) cannot be read: \(numbers).")
            throw Refusal(status: Status.errorsFound)
        }
    }

    private func write(_ source: String, _ environment: Environment) throws -> Salvage {
        let keyring = try environment.keyring()
        var lines: [UInt8] = []
        let salvage = try Salvage(of: source, with: keyring, in: environment.library.parsing) {
            lines += $0.draft.canonicalJSON() + [UInt8(ascii: "\n")]
        }
        try output.put(String(decoding: lines, as: UTF8.self), sealedBy: keyring)
        Console.say("\(counted(salvage.count, "claim")) read.")
        return salvage
    }

    private func take(_ source: String, into store: ClaimStore, _ environment: Environment) throws -> Salvage {
        let parsing = environment.library.parsing
        var (added, updated, open) = (0, 0, 0)
        let salvage = try Salvage(of: source, with: store.keyring, in: parsing) { record throws(StoreFault) in
            do throws(StoreFault) {
                switch try store.take(salvaged: record, in: parsing) {
                case .added: added += 1
                case .updated: updated += 1
                case .known: break
                }
            } catch {
                guard error == .openElsewhere else { throw error }
                open += 1
            }
        }
        Console.say(
            "\(counted(salvage.count, "claim")) read: \(added) added, \(updated) updated, the rest already there."
        )
        if open > 0 { Console.say("\(counted(open, "claim")) left out: open in a window. Close it and try again.") }
        return salvage
    }
}
