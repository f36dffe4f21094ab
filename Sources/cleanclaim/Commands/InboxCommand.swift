import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import TextKit

struct InboxCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "inbox",
        abstract: "List the files of the clearinghouse that came in, and take the responses.",
        discussion: """
            Lists the folder that the clearinghouse's program fills: what each file is, and what it says or would do. --take \
            takes every new response (835, 277CA, 999, TA1, 271), each once, and moves it to the archive; with names, these \
            files alone. Claims (837P, CSV, JSON) are imported with --import and their names. A file that is still being \
            written waits.
            """)

    @Argument(help: "Names of files in the inbox, or paths of others.", completion: .file())
    var files: [String] = []

    @Flag(help: "Take the new responses, or the files that are named.")
    var take = false

    @Flag(help: "Take the files that are named although another file had the same interchange.")
    var again = false

    @Flag(name: .customLong("import"), help: "Import the claims of the files that are named.")
    var imports = false

    @Flag(help: "Delete what the archive and the outbox have had for the days that config.yaml sets.")
    var empty = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if imports, files.isEmpty { throw ValidationError("--import needs the names of files.") }
        if again, !take || files.isEmpty { throw ValidationError("--again needs --take and the names of files.") }
        if [take, imports, empty].count(where: { $0 }) > 1 {
            throw ValidationError("--take, --import and --empty each need a call of their own.")
        }
        if !files.isEmpty, !take, !imports { throw ValidationError("With names, give --take or --import.") }
    }

    func run() throws {
        let environment = try Environment(options)
        let office = try environment.recoveredOffice()
        let inbox = Inbox(office)
        inbox.prepare()
        if empty {
            let done = try office.emptyFolders()
            return (done.isEmpty ? ["Nothing to delete."] : done).forEach(Console.say)
        }
        let paths = files.map { $0.contains("/") ? environment.library.folders.path($0) : "\(inbox.folder)/\($0)" }
        if imports { return try report(paths.map { inbox.importClaims($0) }) }
        guard take else { return list(try inbox.entries(), of: inbox.folder) }
        try report(files.isEmpty ? try inbox.takeAll() : try paths.map { try inbox.take($0, evenIfRepeated: again) })
    }

    private func list(_ entries: [InboxEntry], of folder: String) {
        if entries.isEmpty { Console.say("No files in \(folder).") }
        for entry in entries {
            Console.print("\(entry.name)  \(entry.kind.rawValue)  \(entry.state.rawValue)  \(entry.message)")
        }
    }

    private func report(_ results: [InboxResult]) throws {
        if results.isEmpty { Console.say("No new response in the inbox.") }
        for result in results {
            Console.say(([result.headline] + result.details).joined(separator: " "))
            for item in result.answers?.items ?? [] {
                switch item {
                case .report(let report, _): Console.write(report.text(Console.glyphs))
                case .payment(let payment): Console.say("\(result.name): \(payment.text).")
                case .message(let message) where message != result.headline: Console.say(message)
                case .message: break
                }
            }
        }
        if results.contains(where: { !$0.isTaken }) { throw Refusal(status: Status.failed) }
        if results.contains(where: \.hasRefusals) { throw Refusal(status: Status.errorsFound) }
    }
}
