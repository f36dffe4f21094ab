/// The fields of what one earlier payer decided, on the claim and on each line.
package struct DecisionFields: Sendable {
    /// The payer that decided.
    package let payer: PayerOrder
    /// Its plan, on the claims that have the decision.
    package let plan: PlanFields
    package let date, paid, adjustments, liability, controlNumber, payment, forwarded: Field
    package let linePaid, lineAdjusted, lineLiability, lineProcedure, lineUnits: Field
    private let read: @Sendable (ClaimDraft) -> PayerDecision
    private let readLine: @Sendable (ServiceLine) -> LineDecision

    package var ofLine: [Field] { [linePaid, lineAdjusted, lineLiability, lineProcedure, lineUnits] }

    package var all: [Field] {
        [date, paid, adjustments, liability, controlNumber, payment, forwarded] + ofLine
    }

    /// What a draft has in them of the claim as a whole.
    package func decision(in draft: ClaimDraft) -> PayerDecision { read(draft) }

    /// What the payer paid in all, in cents: as it is keyed, else the sum of the lines; `nil` where neither is known.
    package func paidInAll(on draft: ClaimDraft) -> Int? {
        if let paid = read(draft).paid.value { return paid.cents }
        let lines = draft.lines.compactMap { readLine($0).paid.value?.cents }
        return lines.isEmpty ? nil : lines.reduce(0, +)
    }

    /// What a line has in them.
    package func decision(on line: ServiceLine) -> LineDecision { readLine(line) }

    package static let primary = DecisionFields(
        payer: .primary, plan: .other, date: .adjudicationDate, paid: .adjudicationPaid,
        adjustments: .adjudicationAdjustments,
        liability: .adjudicationLiability, controlNumber: .adjudicationControlNumber, payment: .adjudicationPayment,
        forwarded: .adjudicationForwarded, linePaid: .linePrimaryPaid, lineAdjusted: .linePrimaryAdjusted,
        lineLiability: .linePrimaryLiability, lineProcedure: .linePrimaryProcedure, lineUnits: .linePrimaryUnits,
        read: { $0.adjudication.primary }, readLine: { $0.primary })
    package static let secondary = DecisionFields(
        payer: .secondary, plan: .third, date: .secondaryAdjudicationDate, paid: .secondaryAdjudicationPaid,
        adjustments: .secondaryAdjudicationAdjustments, liability: .secondaryAdjudicationLiability,
        controlNumber: .secondaryAdjudicationControlNumber, payment: .secondaryAdjudicationPayment,
        forwarded: .secondaryAdjudicationForwarded, linePaid: .lineSecondaryPaid, lineAdjusted: .lineSecondaryAdjusted,
        lineLiability: .lineSecondaryLiability, lineProcedure: .lineSecondaryProcedure, lineUnits: .lineSecondaryUnits,
        read: { $0.adjudication.secondary }, readLine: { $0.secondary })

    /// Of every payer that may have decided before another, the first one first.
    package static let every = [primary, secondary]
}

extension ClaimDraft {
    /// Which of the patient's payers the claim is to: each gets the same service once.
    package var orderOfPayer: PayerOrder { self.payer.order.value ?? .primary }

    /// The decisions that the claim comes with: those of the payers before its own, as far as it names them.
    package var earlierDecisions: [DecisionFields] {
        orderOfPayer.earlier.filter {
            $0.payer == .primary || !$0.plan.plan(in: self).name.isEmpty
        }
    }
}

extension PayerOrder {
    /// The decisions of the payers before this one.
    package var earlier: [DecisionFields] {
        switch self {
        case .primary: []
        case .secondary: [.primary]
        case .tertiary: DecisionFields.every
        }
    }
}
