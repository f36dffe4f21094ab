import ArgumentParser
import ClaimExchange
import ClaimModel
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
        let around = try Surroundings(options)
        let found = try ClaimFinder(around).storedClaim(claim)
        do {
            let store = try ClaimStore(folder: around.folders.data)
            let lock = try store.lock(found)
            defer { lock.release() }
            try correct(try store.claim(found, in: around.parsing), in: store, around)
        } catch let fault as StoreFault {
            throw Refusal(fault.description)
        }
    }

    private func correct(_ record: ClaimRecord, in store: ClaimStore, _ around: Surroundings) throws {
        let account = record.draft.identity.account.text
        let answers = try store.answers(to: record.id).compactMap { ClaimAnswer(stored: $0, account: account) }
        let history = try store.history(ofPatient: record.draft, in: around.parsing)
        let context = around.context(for: record.draft, history: history)
        let ways = Correction.ways(for: record.draft, status: record.status, answers: answers, in: context)
        guard !ways.isEmpty else {
            throw Refusal("\(account) is \(record.status.rawValue) and has no answer: nothing says that it was sent.")
        }
        guard let chosen = way.map({ way in ways.first { $0.frequency == way.frequency } }) ?? ways.first else {
            throw Refusal("\(account) cannot be sent again so. \(ways[0].reason)")
        }
        Console.print("\(account): \(chosen.label). \(chosen.reason)")
        guard !dryRun else { return }
        var corrected = record
        corrected.draft.correct(as: chosen, after: answers, in: around.parsing)
        let findings = around.findings(on: corrected.draft, in: around.context(for: corrected.draft, history: history))
        corrected.status = Verdict(of: findings, on: corrected.draft).status
        corrected.tally = Tally(findings, on: corrected.draft)
        try store.keepSentVersion(of: record.id)
        try store.save(corrected)
        Console.say("\(account) is \(corrected.status.rawValue) now. Mend what was answered, then mark it ready.")
    }
}
