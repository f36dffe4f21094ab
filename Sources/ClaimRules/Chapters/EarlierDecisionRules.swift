import ClaimModel

extension Chapter {
    /// Whether the decisions of earlier payers balance (005010X222A1, section 1.4.1).
    static let earlierDecisions = Chapter("Earlier payers' EOBs") {
        Rule(
            "PY-015", "On a claim to a later payer each charge equals paid plus adjustments of each earlier one",
            fault: "Line does not balance with the EOB", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: Field.payersBefore + [.lineCharge] + Field.lineDecision,
            accepts: { [.sample, .secondary, .tertiary] },
            rejects: {
                [
                    .secondary.with(.linePrimaryPaid, "150.00").with(.adjudicationPaid, "180.00"),
                    .secondary.without(.linePrimaryAdjusted), .secondary.with(.linePrimaryAdjusted, "CO-45 60.00"),
                    .tertiary.with(.lineSecondaryAdjusted, "CO-45 10.00, PR-2 5.00"),
                ]
            }
        ) { claim in
            claim.decidedLines.compactMap { line, fields in
                guard let balance = LineBalance(of: line.line, decided: fields.decision(on: line.line)),
                    balance.missing != .zero
                else { return nil }
                return .conflict(
                    fields.lineAdjusted, row: line.row,
                    with: [Place(.lineCharge, row: line.row), Place(fields.linePaid, row: line.row)],
                    "Line \(line.number) does not balance with the \(fields.payer.label) EOB: "
                        + "\(Money.verdict(balance.missing)).",
                    remedy: "Enter paid and every adjustment from the EOB; they must add up to the charge.",
                    evidence: [Evidence("balance", balance.text)])
            }
        }
        Rule(
            "PY-040", "The amounts of an EOB are on every line, or on none",
            fault: "EOB amounts missing on a line", .error,
            prevents: [.carc("16"), .rarc("N4")], source: .professionalGuide, .general,
            reads: Field.payersBefore + Field.lineDecision,
            accepts: {
                [
                    .sample, .secondary, .tertiary,
                    .secondary.with(.linePrimaryPaid, "0").with(.linePrimaryAdjusted, "CO-45 210"),
                ]
            },
            rejects: {
                [
                    .secondary.without(.linePrimaryPaid), .secondary.undecided(row: 1),
                    .tertiary.without(.lineSecondaryPaid),
                ]
            }
        ) { claim in
            claim.earlier.flatMap { fields in
                guard claim.decidesByLine(fields) else { return [Problem]() }
                return claim.writtenLines.filter {
                    fields.decision(on: $0.line).paid.isEmpty && !$0.line.carriesDecisions
                }.map { line in
                    .missing(
                        fields.linePaid, row: line.row,
                        "Line \(line.number): \(fields.payer.label) paid is blank, but other lines have it.",
                        remedy: "Enter it from the EOB; 0 if it paid nothing.")
                }
            }
        }
        Rule(
            "PY-041", "What an earlier payer paid is the sum of its lines, less the claim's adjustments",
            fault: "Paid is not the sum of its lines", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: Field.payersBefore + Field.claimTotals + Field.lineDecision,
            accepts: {
                [
                    .sample, .secondary, .tertiary,
                    .secondary.with(.adjudicationPaid, "150.00").with(.adjudicationAdjustments, "OA-23 50.00"),
                ]
            },
            rejects: {
                [
                    .secondary.with(.adjudicationPaid, "199"), .secondary.with(.adjudicationAdjustments, "OA-23 5"),
                    .tertiary.with(.secondaryAdjudicationPaid, "34"),
                ]
            },
            check: paidTotalProblems)
        Rule(
            "PY-042", "Without EOB amounts by line, the charge equals paid plus adjustments",
            fault: "Claim does not balance with the EOB", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: Field.payersBefore + [.lineCharge] + Field.claimTotals + Field.lineDecision,
            accepts: {
                [
                    .sample, .secondary, .tertiary,
                    .undecidedByLine.with(.adjudicationAdjustments, "CO-45 10.00, PR-2 45.00"),
                ]
            },
            rejects: { [.undecidedByLine, .undecidedByLine.with(.adjudicationAdjustments, "CO-45 10.00")] },
            check: claimLevelProblems)
        Rule(
            "PY-043", "A claim that the payer before crossed over is not submitted again",
            fault: "Claim already crossed over", .warning,
            prevents: [.carc("18")], source: .professionalGuide, .general,
            reads: Field.payersBefore + DecisionFields.every.map(\.forwarded),
            accepts: {
                [
                    .sample, .secondary, .secondary.with(.adjudicationForwarded, "N"),
                    .tertiary.with(.adjudicationForwarded, "Y"),
                ]
            },
            rejects: {
                [
                    .secondary.with(.adjudicationForwarded, "Y"),
                    .tertiary.with(.secondaryAdjudicationForwarded, "Y"),
                ]
            }
        ) { claim in
            guard let last = claim.earlier.last, last.decision(in: claim.draft).forwarded.value == .yes
            else { return [] }
            return [
                .wrong(
                    last.forwarded,
                    "The \(last.payer.label) already crossed this claim over to the next payer.",
                    remedy: "Wait for that payer's response. Submit this one only if it never got the claim.")
            ]
        }
        Rule(
            "PY-044", "Patient responsibility on a line equals the payer's PR adjustments",
            fault: "Patient responsibility differs from PR adjustments", .note,
            prevents: [.carc("16")], source: .professionalGuide, .general,
            reads: Field.payersBefore + DecisionFields.every.flatMap { [$0.lineLiability, $0.lineAdjusted] },
            accepts: { [.sample, .secondary, .secondary.with(.linePrimaryLiability, "30.00"), .tertiary] },
            rejects: {
                [
                    .secondary.with(.linePrimaryLiability, "40.00"), .tertiary.with(.lineSecondaryLiability, "6.00"),
                ]
            }
        ) { claim in
            claim.decidedLines.compactMap { line, fields in
                let decision = fields.decision(on: line.line)
                guard let owed = decision.liability.value, let adjusted = decision.adjusted.value,
                    owed != adjusted.patientsShare
                else { return nil }
                return .conflict(
                    fields.lineLiability, row: line.row, with: [Place(fields.lineAdjusted, row: line.row)],
                    "Line \(line.number): patient responsibility \(owed.currency), PR \(adjusted.patientsShare.currency).",
                    remedy: "Compare both with the EOB. Keep them if the EOB explains the difference.")
            }
        }
        Rule(
            "PY-048", "An EOB date is on the claim or on its lines, not on both",
            fault: "EOB date on the claim and on its lines", .warning,
            prevents: [.carc("16")], rejectedAs: ["516"], source: .professionalGuide, .general,
            reads: DecisionFields.every.map(\.date) + Field.lineDecision,
            accepts: {
                [
                    .sample, .secondary,
                    .secondary.carrying("DTP*573*D8*20261118", in: "2330B").undecided(row: 0).undecided(row: 1),
                ]
            },
            rejects: { [.secondary.carrying("DTP*573*D8*20261118", in: "2330B")] }
        ) { claim in
            DecisionFields.every.compactMap { fields in
                let loop = fields.plan.loop("2330B")
                guard claim.decidesByLine(fields),
                    claim.draft.carried.contains(where: { $0.loop == loop && $0.text.hasPrefix("DTP*573") })
                else { return nil }
                return .conflict(
                    fields.date, with: [Place(fields.linePaid)],
                    "The \(fields.payer.label) EOB date is on the claim (2330B) and on its lines.",
                    remedy: "Send it on the lines only: 2330B DTP*573 is not used if they have it.")
            }
        }
    }

