import ClaimModel

extension Chapter {
    /// Other insurance, and claims to a second payer.
    static let otherPayer = Chapter("Other insurance") {
        Rule(
            "PT-008", "Another insurance is named with its policy", .error,
            prevents: [.carc("22"), .carc("16"), .rarc("MA92")], source: .cms1500, .general,
            reads: [.otherInsuranceExists] + Field.otherPlan,
            accepts: { [.sample, .secondary] },
            rejects: { [.sample.with(.otherInsuranceExists, "Y"), .secondary.without(.otherPolicyNumber)] }
        ) { claim in
            claim.problems(
                with: Field.otherPlan, required: claim.draft.otherInsurance.exists.value == .yes,
                remedy: "Enter the other plan as on its card, or answer N where there is none.")
        }
        Rule(
            "PY-014", "A claim to a later payer carries the primary's decision", .error,
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
                remedy: "Enter them from the primary's remittance; 0 where it paid nothing.")
            if claim.draft.otherInsurance.exists.value != .yes {
                problems.append(
                    .conflict(
                        .otherInsuranceExists, with: [Place(.payerOrder)],
                        "A claim to a second payer names the first one.",
                        remedy: "Answer Y and enter the primary plan, or make this payer the primary."))
            }
            return problems
        }
        Rule(
            "PY-018", "With two insurances the order of this payer is given", .error,
            prevents: [.carc("22")], source: .professionalGuide, .general,
            reads: [.otherInsuranceExists, .payerOrder],
            accepts: { [.sample, .secondary] }, rejects: { [.secondary.without(.payerOrder)] }
        ) { claim in
            claim.problems(
                with: [.payerOrder], required: claim.draft.otherInsurance.exists.value == .yes,
                remedy: "P where this payer decides first, S where the other one has decided.")
        }
        Rule(
            "PY-019", "The primary decided after the service", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["516"], source: .professionalGuide, .general,
            reads: [.adjudicationDate, .lineFrom, .lineTo],
            accepts: { [.sample, .secondary] }, rejects: { [.secondary.with(.adjudicationDate, "11/09/2026")] }
        ) { claim in
            guard let decided = claim.draft.adjudication.date.value, let first = claim.firstDay, decided < first
            else { return [] }
            return [
                .conflict(
                    .adjudicationDate, with: [claim.firstDayPlace],
                    "The primary is said to have decided on \(decided), before the service on \(first).",
                    remedy: "Take the date from the remittance of this service.")
            ]
        }
        Rule(
            "PY-020", "The other plan is another one than this", .warning,
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
                    "The other plan has the payer ID and the member ID of this one.",
                    remedy: "Enter the other plan from its card, or answer N at Other insurance.")
            ]
        }
        Rule(
            "PY-021", "A claim to the first payer carries no earlier decision", .warning,
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
                    "Payer order P says that nobody has decided before; a primary's decision is keyed.",
                    remedy: "Choose S where the other plan has decided, or clear its amounts.",
                    fixes: [.replace(.payerOrder, with: "S")])
            ]
        }
        Rule(
            "PY-022", "The primary paid no more than was charged", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationPaid, .lineCharge],
            accepts: { [.sample, .secondary] }, rejects: { [.secondary.with(.adjudicationPaid, "2000.00")] },
            alongside: ["PY-041"]
        ) { claim in
            let charges = claim.writtenLines.compactMap(\.line.charge.value)
            guard claim.isLaterPayer, let paid = claim.draft.adjudication.paid.value, !charges.isEmpty,
                charges.count == claim.writtenLines.count, paid > charges.reduce(.zero, +)
            else { return [] }
            return [
                .conflict(
                    .adjudicationPaid, with: claim.writtenLines.map { Place(.lineCharge, row: $0.row) },
                    "The primary paid \(paid.currency), more than the \(charges.reduce(.zero, +).currency) charged.",
                    remedy: "Take the amount for this claim from the remittance, not the check's total.")
            ]
        }
    }
}

extension Field {
    /// What the primary decided, in the order of the screens.
    fileprivate static let decision = Field.all.filter { $0.saidBy == .primary }

    /// What a claim says about the other plan.
    fileprivate static let otherPlan: [Field] = [
        .otherPlanName, .otherInsuredLastName, .otherInsuredFirstName, .otherPolicyNumber, .otherPayerIdentifier,
        .otherFilingIndicator, .otherRelationship,
    ]
}

extension ClaimExample {
    /// The sample, to a second payer after the first has paid.
    static let secondary = sample.with(.payerOrder, "S").with(.otherInsuranceExists, "Y")
        .with(.otherPlanName, "Lakeshore Health Plan").with(.otherInsuredLastName, "Rivera")
        .with(.otherInsuredFirstName, "Dana").with(.otherPolicyNumber, "LHP55501")
        .with(.otherPayerIdentifier, "55501").with(.otherFilingIndicator, "CI").with(.otherRelationship, "18")
        .with(.adjudicationDate, "11/18/2026").with(.adjudicationPaid, "200.00")
        .with(.linePrimaryPaid, "170.00").with(.linePrimaryAdjusted, "CO-45 10.00, PR-2 30.00")
        .with(.linePrimaryPaid, row: 1, "30.00").with(.linePrimaryAdjusted, row: 1, "PR-1 15.00")
}
