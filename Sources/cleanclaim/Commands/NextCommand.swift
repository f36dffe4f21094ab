public import ArgumentParser
import ClaimModel
import ClaimOffice
public import ClaimRules
import ClaimStore
import TextKit

struct NextCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "next",
        abstract: "List what can be done with a claim after its answer, do it, or list the queues.",
        discussion: """
            Without a claim, the queues with the number of claims in each; --queue lists the claims of one. With a claim, \
            what can be done with it and why; --appeal, --write-off, --undo, --follow-up, --release, --delete-eob, \
            --patient-paid and --undo-payment do it. To resubmit use correct, to bill the next payer secondary, to bill the patient print --form statement.
            """)

    @Argument(help: "An account number, or a claim's id.")
    var claim: String?

    @Option(help: "List the claims of a queue: \(ClaimQueue.allCases.map(\.rawValue).joined(separator: ", ")).")
    var queue: ClaimQueue?

    @Flag(help: "Mark a denied claim as appealed.")
    var appeal = false

    @Option(help: "Write the balance off, for this reason.")
    var writeOff: String?

    @Flag(help: "Undo a write-off or an appeal.")
    var undo = false

    @Option(help: "Follow up on this date: 2026-12-15, 12/15/2026 or t+14.")
    var followUp: String?

    @Flag(help: "Release the follow-up.")
    var release = false

    @Flag(name: .customLong("delete-eob"), help: "Delete the EOB posted last: posted by mistake.")
    var deleteEOB = false

    @Option(help: "Record a payment of the patient, in dollars: 30 or 30.00; with --how.")
    var patientPaid: String?

    @Option(help: "How the patient paid: cash, card, or \"check 1234\".")
    var how: String?

    @Option(help: "When the patient paid, if not today.")
    var paidOn: String?

    @Flag(name: .customLong("undo-payment"), help: "Undo the patient payment recorded last.")
    var undoPayment = false

    @OptionGroup var options: CommonOptions

    func validate() throws {
        let given = [
            appeal, undo, release, deleteEOB, writeOff != nil, followUp != nil, patientPaid != nil, undoPayment,
        ].count { $0 }
        guard given <= 1 else { throw ValidationError("Give one step at a time.") }
        guard given == 0 || claim != nil else { throw ValidationError("Name the claim.") }
        guard queue == nil || claim == nil else { throw ValidationError("Name a claim or a queue, not both.") }
        guard (patientPaid == nil) == (how == nil), patientPaid != nil || paidOn == nil else {
            throw ValidationError("--patient-paid, --how and --paid-on belong together: --patient-paid 30 --how cash.")
        }
        if let writeOff, writeOff.allSatisfy(\.isWhitespace) { throw ValidationError("--write-off: give a reason.") }
    }

    func run() throws {
        let office = try Environment(options).office()
        guard let claim else { return try listQueues(office) }
        let id = try office.find(claim).id
        guard let step = try step(office.parsing) else { return try listSteps(of: id, office) }
        Console.print(try office.take(step, on: id))
    }

    private func step(_ context: ParsingContext) throws -> OfficeStep? {
        if appeal { return .appeal }
        if undo { return .reopen }
        if release { return .followUp(nil) }
        if deleteEOB { return .unpost }
        if undoPayment { return .undoPatientPayment }
        if let patientPaid { return .patientPaid(try payment(patientPaid, context)) }
        if let writeOff { return .writeOff(reason: writeOff) }
        guard let followUp else { return nil }
        guard let day = try? Day(parsing: followUp, in: context) else {
            throw Refusal("--follow-up: \(followUp) is not a date. Write it as 2026-12-15 or t+14.")
        }
        return .followUp(day)
    }

    private func payment(_ amount: String, _ context: ParsingContext) throws -> PatientPayment {
        guard let cents = (try? Money(parsing: amount, in: context))?.cents else {
            throw Refusal("--patient-paid: \(amount) is not an amount. Write it as 30 or 30.00.")
        }
        guard let means = PatientPayment.means(in: how ?? "") else {
            throw Refusal("--how: write cash, card, or \"check 1234\".")
        }
        let day = try paidOn.map { text in
            guard let day = try? Day(parsing: text, in: context) else {
                throw Refusal("--paid-on: \(text) is not a date. Write it as 2026-11-20.")
            }
            return day
        }
        return PatientPayment(cents, on: day ?? context.today, by: means.method, number: means.number)
    }

    private func listSteps(of id: String, _ office: Office) throws {
        let next = try office.nextSteps(of: id)
        let lines = next.steps.flatMap { ["\($0.label)", "    \($0.reason)"] }
        Console.print((["\(next.account) is \(next.status.rawValue)."] + lines).joined(separator: "\n"))
    }

    private func listQueues(_ office: Office) throws {
        guard let queue else {
            let listed = try office.worklist().claims.filter { $0.summary.status != .deleted }
            let lines = ClaimQueue.allCases.map { queue in
                "\(queue.rawValue.padded(to: 14))\(listed.count { $0.queues.contains(queue) })  \(queue.title)"
            }
            let unknown = listed.count { $0.appeal == .unknown && !$0.summary.handling.isArchived }
            let note =
                unknown == 0
                ? []
                : [
                    "",
                    "Time to appeal unknown: \(counted(unknown, "denied claim")). State appeal_days in the payer's policy, as the "
                        + "denial letter says.",
                ]
            return Console.print((lines + note).joined(separator: "\n"))
        }
        let lines = try office.claims(in: queue).filter { $0.summary.status != .deleted }.map { claim in
            let summary = claim.summary
            let facts = [
                summary.account, summary.status.rawValue, summary.day?.iso ?? "",
                Money(cents: summary.charge).currency,
                summary.patientPart,
                claim.daysToAppeal.map { "\(counted($0, "day")) to appeal" } ?? "",
                summary.handling.followUp.map { "follow up \($0.iso)" } ?? "",
            ]
            return facts.filter { !$0.isEmpty }.joined(separator: "  ")
        }
        Console.print(lines.isEmpty ? "No claim is in this queue." : lines.joined(separator: "\n"))
    }
}

extension ListedClaim {
    fileprivate var daysToAppeal: Int? { if case .days(let days)? = appeal { days } else { nil } }
}

extension ClaimSummary {
    /// `patient $30.00`, `patient $30.00, paid $10.00`; blank where no payer has decided.
    fileprivate var patientPart: String {
        guard let settlement else { return "" }
        let paid = course.payments.map(\.payment).total
        return "patient \(Money(cents: settlement.patientOwes).currency)"
            + (paid > 0 ? ", paid \(Money(cents: paid).currency)" : "")
    }
}

extension ClaimQueue: ExpressibleByArgument {}
