public import ClaimModel

/// A claim to the secondary payer, made from the primary claim and the primary payer's answer.
///
/// Fields that the remittance fills are marked as coming from it; what is not known stays blank. The primary claim is not
/// changed.
public struct SecondaryClaim: Sendable {
    /// The claim to the next payer, to be completed and checked like any other.
    public private(set) var draft: ClaimDraft
    /// What the person should know before submitting it, one sentence each.
    public private(set) var notices: [String] = []

    /// Why there is none.
    public enum Obstacle: Error, Hashable, Sendable, CustomStringConvertible {
        case notPrimary, noOtherInsurance, takenBack, notDecided

        public var description: String {
            switch self {
            case .notPrimary: "This claim is not primary. A secondary claim starts from the primary claim."
            case .noOtherInsurance:
                "No other insurance on this claim. Enter Y at Other insurance and the second plan first."
            case .takenBack: "The primary reversed its payment (claim status 22). Wait for the new remittance."
            case .notDecided:
                "Not adjudicated: the primary says that the claim is another payer's (claim status 23)."
            }
        }
    }

    /// - Parameters:
    ///   - answers: the answers to the primary claim, the earliest first; without a remittance the amounts are left
    ///     blank, to be entered from paper.
    public init(
        after primary: ClaimDraft, answered answers: [ClaimAnswer], id: String, in context: ParsingContext
    ) throws(Obstacle) {
        guard (primary.payer.order.value ?? .primary) == .primary else { throw .notPrimary }
        guard primary.otherInsurance.exists.value == .yes, !primary.otherInsurance.planName.isEmpty else {
            throw .noOtherInsurance
        }
        let remittance = answers.settled(on: primary).last { $0.kind == .remittance && !$0.isEstimate }
        if remittance?.processed == "22" { throw .takenBack }
        if remittance?.processed == "23" { throw .notDecided }
        draft = primary.renamed(id)
        draft.swapPayers(of: primary, in: context)
        if let remittance {
            take(remittance, in: context)
        } else {
            notices.append("No remittance on file. Enter the amounts from the paper EOB.")
        }
    }
}

extension SecondaryClaim {
    /// The draft under the practice's own number for it.
    public func numbered(_ account: String, in context: ParsingContext) -> ClaimDraft {
        var numbered = draft
        numbered.type(account, at: Place(.account), in: context)
        return numbered
    }

    private mutating func take(_ remittance: ClaimAnswer, in context: ParsingContext) {
        fill(.adjudicationDate, remittance.date?.description, in: context)
        fill(.adjudicationPaid, remittance.paid.map { Money(cents: $0).description }, in: context)
        fill(.adjudicationControlNumber, remittance.payerControlNumber, in: context)
        fill(.adjudicationPayment, remittance.payment, in: context)
        fill(.adjudicationAdjustments, Adjustments.text(of: remittance.adjustments), in: context)
        if remittance.isForwarded {
            fill(.adjudicationForwarded, "Y", in: context)
            let name = remittance.forwardedTo.isEmpty ? "the next payer" : remittance.forwardedTo
            notices.append("The primary crossed the claim over to \(name): this one may be a duplicate.")
        }
        fill(.adjudicationLiability, remittance.owed.map { Money(cents: $0).description }, in: context)
        takeLines(of: remittance, in: context)
    }

    private mutating func takeLines(of remittance: ClaimAnswer, in context: ParsingContext) {
        guard !remittance.lines.isEmpty else { return }
        var rows: [Int: [AnsweredLine]] = [:]
        for line in remittance.lines {
            let row = line.row(in: draft, after: Set(rows.keys)) ?? line.row(in: draft, after: [])
            guard let row else {
                notices.append("The remittance has a line \(line.procedure) that is not on the claim.")
                continue
            }
            rows[row, default: []].append(line)
        }
        for row in draft.lines.indices {
            let answered = rows[row] ?? []
            if let only = answered.first, answered.count == 1 {
                take(only, row: row, in: context)
            } else {
                notices.append(
                    answered.isEmpty
                        ? "The remittance has nothing for line \(row + 1)."
                        : "The remittance splits line \(row + 1) into \(answered.count). Enter their sum.")
            }
        }
    }

    private mutating func take(_ line: AnsweredLine, row: Int, in context: ParsingContext) {
        let billed = draft.lines[row]
        fill(.linePrimaryPaid, row: row, line.paid.map { Money(cents: $0).description }, in: context)
        fill(.linePrimaryAdjusted, row: row, Adjustments.text(of: line.adjustments), in: context)
        let owed = line.adjustments.patientsShare
        if owed > 0 { fill(.linePrimaryLiability, row: row, Money(cents: owed).description, in: context) }
        if line.procedure != billed.procedure.value?.text {
            fill(.linePrimaryProcedure, row: row, line.procedure, in: context)
        }
        if let units = line.units, Field.lineUnits.value(of: units, in: context) != billed.units.value?.description {
            fill(.linePrimaryUnits, row: row, units, in: context)
        }
    }

    private mutating func fill(_ field: Field, row: Int = 0, _ text: String?, in context: ParsingContext) {
        guard let text, !text.isEmpty else { return }
        draft.type(text, at: Place(field, row: row), in: context)
        draft.defaulted.insert(field.id)
    }
}

extension ClaimAnswer {
    /// Whether the payer says that another payer has the claim already: its status, or MA07, MA18, N89.
    public var isForwarded: Bool {
        let remarks: [AnswerCode] = ["MA07", "MA18", "N89"].map { .denial(.rarc($0)) }
        return ["19", "20", "21"].contains(processed) || !forwardedTo.isEmpty
            || (codes + lines.flatMap(\.codes)).contains(where: remarks.contains)
    }

    /// Patient responsibility by the adjustments of the claim as a whole, or where only the claim has one; else `nil`.
    fileprivate var owed: Int? {
        if adjustments.patientsShare > 0 { return adjustments.patientsShare }
        return lines.isEmpty ? patientResponsibility : nil
    }

    /// A predetermination says what would be paid.
    fileprivate var isEstimate: Bool { processed == "25" }
}

extension [Adjustment] {
    /// Patient responsibility, in cents.
    public var patientsShare: Int { reduce(0) { $1.group == "PR" ? $0 + $1.cents : $0 } }
}
