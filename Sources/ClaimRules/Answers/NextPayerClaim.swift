public import ClaimModel

/// A claim to the next payer, made from the claim to the one before and that payer's answer.
///
/// Fields that the remittance fills are marked as coming from it; what is not known stays blank. The claim before is not
/// changed.
public struct NextPayerClaim: Sendable {
    /// The claim to the next payer, to be completed and checked like any other.
    public private(set) var draft: ClaimDraft
    /// What the person should know before submitting it, one sentence each.
    public private(set) var notices: [String] = []

    /// Why there is none.
    public enum Obstacle: Error, Hashable, Sendable, CustomStringConvertible {
        case noOtherInsurance, noThirdPlan, isTertiary
        case takenBack(PayerOrder)
        case notDecided(PayerOrder)

        public var description: String {
            switch self {
            case .noOtherInsurance:
                "No other insurance on this claim. Enter Y at Other insurance and the second plan first."
            case .noThirdPlan:
                "This claim is secondary, and no third plan is on it. Enter the third plan below Other insurance first."
            case .isTertiary: "This claim is tertiary. A claim names no payer after the third."
            case .takenBack(let payer):
                "The \(payer.label) reversed its payment (claim status 22). Wait for the new remittance."
            case .notDecided(let payer):
                "Not adjudicated: the \(payer.label) says that the claim is another payer's (claim status 23)."
            }
        }
    }

    /// Where the payer has crossed the claim over and the next one has paid its share, too, the claim is to the one after it; to
    /// the next one where that has denied it.
    ///
    /// - Parameters:
    ///   - answers: the answers to the claim before, the earliest first; without a remittance the amounts are left
    ///     blank, to be entered from paper.
    public init(
        after claim: ClaimDraft, answered answers: [ClaimAnswer], id: String, in context: ParsingContext
    ) throws(Obstacle) {
        draft = claim.renamed(id)
        var last = answers.settled(on: claim).last { $0.kind == .remittance && !$0.isEstimate }
        try pass(last, in: context)
        let later = answers.afterCrossing(of: claim)
        if let later, later.status == .denied {
            notices.insert(later.refusalOfCrossing, at: 0)
            return
        }
        if draft.nextPlan != nil, let later, later.processedBy == .secondary {
            last = later
            try pass(later, in: context)
        }
        if let last, last.isForwarded { warn(ofCrossing: last) }
    }

    private mutating func warn(ofCrossing remittance: ClaimAnswer) {
        let payer = draft.orderOfPayer.earlier.last?.payer.label ?? ""
        let name = remittance.forwardedTo.isEmpty ? "the next payer" : remittance.forwardedTo
        notices.insert("The \(payer) crossed the claim over to \(name): this one may be a duplicate.", at: 0)
    }

    /// Makes the claim one to the payer after its own, which has decided it.
    private mutating func pass(_ remittance: ClaimAnswer?, in context: ParsingContext) throws(Obstacle) {
        guard let plan = draft.nextPlan else { throw draft.obstacle }
        let payer = draft.orderOfPayer
        if remittance?.processed == "22" { throw .takenBack(payer) }
        if remittance?.processed == "23" { throw .notDecided(payer) }
        draft.swapPayer(with: plan, in: context)
        guard let remittance, let decision = draft.orderOfPayer.earlier.last else {
            return notices.append("No remittance on file. Enter the amounts from the paper EOB.")
        }
        take(remittance, into: decision, in: context)
    }
}

extension ClaimDraft {
    /// The plan that pays after the one that the claim is to; `nil` where none is named.
    package var nextPlan: PlanFields? {
        guard self.otherInsurance.exists.value == .yes else { return nil }
        let plan: PlanFields? =
            switch orderOfPayer {
            case .primary: .other
            case .secondary: .third
            case .tertiary: nil
            }
        return plan.flatMap { $0.plan(in: self).name.isEmpty ? nil : $0 }
    }

    /// Why there is no next plan.
    fileprivate var obstacle: NextPayerClaim.Obstacle {
        switch orderOfPayer {
        case .primary: .noOtherInsurance
        case .secondary: .noThirdPlan
        case .tertiary: .isTertiary
        }
    }
}

extension NextPayerClaim {
    /// The draft under the practice's own number for it.
    public func numbered(_ account: String, in context: ParsingContext) -> ClaimDraft {
        var numbered = draft
        numbered.type(account, at: Place(.account), in: context)
        return numbered
    }

    private mutating func take(
        _ remittance: ClaimAnswer, into decision: DecisionFields, in context: ParsingContext
    ) {
        fill(decision.date, remittance.date?.description, in: context)
        fill(decision.paid, remittance.paid.map { Money(cents: $0).description }, in: context)
        fill(decision.controlNumber, remittance.payerControlNumber, in: context)
        fill(decision.payment, remittance.payment, in: context)
        fill(decision.adjustments, Adjustments.text(of: remittance.adjustments), in: context)
        if remittance.isForwarded { fill(decision.forwarded, "Y", in: context) }
        fill(decision.liability, remittance.owed.map { Money(cents: $0).description }, in: context)
        takeLines(of: remittance, into: decision, in: context)
    }

    private mutating func takeLines(
        of remittance: ClaimAnswer, into decision: DecisionFields, in context: ParsingContext
    ) {
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
                take(only, row: row, into: decision, in: context)
            } else {
                notices.append(
                    answered.isEmpty
                        ? "The remittance has nothing for line \(row + 1)."
                        : "The remittance splits line \(row + 1) into \(answered.count). Enter their sum.")
            }
        }
    }

    private mutating func take(
        _ line: AnsweredLine, row: Int, into decision: DecisionFields, in context: ParsingContext
    ) {
        let billed = draft.lines[row]
        fill(decision.linePaid, row: row, line.paid.map { Money(cents: $0).description }, in: context)
        fill(decision.lineAdjusted, row: row, Adjustments.text(of: line.adjustments), in: context)
        let owed = line.adjustments.patientsShare
        if owed > 0 { fill(decision.lineLiability, row: row, Money(cents: owed).description, in: context) }
        if line.procedure != billed.procedure.value?.text {
            fill(decision.lineProcedure, row: row, line.procedure, in: context)
        }
        if let units = line.units, Field.lineUnits.value(of: units, in: context) != billed.units.value?.description {
            fill(decision.lineUnits, row: row, units, in: context)
        }
    }

    private mutating func fill(_ field: Field, row: Int = 0, _ text: String?, in context: ParsingContext) {
        guard let text, !text.isEmpty else { return }
        draft.type(text, at: Place(field, row: row), in: context)
        draft.defaulted.insert(field.id)
    }
}

extension ClaimAnswer {
    /// What to know before the claim goes to the plan that has denied what crossed over to it.
    fileprivate var refusalOfCrossing: String {
        let number = payerControlNumber.isEmpty ? "" : " as its claim \(payerControlNumber)"
        let reasons = denialReasons.joined(separator: ", ")
        return "This plan denied what crossed over to it\(number): \(reasons). Fix that first."
    }

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