    @Sendable private static func paidTotalProblems(in claim: ClaimFacts) -> [Problem] {
        guard !claim.lines.contains(where: { $0.line.carriesDecisions }) else { return [] }
        return claim.earlier.compactMap { fields in
            guard let paid = fields.decision(in: claim.draft).paid.value, let adjusted = claim.adjusted(by: fields),
                claim.decidesByLine(fields)
            else { return nil }
            let paidByLine = claim.lines.compactMap { fields.decision(on: $0.line).paid.value }
            guard paidByLine.count == claim.lines.count else { return nil }
            let sum = paidByLine.reduce(.zero, +)
            guard paid != sum - adjusted else { return nil }
            let less = adjusted == .zero ? "" : ", less \(adjusted.currency) adjusted on the claim"
            return .conflict(
                fields.paid,
                with: [Place(fields.adjustments)] + claim.lines.map { Place(fields.linePaid, row: $0.row) },
                "\(fields.paid.label) does not match its lines: \(Money.verdict(sum - adjusted - paid)).",
                remedy:
                    "Correct the amounts from the EOB: \(paid.currency) on the claim, \(sum.currency) on its lines\(less)."
            )
        }
    }

    @Sendable private static func claimLevelProblems(in claim: ClaimFacts) -> [Problem] {
        let charges = claim.writtenLines.compactMap { $0.line.charge.value }
        guard !charges.isEmpty, charges.count == claim.writtenLines.count,
            !claim.lines.contains(where: { $0.line.carriesDecisions })
        else { return [] }
        let charge = charges.reduce(.zero, +)
        return claim.earlier.compactMap { fields in
            guard let paid = fields.decision(in: claim.draft).paid.value, let adjusted = claim.adjusted(by: fields),
                !claim.decidesByLine(fields)
            else { return nil }
            let missing = charge - paid - adjusted
            guard missing != .zero else { return nil }
            return .conflict(
                fields.adjustments,
                with: [Place(fields.paid)] + claim.writtenLines.map { Place(.lineCharge, row: $0.row) },
                "Claim does not balance with the \(fields.payer.label) EOB: \(Money.verdict(missing)).",
                remedy:
                    "Enter on each line what the \(fields.payer.label) paid and its adjustments. If the EOB has only claim "
                    + "totals, enter the adjustments here.",
                evidence: [
                    Evidence(
                        "balance",
                        "charge \(charge.currency), paid \(paid.currency), adjusted \(adjusted.currency)")
                ])
        }
    }
}

