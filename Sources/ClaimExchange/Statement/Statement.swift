public import ClaimModel
public import ClaimRules
import TextKit

/// What the patient owes of a claim, on paper: the practice, the patient, each service with what was charged, paid and taken
/// off, and the sum to pay.
///
/// It has what the claim holds and what the payers decided, and names no finding and no diagnosis.
public struct Statement: Sendable {
    /// At least one.
    public let pages: [Page]
    /// What is to be paid, in cents.
    public let owed: Int

    /// - Parameters:
    ///   - answers: what payers have answered to the claim, the earliest first.
    ///   - status: where the claim is; `nil` for what the answers say.
    ///   - settlement: what payers have decided, as the store has it; `nil` for what the answers say.
    ///   - payments: what the patient has paid since, in cents.
    ///   - style: masked, it hides who the patient and the people are.
    public init(
        of draft: ClaimDraft, in context: Context, answers: [ClaimAnswer], status: ClaimStatus? = nil,
        settlement: ClaimSettlement? = nil, payments: Int = 0, style: Summary.Style = Summary.Style()
    ) {
        let claim = ShownClaim(of: draft, in: context, style)
        let decision = Adjudication(of: answers, to: draft).answer
        let sums = StatementSums(
            of: draft, status: status ?? decision?.status ?? .submitted,
            settlement: settlement ?? ClaimSettlement(of: answers, to: draft), payments: payments)
        owed = sums.patient
        // What was taken back is decided no more.
        let own = sums.isDecided ? decision : nil
        let later = sums.isDecided ? answers.afterCrossing(of: draft) : nil
        let services = claim.services(later ?? own, after: later == nil ? nil : own)
        pages = [claim.addressee, services, sums.section, claim.remittanceSlip(owed)]
            .paginated(in: claim.statementFrame)
    }

    /// The pages as a printer takes them: lines end in a line feed, pages are parted by form feeds.
    public var text: String { pages.text }
}

extension ShownClaim {
    fileprivate var addressee: Section {
        let name = joined([.patientFirstName, .patientMiddleName, .patientLastName])
        return Section(
            inMargin: "TO",
            [name ?? Blank.line(30)] + (address(.patient) ?? Blank.line(50)).wrapped(to: Paper.textColumns)
                + ["", "Account: \(text(.account) ?? Blank.line(14))"]
                + [text(.payerName).map { "Insurance: \($0)" }].compactMap(\.self))
    }

    /// A line for each service; what payers paid and the last one decided of it where their lines say so.
    ///
    /// - Parameter earlier: of a payer that crossed the claim over to the last one.
    fileprivate func services(_ answer: ClaimAnswer?, after earlier: ClaimAnswer?) -> Section {
        let (decided, before) = (lines(of: answer), lines(of: earlier))
        let head = amounts("Date", "Service", ["Charge", "Paid", "Adjusted", "Your share"])
        let rows = draft.lines.indices.map { row in
            var cells = [text(.lineCharge, row: row) ?? "", "", "", ""]
            if let line = decided[row], let charge = draft.lines[row].charge.value?.cents {
                let owed = line.adjustments.patientsShare
                let paid = (line.paid ?? 0) + (before[row]?.paid ?? 0) + draft.paidEarlier(on: draft.lines[row])
                let isDenied = paid == 0 && owed == 0
                let adjusted = isDenied ? line.adjustments.takenOff(paid: 0) : charge - paid - owed
                cells = [charge, paid, adjusted, owed].map(Statement.amount)
            }
            return [amounts(text(.lineFrom, row: row) ?? "", text(.lineProcedure, row: row) ?? "", cells)]
        }
        return Section("SERVICES", [[head]] + rows)
    }

    private func lines(of answer: ClaimAnswer?) -> [Int: AnsweredLine] {
        var decided: [Int: AnsweredLine] = [:]
        for line in answer?.lines ?? [] {
            if let row = line.row(in: draft, after: Set(decided.keys)) { decided[row] = line }
        }
        return decided
    }

    fileprivate func remittanceSlip(_ owed: Int) -> Section {
        var section = Section(
            "RETURN WITH YOUR PAYMENT",
            [
                [
                    "",
                    Paper.ends(
                        "  Account \(text(.account) ?? Blank.line(14))", "Amount due \(Money(cents: owed).currency)"),
                    "",
                    "  " + Blank.labeled("Amount paid", 30) + "  " + Blank.labeled("Date", 28),
                ]
            ])
        section.staysWithPrevious = true
        return section
    }

    fileprivate var statementFrame: PageFrame {
        let notice = mask == nil ? "" : "IDENTITIES HIDDEN"
        let phone = text(.billingPhone).map { "Questions: \($0)" } ?? ""
        return PageFrame(
            head: [
                Paper.ends("STATEMENT", "\(context.today)"),
                Paper.ends(joined([.billingFirstName, .billingName]) ?? Blank.line(40), phone),
                (address(.billing) ?? "").clipped(to: Paper.columns), Paper.rule("="),
            ],
            foot: { number, count in
                [Paper.rule(), Paper.ends("CleanClaim  \(notice)", "page \(number) of \(count)")]
            })
    }

    /// Two texts, and amounts below one another.
    private func amounts(_ date: String, _ service: String, _ cells: [String]) -> String {
        let start = "  " + date.padded(to: 12) + service.clipped(to: 20).padded(to: 20)
        return cells.reduce(start) { $0 + $1.aligned(to: 11, gap: 1) }
    }
}

extension Statement {
    fileprivate static func amount(_ cents: Int) -> String { Money(cents: cents).description }
}

extension ClaimDraft {
    fileprivate func paidEarlier(on line: ServiceLine) -> Int {
        earlierDecisions.reduce(0) { $0 + ($1.decision(on: line).paid.value?.cents ?? 0) }
    }
}
