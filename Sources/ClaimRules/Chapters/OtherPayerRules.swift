import ClaimModel

extension Chapter {
    /// Other insurance, and secondary claims.
    static let otherPayer = Chapter("Other insurance") {
        Rule(
            "PT-008", "Other insurance has its plan, insured and policy number",
            fault: "Other insurance incomplete", .error,
            prevents: [.carc("22"), .carc("16"), .rarc("MA92")], source: .cms1500, .general,
            reads: [.otherInsuranceExists] + Field.otherPlan,
            accepts: { [.sample, .secondary] },
            rejects: { [.sample.with(.otherInsuranceExists, "Y"), .secondary.without(.otherPolicyNumber)] }
        ) { claim in
            claim.problems(
                with: Field.otherPlan, required: claim.draft.otherInsurance.exists.value == .yes,
                remedy: "Enter the other plan from its card, or answer N if there is none.")
        }
        Rule(
            "PY-014", "A secondary claim has the primary EOB",
            fault: "Primary EOB missing on a secondary claim", .error,
            prevents: [.carc("22"), .carc("16"), .rarc("N4")], source: .professionalGuide, .general,
            reads: [.payerOrder, .otherInsuranceExists, .adjudicationDate, .adjudicationPaid],
            accepts: { [.sample, .secondary, .secondary.with(.adjudicationPaid, "0")] },
            rejects: {
                [
                    .secondary.without(.adjudicationDate), .secondary.without(.adjudicationPaid),
                    .secondary.with(.otherInsuranceExists, "N"),
                ]
            }
        ) { claim in
            guard claim.isLaterPayer else { return [] }
            var problems = claim.problems(
                with: [.adjudicationDate, .adjudicationPaid],
                remedy: "Enter them from the primary EOB; 0 if it paid nothing.")
            if claim.draft.otherInsurance.exists.value != .yes {
                problems.append(
                    .conflict(
                        .otherInsuranceExists, with: [Place(.payerOrder)],
                        "Secondary claim, but no other insurance is entered.",
                        remedy: "Answer Y and enter the primary plan, or make this payer the primary."))
            }
            return problems
        }
        Rule(
            "PY-018", "With other insurance, this payer's order is entered",
            fault: "Payer order missing", .error,
            prevents: [.carc("22")], source: .professionalGuide, .general,
            reads: [.otherInsuranceExists, .payerOrder],
            accepts: { [.sample, .secondary] }, rejects: { [.secondary.without(.payerOrder)] }
        ) { claim in
            claim.problems(
                with: [.payerOrder], required: claim.draft.otherInsurance.exists.value == .yes,
                remedy: "Enter P if this payer pays first, S if the other plan pays first.")
        }
        Rule(
            "PY-019", "The primary EOB is not dated before the service",
            fault: "Primary EOB date before the service", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["516"], source: .professionalGuide, .general,
            reads: [.adjudicationDate, .lineFrom, .lineTo],
            accepts: { [.sample, .secondary] }, rejects: { [.secondary.with(.adjudicationDate, "11/09/2026")] }
        ) { claim in
            guard let decided = claim.draft.adjudication.date.value, let first = claim.firstDay, decided < first
            else { return [] }
            return [
                .conflict(
                    .adjudicationDate, with: [claim.firstDayPlace],
                    "Primary EOB date \(decided) is before the service on \(first).",
                    remedy: "Enter the date from the EOB for this service.")
            ]
        }
        Rule(
            "PY-020", "The other plan is not this plan",
            fault: "Other plan is the same as this plan", .warning,
            prevents: [.carc("22"), .carc("18")], rejectedAs: ["479"], source: .professionalGuide, .general,
            reads: [.payerIdentifier, .otherPayerIdentifier, .memberID, .otherPolicyNumber],
            accepts: { [.sample, .secondary] },
            rejects: { [.secondary.with(.otherPayerIdentifier, "29076").with(.otherPolicyNumber, "123456789012")] }
        ) { claim in
            guard let payer = claim.draft.payer.identifier.value, let number = claim.draft.subscriber.memberID.value,
                payer == claim.draft.otherInsurance.payerIdentifier.value,
                number == claim.draft.otherInsurance.policyNumber.value
            else { return [] }
            return [
                .conflict(
                    .otherPayerIdentifier, with: [Place(.payerIdentifier), Place(.otherPolicyNumber)],
                    "Other plan has this plan's payer ID and member ID.",
                    remedy: "Enter the other plan from its card, or answer N at Other insurance.")
            ]
        }
        Rule(
            "PY-021", "A primary claim has no earlier payer's EOB",
            fault: "Primary claim with an earlier payer's EOB", .warning,
            prevents: [.carc("22"), .carc("16")], rejectedAs: ["21"], source: .professionalGuide, .general,
            reads: [.payerOrder] + Field.decision,
            accepts: { [.sample, .secondary] },
            rejects: { [.sample.with(.adjudicationPaid, "20.00"), .sample.with(.linePrimaryPaid, "170.00")] }
        ) { claim in
            guard claim.draft.payer.order.value == .primary else { return [] }
            let places = Field.decision.flatMap { claim.places(of: $0) }.filter {
                !claim.isBlank($0.field, row: $0.row)
            }
            guard let first = places.first else { return [] }
            return [
                .conflict(
                    first.field, row: first.row, with: [Place(.payerOrder)] + places.dropFirst(),
                    "Payer order is P, but an earlier payer's EOB is entered.",
                    remedy: "Choose S if the other plan pays first, or clear its amounts.",
                    fixes: [.replace(.payerOrder, with: "S")])
            ]
        }
        Rule(
            "PY-022", "The primary paid no more than was charged",
            fault: "Primary paid more than was charged", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationPaid, .lineCharge],
            accepts: { [.sample, .secondary] }, rejects: { [.secondary.with(.adjudicationPaid, "2000.00")] },
            alongside: ["PY-041"]
        ) { claim in
            let charges = claim.writtenLines.compactMap { $0.line.charge.value }
            guard claim.isLaterPayer, let paid = claim.draft.adjudication.paid.value, !charges.isEmpty,
                charges.count == claim.writtenLines.count, paid > charges.reduce(.zero, +)
            else { return [] }
            return [
                .conflict(
                    .adjudicationPaid, with: claim.writtenLines.map { Place(.lineCharge, row: $0.row) },
                    "Primary paid \(paid.currency), more than the \(charges.reduce(.zero, +).currency) charged.",
                    remedy: "Enter the amount for this claim from the EOB, not the check total.")
            ]
        }
    }
}