extension ClaimFacts {
    var earlier: [DecisionFields] { draft.earlierDecisions }

    /// Each line with each of them.
    fileprivate var decidedLines: [(line: LineFacts, fields: DecisionFields)] {
        let earlier = earlier
        guard !earlier.isEmpty else { return [] }
        return lines.flatMap { line in earlier.map { (line, $0) } }
    }

    fileprivate func decidesByLine(_ fields: DecisionFields) -> Bool {
        draft.lines.contains { !fields.decision(on: $0).isBlank }
    }

    /// The adjustments on the claim level; `nil` if they do not read, or only a file has them.
    fileprivate func adjusted(by fields: DecisionFields) -> Money? {
        guard !draft.carriesAdjustments(by: fields.plan) else { return nil }
        let adjustments = fields.decision(in: draft).adjustments
        return adjustments.isEmpty ? .zero : adjustments.value?.total
    }
}

extension Field {
    /// What says whose decisions a claim comes with.
    static let payersBefore: [Field] = [.payerOrder, .thirdPlanName]
    /// What earlier payers decided on a line.
    fileprivate static let lineDecision = DecisionFields.every.flatMap(\.ofLine)
    /// What they paid and adjusted on the claim as a whole.
    fileprivate static let claimTotals = DecisionFields.every.flatMap { [$0.paid, $0.adjustments] }
}

extension ClaimExample {
    fileprivate func undecided(row: Int) -> ClaimExample {
        with(.linePrimaryPaid, row: row, "").with(.linePrimaryAdjusted, row: row, "")
    }

    /// The secondary claim whose EOB has only claim totals.
    fileprivate static let undecidedByLine = secondary.undecided(row: 0).undecided(row: 1)
}
