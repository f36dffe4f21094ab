import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules
import ClaimStore

struct CorrectCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "correct",
        abstract: "Make a claim that was sent or answered the one to send again.",
        discussion: """
            It becomes a replacement (frequency 7) with the payer's claim number from its answer where the payer took it in \
            and takes replacements, else a new claim (frequency 1); --as chooses otherwise, --as void takes it back. The \
            version that was sent is kept: diff shows what has changed. Exit status: 0 done, 2 not done.
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

    @Option(name: .customLong("as"), help: "What it becomes, where not what its answer and payer advise.")
    var way: Way?

    @Flag(help: "Only say what it would become.")
    var dryRun = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let office = try Environment(options).office()
        let claim = try office.correctable(try office.find(self.claim).id)
        let account = claim.record.draft.identity.account.text
        guard !claim.ways.isEmpty else {
            throw Refusal(
                "\(account) is \(claim.record.status.rawValue) and has no answer: nothing says that it was sent.")
        }
        guard let chosen = way.map({ way in claim.ways.first { $0.frequency == way.frequency } }) ?? claim.ways.first
        else {
            throw Refusal("\(account) cannot be sent again so. \(claim.ways[0].reason)")
        }
        Console.print("\(account): \(chosen.label). \(chosen.reason)")
        guard !dryRun else { return }
        let corrected = try office.correct(claim, as: chosen)
        Console.say("\(account) is \(corrected.status.rawValue) now. Mend what was answered, then mark it ready.")
    }
}
