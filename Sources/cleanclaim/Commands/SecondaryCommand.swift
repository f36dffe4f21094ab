import ArgumentParser
import ClaimExchange
import ClaimModel
import ClaimRules
import ClaimStore
import Foundation

struct SecondaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secondary",
        abstract: "Begin the claim to the second payer from what the primary answered.",
        discussion: """
            A new draft: the other insurance becomes the payer, the primary becomes the other payer with what its \
            remittance says (answers takes it in): paid amounts, adjustments, date and claim number. The primary's claim \
            is not touched. Where it was begun before, nothing is, unless --again is given. Exit status: 0 the draft adds up, 1 it has errors to mend, 2 there can be none.
            """)

    @Argument(help: "The primary's claim: account number or id.")
    var claim: String

    @Flag(help: "Only tell what would be begun.")
    var dryRun = false

    @Flag(help: "Begin it once more where the store has it already.")
    var again = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let around = try Surroundings(options)
        let primary = try ClaimFinder(around).claim(claim).draft
        do {
            let store = try ClaimStore(folder: around.folders.data)
            let answers = try store.answers(to: primary)
            let secondary = try SecondaryClaim(
                after: primary, answered: answers, id: UUID().uuidString.lowercased(), in: around.parsing)
            if !again, let earlier = try store.earlierSecondary(like: secondary.draft, in: around.parsing) {
                throw Refusal(
                    "Claim \(earlier) is the one to \(secondary.draft.payer.name.text) for these lines already: open that "
                        + "one. --again begins another.")
            }
            let draft = dryRun ? secondary.draft : secondary.numbered(try store.nextAccountNumber(), in: around.parsing)
            let record = around.record(of: draft)
            if !dryRun { try store.save(record) }
            report(draft, secondary.notices, around)
            if record.tally.errors > 0 { throw Refusal(status: Status.errorsFound) }
        } catch let fault as StoreFault {
            throw Refusal(fault.description)
        } catch let obstacle as SecondaryClaim.Obstacle {
            throw Refusal(obstacle.description)
        }
    }

    private func report(_ draft: ClaimDraft, _ notices: [String], _ around: Surroundings) {
        let account = draft.identity.account.text
        Console.print("\(dryRun ? "would begin a claim" : account) to \(draft.payer.name.text), payer order S")
        let decided = [Field.adjudicationPaid, .adjudicationDate, .adjudicationPayment].filter {
            !draft.text(at: Place($0)).isEmpty
        }
        if !decided.isEmpty {
            let texts = decided.map { "\($0.label.lowercased()) \(draft.text(at: Place($0)))" }
            Console.print("  from the remittance: \(texts.joined(separator: ", "))")
        }
        for row in draft.lines.indices {
            guard let balance = LineBalance(of: draft.lines[row]) else { continue }
            Console.print("  line \(row + 1) \(draft.lines[row].procedure.text): \(balance.words)")
        }
        for notice in notices { Console.print("  \(notice)") }
        let findings = around.findings(on: draft, in: around.context(for: draft))
        for finding in findings where finding.severity == .error && !(dryRun && finding.place.field == .account) {
            Console.print("  \(finding.rule.id) \(finding.message)")
        }
    }
}
