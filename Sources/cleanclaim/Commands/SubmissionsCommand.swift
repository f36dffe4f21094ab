import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimStore

struct SubmissionsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "submissions",
        abstract: "List the submitted files and their responses.",
        discussion: """
            With the number of a file (its interchange control number), lists its claims: the response to this submission, \
            and the claim's status now. Claims are identified by account number only. Earlier versions called this \
            command batches, which still works.
            """,
        aliases: ["batches"])

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The interchange control number of a file.")
    var number: Int?

    @Flag(help: "In a rejected file, mark ready again the claims with no error of their own.")
    var again = false

    @Option(help: "The output format.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if again, number == nil { throw ValidationError("--again needs the number of a file.") }
    }

    func run() throws {
        let store = try Environment(options).recoveredOffice().store
        let files = try store.sentBatches()
        guard let number else { return print(files) }
        // Numbers start again after 999,999,999; this finds the latest.
        guard let file = files.first(where: { $0.file.interchange == number }) else {
            throw Refusal("No file with number \(number) was submitted from here.")
        }
        if again { return report(try store.readyBystanders(ofFile: file.id)) }
        print(file, try store.sentClaims(ofBatch: file.id))
    }

    private func report(_ claims: (ready: [String], open: [String])) {
        if claims.ready.isEmpty {
            Console.say("No claim of this file was rejected only because of another one. Nothing was marked ready.")
        }
        for account in claims.ready { Console.say("Claim \(account) is ready again.") }
        for account in claims.open { Console.say("Claim \(account) is open in another window. Close it there first.") }
    }

    private func print(_ files: [SentBatch]) {
        switch format {
        case .text: Console.print(BatchReport.text(files, glyphs: Console.glyphs))
        case .json: Console.print(BatchReport.json(files))
        }
    }

    private func print(_ file: SentBatch, _ claims: [SentClaim]) {
        switch format {
        case .text: Console.print(BatchReport.text(file, claims, glyphs: Console.glyphs))
        case .json: Console.print(BatchReport.json(file, claims))
        }
    }
}
