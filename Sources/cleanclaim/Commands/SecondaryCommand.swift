import ArgumentParser
import ClaimModel
import ClaimOffice
import ClaimRules

struct SecondaryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "secondary",
        abstract: "Start the claim to the next payer from the remittance of the one before.",
        discussion: """
            A new draft: the secondary, or after a secondary claim the third plan, becomes the payer; the payer before \
            becomes another plan with the paid amounts, adjustments, date and claim number of its remittance (read with \
            answers). If the primary crossed the claim over and the secondary has answered, too, the claim is tertiary. \
            The claim before is not changed. If there is already a claim to that payer, none is started, unless --again is given. Exit status: \
            0 the draft has no errors, 1 it has errors to fix, 2 it could not be started.
            """)

    @Argument(help: "The claim to the payer before: account number or id.")
    var claim: String

    @Flag(help: "Show the claim; start none.")
    var dryRun = false

    @Flag(help: "Start another if there is one.")
    var again = false

    @OptionGroup var options: CommonOptions

    func run() throws {
        let environment = try Environment(options)
        let before = try environment.claim(named: claim).draft
        let office = try environment.office()
        let begun: BegunNextClaim
        do throws(NextPayerFault) {
            begun = try office.billNextPayer(
                after: before, NextPayerOptions(isDryRun: dryRun, beginsAgain: again))
        } catch {
            throw Refusal(message(of: error))
        }
        report(begun)
        if begun.judged.verdict.errors > 0 { throw Refusal(status: Status.errorsFound) }
    }

    private func message(of fault: NextPayerFault) -> String {
        switch fault {
        case .obstacle(let obstacle): obstacle.description
        case .begunBefore(let claim, let payer):
            "Claim \(claim) to \(payer) already has these lines. Open that one; --again starts another."
        case .store(let fault): fault.message
        }
    }

    private func report(_ begun: BegunNextClaim) {
        let draft = begun.judged.draft
        let account = draft.identity.account.text
        Console.print(
            "\(dryRun ? "would start a claim" : account) to \(draft.payer.name.text), payer order \(draft.payer.order.text)"
        )
        guard let last = draft.orderOfPayer.earlier.last else { return }
        let decided = [last.paid, last.date, last.payment].filter { !draft.text(at: Place($0)).isEmpty }
        if !decided.isEmpty {
            let texts = decided.map { "\($0.label.lowercased()) \(draft.text(at: Place($0)))" }
            Console.print("  from the remittance: \(texts.joined(separator: ", "))")
        }
        for row in draft.lines.indices {
            guard let balance = LineBalance(of: draft.lines[row], decided: last.decision(on: draft.lines[row])) else {
                continue
            }
            Console.print("  line \(row + 1) \(draft.lines[row].procedure.text): \(balance.text)")
        }
        for notice in begun.notices { Console.print("  \(notice)") }
        for finding in begun.judged.findings
        where finding.severity == .error && !(dryRun && finding.place.field == .account) {
            Console.print("  \(finding.rule.id) \(finding.message)")
        }
    }
}
