import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimOffice
import ClaimStore

struct BatchesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "batches",
        abstract: "List the files of claims that were sent, and what was answered to them.",
        discussion: """
            With the number of one (its interchange control number) its claims are listed: what was answered to this \
            sending, and where each claim stands now. Of a claim the account number is named, no identities.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable {
        case text, json
    }

    @Argument(help: "The interchange control number of a file.")
    var number: Int?

    @Flag(help: "Make the claims of a rejected file ready again against which nothing was said.")
    var again = false

    @Option(help: "How the list is written.")
    var format = Format.text

    @OptionGroup var options: CommonOptions

    func validate() throws {
        if again, number == nil { throw ValidationError("--again is about one file: give its number.") }
    }

    func run() throws {
        let store = try Environment(options).recoveredOffice().store
        let batches = try store.sentBatches()
        guard let number else { return print(batches) }
        // Numbers begin anew after 999,999,999; the latest is meant.
        guard let batch = batches.first(where: { $0.file.interchange == number }) else {
            throw Refusal("No file of this number was sent from here.")
        }
        if again { return say(try store.readyBystanders(ofFile: batch.id)) }
        print(batch, try store.sentClaims(ofBatch: batch.id))
    }

    private func say(_ claims: (ready: [String], open: [String])) {
        if claims.ready.isEmpty {
            Console.say("No claim of this file was rejected only for standing beside another: nothing is made ready.")
        }
        for account in claims.ready { Console.say("Claim \(account) is ready again.") }
        for account in claims.open { Console.say("Claim \(account) is open in another window; close it there first.") }
    }

    private func print(_ batches: [SentBatch]) {
        switch format {
        case .text: Console.print(BatchReport.text(batches, glyphs: Console.glyphs))
        case .json: Console.print(BatchReport.json(batches))
        }
    }

    private func print(_ batch: SentBatch, _ claims: [SentClaim]) {
        switch format {
        case .text: Console.print(BatchReport.text(batch, claims, glyphs: Console.glyphs))
        case .json: Console.print(BatchReport.json(batch, claims))
        }
    }
}
