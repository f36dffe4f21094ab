import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimStore

struct StoreSalvageCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "salvage",
        abstract: "Take every readable claim out of a damaged database.",
        discussion: """
            Without a file, reads the database that was replaced last. A claim is taken in if the store does not have it, or has \
            an earlier state of it; with --to, all are written to a new file as JSON, which import reads. The damaged file \
            is not touched.
            """)

    @Argument(help: "A damaged database.", completion: .file(extensions: ["db"]))
    var file: String?

    @Option(help: "Write the claims to this new file, and change nothing in the store.", completion: .file())
    var to: String?

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options, namesPolicyFaults: false)
        let library = environment.library
        guard let source = file ?? ClaimStore.replacedDatabases(in: library.folders.data).first else {
            throw Refusal("No database was replaced. Name the damaged file.")
        }
        let salvage = try Salvage(of: source, in: library.parsing)
        let read = "\(counted(salvage.records.count, "claim")) read"
        if let to {
            let lines = salvage.records.map { $0.draft.canonicalJSON() + [UInt8(ascii: "\n")] }
            do {
                try writeFile(lines.flatMap(\.self), to: to)
            } catch {
                throw Refusal(error.message)
            }
            Console.say("\(read), written to \(to).")
        } else {
            try take(salvage, into: environment.openStore(), library, read)
        }
        guard salvage.damaged.isEmpty else {
            let numbers = salvage.damaged.prefix(20).map(String.init).joined(separator: ", ")
            Console.say("\(counted(salvage.damaged.count, "row")) cannot be read: \(numbers).")
            throw Refusal(status: Status.errorsFound)
        }
    }

    private func take(_ salvage: Salvage, into store: ClaimStore, _ library: OfficeLibrary, _ read: String) throws {
        var (added, updated, open) = (0, 0, 0)
        for record in salvage.records {
            do throws(StoreFault) {
                switch try store.take(salvaged: record, in: library.parsing) {
                case .added: added += 1
                case .updated: updated += 1
                case .known: break
                }
            } catch {
                guard error == .openElsewhere else { throw error }
                open += 1
            }
        }
        Console.say("\(read): \(added) added, \(updated) brought up to date, the others were there.")
        if open > 0 { Console.say("\(counted(open, "claim")) left out: open in a window. Close it and try again.") }
    }
}
