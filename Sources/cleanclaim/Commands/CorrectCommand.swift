import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore

struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Start a corrected claim (7), void (8) or new claim (1).",
        discussion: """
            For a claim that was submitted. It becomes a corrected claim (frequency 7) with the payer's claim \
            number from its response if the payer accepted it and accepts corrected claims, else a new claim (frequency 1); \
            --as chooses another way, --as void cancels it. The submitted version is kept: diff shows what changed. \
            Exit status: 0 done, 2 not done.
            """)

    enum Way: String, ExpressibleByArgument, CaseIterable {
        case replacement, new, void

        var frequency: FrequencyCode {
            switch self {
            case .replacement: .replacement
            case .new: .original
            case .void: .void
            }
        }
    }

    @Argument(help: "An account number, or a claim's id.")
    var claim: String

    @Option(name: .customLong("as"), help: "What it becomes, if not what the payer and its response suggest.")
    var way: Way?

    @Flag(help: "Show what it would become; change nothing.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options).office()
        let claim = try office.correctable(try office.find(self.claim).id)
        let account = claim.record.draft.identity.account.text
        guard !claim.ways.isEmpty else {
            throw Refusal(
                "\(account) is \(claim.record.status.rawValue) and has no response: it was not submitted yet.")
        }
        guard let chosen = way.map({ way in claim.ways.first { $0.frequency == way.frequency } }) ?? claim.ways.first
        else {
            throw Refusal("\(account) cannot be resubmitted that way. \(claim.ways[0].reason)")
        }
        Console.print("\(account): \(chosen.label). \(chosen.reason)")
        guard !dryRun else { return }
        let corrected = try office.correct(claim, as: chosen)
        Console.say("\(account) is \(corrected.status.rawValue) now. \(chosen.task)")
    }
}
