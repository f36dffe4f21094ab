import ClaimModel

extension Chapter {
    /// Other insurance, and secondary claims.
    static let otherPayer = Chapter("Other insurance") {
        Rule(
            "PT-008", "Other insurance has its plan, insured and policy number",
            fault: "Other insurance incomplete", .error,
            note: "A warning if a tertiary claim names only one earlier payer.",
            prevents: [.carc("22"), .carc("16"), .rarc("MA92")], source: .cms1500, .general,
            reads: [.otherInsuranceExists, .payerOrder] + PlanFields.other.required + PlanFields.third.all,
            accepts: { [.sample, .secondary, .tertiary, .sample.withTwoPlans] },
            rejects: {
                [
                    .sample.with(.otherInsuranceExists, "Y"), .secondary.without(.otherPolicyNumber),
                    .tertiary.without(.thirdPolicyNumber), .sample.with(.thirdPlanName, "Harbor Health Plan"),
                    .secondary.with(.payerOrder, "T"),
                ]
            },
            check: planProblems)
        Rule(
            "PY-014", "A claim to a later payer has the EOB of each earlier one",
            fault: "Earlier payer's EOB missing", .error,
            prevents: [.carc("22"), .carc("16"), .rarc("N4")], source: .professionalGuide, .general,
            reads: Field.payersBefore + [.otherInsuranceExists] + DecisionFields.every.flatMap { [$0.date, $0.paid] },
            accepts: { [.sample, .secondary, .secondary.with(.adjudicationPaid, "0"), .tertiary] },
            rejects: {
                [
                    .secondary.without(.adjudicationDate), .secondary.without(.adjudicationPaid),
                    .secondary.with(.otherInsuranceExists, "N"), .tertiary.without(.secondaryAdjudicationDate),
                ]
            }
        ) { claim in
            guard claim.isLaterPayer else { return [] }
            var problems = claim.earlier.flatMap { fields in
                claim.problems(
                    with: [fields.date, fields.paid],
                    remedy: "Enter date and amount from the \(fields.payer.label) EOB; 0 if it paid nothing.")
            }
            if claim.draft.otherInsurance.exists.value != .yes {
                problems.append(
                    .conflict(
                        .otherInsuranceExists, with: [Place(.payerOrder)],
                        "\(claim.draft.orderOfPayer.title) claim, but no other insurance is entered.",
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
            "PY-019", "An earlier payer's EOB is not dated before the service",
            fault: "EOB date before the service", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["516"], source: .professionalGuide, .general,
            reads: DecisionFields.every.map(\.date) + [.lineFrom, .lineTo],
            accepts: { [.sample, .secondary, .tertiary] },
            rejects: {
                [
                    .secondary.with(.adjudicationDate, "11/09/2026"),
                    .tertiary.with(.secondaryAdjudicationDate, "11/09/2026"),
                ]
            }
        ) { claim in
            guard let first = claim.firstDay else { return [] }
            return DecisionFields.every.compactMap { fields in
                guard let decided = fields.decision(in: claim.draft).date.value, decided < first else { return nil }
                return .conflict(
                    fields.date, with: [claim.firstDayPlace],
                    "\(fields.date.label) \(decided) is before the service on \(first).",
                    remedy: "Enter the date from the EOB for this service.")
            }
        }
        Rule(
            "PY-020", "Each plan is entered once",
            fault: "Two plans are the same", .warning,
            prevents: [.carc("22"), .carc("18")], rejectedAs: ["479"], source: .professionalGuide, .general,
            reads: [
                .payerIdentifier, .otherPayerIdentifier, .thirdPayerIdentifier, .memberID, .otherPolicyNumber,
                .thirdPolicyNumber,
            ],
            accepts: { [.sample, .secondary, .tertiary] },
            rejects: {
                [
                    .secondary.with(.otherPayerIdentifier, "29076").with(.otherPolicyNumber, "123456789012"),
                    .tertiary.with(.thirdPayerIdentifier, "55501").with(.thirdPolicyNumber, "LHP55501"),
                ]
            },
            check: samePlanProblems)
        Rule(
            "PY-021", "The EOBs are of payers before this one",
            fault: "EOB of a payer that does not pay first", .warning,
            prevents: [.carc("22"), .carc("16")], rejectedAs: ["21"], source: .professionalGuide, .general,
            reads: [.payerOrder] + DecisionFields.every.flatMap(\.all),
            accepts: { [.sample, .secondary, .tertiary] },
            rejects: {
                [
                    .sample.with(.adjudicationPaid, "20.00"), .sample.with(.linePrimaryPaid, "170.00"),
                    .secondary.with(.secondaryAdjudicationPaid, "20.00"),
                ]
            }
        ) { claim in
            guard let order = claim.draft.payer.order.value,
                let fields = DecisionFields.every.dropFirst(order.earlier.count).first
            else { return [] }
            let places = fields.all.flatMap { claim.places(of: $0) }
                .filter { !claim.isBlank($0.field, row: $0.row) }
                .sorted { ($0.field.position, $0.row) < ($1.field.position, $1.row) }
            guard let first = places.first else { return [] }
            return [
                .conflict(
                    first.field, row: first.row, with: [Place(.payerOrder)] + places.dropFirst(),
                    "Payer order is \(order.rawValue), but a \(fields.payer.label) EOB is entered.",
                    remedy: "Choose \(fields.payer.next.rawValue) if that plan pays first, or clear its amounts.",
                    fixes: [.replace(.payerOrder, with: fields.payer.next.rawValue)])
            ]
        }
        Rule(
            "PY-022", "An earlier payer paid no more than was charged",
            fault: "Earlier payer paid more than was charged", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: Field.payersBefore + [.lineCharge] + DecisionFields.every.map(\.paid),
            accepts: { [.sample, .secondary, .tertiary] },
            rejects: {
                [
                    .secondary.with(.adjudicationPaid, "2000.00"),
                    .tertiary.with(.secondaryAdjudicationPaid, "2000.00"),
                ]
            },
            alongside: ["PY-041"]
        ) { claim in
            let charges = claim.writtenLines.compactMap { $0.line.charge.value }
            guard !charges.isEmpty, charges.count == claim.writtenLines.count else { return [] }
            let charge = charges.reduce(.zero, +)
            return claim.earlier.compactMap { fields in
                guard let paid = fields.decision(in: claim.draft).paid.value, paid > charge else { return nil }
                return .conflict(
                    fields.paid, with: claim.writtenLines.map { Place(.lineCharge, row: $0.row) },
                    "\(fields.payer.title) paid \(paid.currency), more than the \(charge.currency) charged.",
                    remedy: "Enter the amount for this claim from the EOB, not the check total.")
            }
        }
    }

    /// Of a plan that is named: what is missing.
    @Sendable private static func planProblems(in claim: ClaimFacts) -> [Problem] {
        let remedy = "Enter the other plan from its card, or answer N if there is none."
        let hasOther = claim.draft.otherInsurance.exists.value == .yes
        let namesThird = claim.draft.namesThirdPlan
        let problems =
            claim.problems(with: PlanFields.other.required, required: hasOther, remedy: remedy)
            + claim.problems(
                with: PlanFields.third.required,
                required: namesThird,
                remedy: "Enter the third plan from its card; on a tertiary claim it is the secondary.")
        if hasOther, !namesThird, claim.draft.orderOfPayer == .tertiary {
            return problems + [
                .conflict(
                    .thirdPlanName, with: [Place(.payerOrder)], severity: .warning,
                    "Tertiary claim, but only one earlier payer is entered.",
                    remedy: "Enter the secondary as the third plan, or choose S if this payer is the secondary.")
            ]
        }
        guard namesThird, !hasOther else { return problems }
        return problems + [
            .conflict(
                .otherInsuranceExists, with: [Place(.thirdPlanName)],
                "A third plan is entered, but other insurance is not Y.",
                remedy: "Answer Y and enter the other plan, or clear the third plan.")
        ]
    }

    @Sendable private static func samePlanProblems(in claim: ClaimFacts) -> [Problem] {
        let own = (claim.draft.payer.identifier.value, claim.draft.subscriber.memberID.value)
        let plans = [PlanFields.other, .third]
        return plans.enumerated().compactMap { index, fields in
            let plan = fields.plan(in: claim.draft)
            guard let payer = plan.payerIdentifier.value, let number = plan.policyNumber.value else { return nil }
            let (label, remedy) = (fields.name.label, "Enter each plan from its own card.")
            if own == (payer, number) {
                return .conflict(
                    fields.payerIdentifier, with: [Place(.payerIdentifier), Place(fields.policyNumber)],
                    "\(label) has this plan's payer ID and member ID.", remedy: remedy)
            }
            for earlier in plans.prefix(index) {
                let other = earlier.plan(in: claim.draft)
                guard other.payerIdentifier.value == payer, other.policyNumber.value == number else { continue }
                return .conflict(
                    fields.payerIdentifier, with: [Place(earlier.payerIdentifier), Place(fields.policyNumber)],
                    "\(label) has the other plan's payer ID and policy number.", remedy: remedy)
            }
            return nil
        }
    }
}

extension PayerOrder {
    /// `Primary`, to begin a sentence.
    var title: String { label.prefix(1).uppercased() + label.dropFirst() }

    /// The payer after this one.
    fileprivate var next: PayerOrder { self == .primary ? .secondary : .tertiary }
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

    /// The same to a third payer, after the secondary has paid.
    static let tertiary = secondary.withThirdPlan.with(.payerOrder, "T")
        .with(.secondaryAdjudicationDate, "11/20/2026").with(.secondaryAdjudicationPaid, "35.00")
        .with(.lineSecondaryPaid, "25.00").with(.lineSecondaryAdjusted, "CO-45 10.00, OA-23 170.00, PR-2 5.00")
        .with(.lineSecondaryPaid, row: 1, "10.00").with(.lineSecondaryAdjusted, row: 1, "OA-23 30.00, PR-1 5.00")

    /// The same claim to the primary, with the plans that pay after it.
    fileprivate var withTwoPlans: ClaimExample {
        with(.payerOrder, "P").with(.otherInsuranceExists, "Y").with(.otherPlanName, "Lakeshore Health Plan")
            .with(.otherInsuredLastName, "Rivera").with(.otherInsuredFirstName, "Dana")
            .with(.otherPolicyNumber, "LHP55501").with(.otherPayerIdentifier, "55501")
            .with(.otherFilingIndicator, "CI").with(.otherRelationship, "18").withThirdPlan
    }

    private var withThirdPlan: ClaimExample {
        with(.thirdPlanName, "Harbor Health Plan").with(.thirdInsuredLastName, "Rivera")
            .with(.thirdInsuredFirstName, "Dana").with(.thirdPolicyNumber, "HHP66602")
            .with(.thirdPayerIdentifier, "66602").with(.thirdFilingIndicator, "CI").with(.thirdRelationship, "18")
    }
}