extension Field {
    /// What the primary decided, in the order of the screens.
    fileprivate static let decision = Field.all.filter { $0.saidBy == .primary }

    /// The other plan on a claim.
    fileprivate static let otherPlan: [Field] = [
        .otherPlanName, .otherInsuredLastName, .otherInsuredFirstName, .otherPolicyNumber, .otherPayerIdentifier,
        .otherFilingIndicator, .otherRelationship,
    ]
}

extension ClaimExample {
    /// The sample as a secondary claim, after the primary has paid.
    static let secondary = sample.with(.payerOrder, "S").with(.otherInsuranceExists, "Y")
        .with(.otherPlanName, "Lakeshore Health Plan").with(.otherInsuredLastName, "Rivera")
        .with(.otherInsuredFirstName, "Dana").with(.otherPolicyNumber, "LHP55501")
        .with(.otherPayerIdentifier, "55501").with(.otherFilingIndicator, "CI").with(.otherRelationship, "18")
        .with(.adjudicationDate, "11/18/2026").with(.adjudicationPaid, "200.00")
        .with(.linePrimaryPaid, "170.00").with(.linePrimaryAdjusted, "CO-45 10.00, PR-2 30.00")
        .with(.linePrimaryPaid, row: 1, "30.00").with(.linePrimaryAdjusted, row: 1, "PR-1 15.00")
}
