import ClaimModel

extension Chapter {
    /// Whether the primary's decision balances (005010X222A1, section 1.4.1).
    static let primaryDecision = Chapter("Primary EOB (secondary claims)") {
        Rule(
            "PY-015", "On a secondary claim each charge equals primary paid plus adjustments",
            fault: "Line does not balance with the primary EOB", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: [.payerOrder, .lineCharge] + Field.lineDecision,
            accepts: { [.sample, .secondary] },
            rejects: {
                [
                    .secondary.with(.linePrimaryPaid, "150.00").with(.adjudicationPaid, "180.00"),
                    .secondary.without(.linePrimaryAdjusted), .secondary.with(.linePrimaryAdjusted, "CO-45 60.00"),
                ]
            }
        ) { claim in
            guard claim.isLaterPayer else { return [] }
            return claim.lines.compactMap { line in
                guard let balance = LineBalance(of: line.line), balance.missing != .zero else { return nil }
                return .conflict(
                    .linePrimaryAdjusted, row: line.row,
                    with: [Place(.lineCharge, row: line.row), Place(.linePrimaryPaid, row: line.row)],
                    "Line \(line.number) does not balance: \(Money.verdict(balance.missing)).",
                    remedy: "Enter paid and every adjustment from the EOB; they must add up to the charge.",
                    evidence: [Evidence("balance", balance.text)])
            }
        }
        Rule(
            "PY-040", "Primary EOB amounts are on every line, or on none",
            fault: "Primary EOB amounts missing on a line", .error,
            prevents: [.carc("16"), .rarc("N4")], source: .professionalGuide, .general,
            reads: [.payerOrder] + Field.lineDecision,
            accepts: {
                [.sample, .secondary, .secondary.with(.linePrimaryPaid, "0").with(.linePrimaryAdjusted, "CO-45 210")]
            },
            rejects: { [.secondary.without(.linePrimaryPaid), .secondary.undecided(row: 1)] }
        ) { claim in
            guard claim.isLaterPayer, claim.draft.hasLineDecision else { return [] }
            return claim.writtenLines.filter { $0.line.primaryPaid.isEmpty && !$0.line.carriesDecisions }.map { line in
                .missing(
                    .linePrimaryPaid, row: line.row,
                    "Line \(line.number): primary paid is blank, but other lines have it.",
                    remedy: "Enter it from the EOB; 0 if it paid nothing.")
            }
        }
        Rule(
            "PY-041", "Primary paid is the sum of its lines, less the claim's adjustments",
            fault: "Primary paid is not the sum of its lines", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationPaid, .adjudicationAdjustments] + Field.lineDecision,
            accepts: {
                [
                    .sample, .secondary,
                    .secondary.with(.adjudicationPaid, "150.00").with(.adjudicationAdjustments, "OA-23 50.00"),
                ]
            },
            rejects: {
                [.secondary.with(.adjudicationPaid, "199"), .secondary.with(.adjudicationAdjustments, "OA-23 5")]
            },
            check: paidTotalProblems)
        Rule(
            "PY-042", "Without EOB amounts by line, the charge equals primary paid plus adjustments",
            fault: "Claim does not balance with the primary EOB", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationPaid, .adjudicationAdjustments, .lineCharge] + Field.lineDecision,
            accepts: {
                [.sample, .secondary, .undecidedByLine.with(.adjudicationAdjustments, "CO-45 10.00, PR-2 45.00")]
            },
            rejects: { [.undecidedByLine, .undecidedByLine.with(.adjudicationAdjustments, "CO-45 10.00")] },
            check: claimLevelProblems)
        Rule(
            "PY-043", "A claim that the primary crossed over is not submitted again",
            fault: "Claim already crossed over by the primary", .warning,
            prevents: [.carc("18")], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationForwarded],
            accepts: { [.sample, .secondary, .secondary.with(.adjudicationForwarded, "N")] },
            rejects: { [.secondary.with(.adjudicationForwarded, "Y")] }
        ) { claim in
            guard claim.isLaterPayer, claim.draft.adjudication.forwarded.value == .yes else { return [] }
            return [
                .wrong(
                    .adjudicationForwarded,
                    "The primary already crossed this claim over to the next payer.",
                    remedy: "Wait for that payer's response. Submit this one only if it never got the claim.")
            ]
        }
        Rule(
            "PY-044", "Patient responsibility on a line equals the primary's PR adjustments",
            fault: "Patient responsibility differs from PR adjustments", .note,
            prevents: [.carc("16")], source: .professionalGuide, .general,
            reads: [.payerOrder, .linePrimaryLiability, .linePrimaryAdjusted],
            accepts: { [.sample, .secondary, .secondary.with(.linePrimaryLiability, "30.00")] },
            rejects: { [.secondary.with(.linePrimaryLiability, "40.00")] }
        ) { claim in
            guard claim.isLaterPayer else { return [] }
            return claim.lines.compactMap { line in
                guard let owed = line.line.primaryLiability.value, let adjusted = line.line.primaryAdjusted.value,
                    owed != adjusted.patientsShare
                else { return nil }
                return .conflict(
                    .linePrimaryLiability, row: line.row, with: [Place(.linePrimaryAdjusted, row: line.row)],
                    "Line \(line.number): patient responsibility \(owed.currency), PR \(adjusted.patientsShare.currency).",
                    remedy: "Compare both with the EOB. Keep them if the EOB explains the difference.")
            }
        }
        Rule(
            "PY-048", "The primary EOB date is on the claim or on its lines, not on both",
            fault: "Primary EOB date on the claim and on its lines", .warning,
            prevents: [.carc("16")], rejectedAs: ["516"], source: .professionalGuide, .general,
            reads: [.adjudicationDate] + Field.lineDecision,
            accepts: {
                [
                    .sample, .secondary,
                    .secondary.carrying("DTP*573*D8*20261118", in: "2330B").undecided(row: 0).undecided(row: 1),
                ]
            },
            rejects: { [.secondary.carrying("DTP*573*D8*20261118", in: "2330B")] }
        ) { claim in
            guard claim.lines.contains(where: { $0.line.isAdjudicated }),
                claim.draft.carried.contains(where: { $0.loop == "2330B" && $0.text.hasPrefix("DTP*573") })
            else { return [] }
            return [
                .conflict(
                    .adjudicationDate, with: [Place(.linePrimaryPaid)],
                    "The file has the EOB date on the claim (2330B) and on its lines.",
                    remedy: "Send it on the lines only: 2330B DTP*573 is not used if they have it.")
            ]
        }
    }

    @Sendable private static func paidTotalProblems(in claim: ClaimFacts) -> [Problem] {
        let draft = claim.draft
        guard claim.isLaterPayer, let paid = draft.adjudication.paid.value, let adjusted = draft.claimAdjusted,
            claim.lines.contains(where: { $0.line.isAdjudicated }),
            !claim.lines.contains(where: { $0.line.carriesDecisions })
        else { return [] }
        let paidByLine = claim.lines.compactMap { line in line.line.primaryPaid.value }
        guard paidByLine.count == claim.lines.count else { return [] }
        let sum = paidByLine.reduce(.zero, +)
        guard paid != sum - adjusted else { return [] }
        let less = adjusted == .zero ? "" : ", less \(adjusted.currency) adjusted on the claim"
        return [
            .conflict(
                .adjudicationPaid,
                with: [Place(.adjudicationAdjustments)] + claim.lines.map { Place(.linePrimaryPaid, row: $0.row) },
                "Primary paid does not match its lines: \(Money.verdict(sum - adjusted - paid)).",
                remedy:
                    "Correct the amounts from the EOB: \(paid.currency) on the claim, \(sum.currency) on its lines\(less)."
            )
        ]
    }

    @Sendable private static func claimLevelProblems(in claim: ClaimFacts) -> [Problem] {
        let draft = claim.draft
        guard claim.isLaterPayer, let paid = draft.adjudication.paid.value, let adjusted = draft.claimAdjusted,
            !claim.lines.contains(where: { $0.line.isAdjudicated || $0.line.carriesDecisions })
        else { return [] }
        let charges = claim.writtenLines.compactMap { $0.line.charge.value }
        guard !charges.isEmpty, charges.count == claim.writtenLines.count else { return [] }
        let charge = charges.reduce(.zero, +)
        let missing = charge - paid - adjusted
        guard missing != .zero else { return [] }
        return [
            .conflict(
                .adjudicationAdjustments,
                with: [Place(.adjudicationPaid)] + claim.writtenLines.map { Place(.lineCharge, row: $0.row) },
                "Claim does not balance: \(Money.verdict(missing)).",
                remedy:
                    "Enter on each line what the primary paid and its adjustments. If the EOB has only claim totals, enter "
                    + "the adjustments here.",
                evidence: [
                    Evidence(
                        "balance",
                        "charge \(charge.currency), paid \(paid.currency), adjusted \(adjusted.currency)")
                ])
        ]
    }
}

extension ClaimDraft {
    fileprivate var hasLineDecision: Bool { self.lines.contains { $0.isAdjudicated } }

    /// The adjustments on the claim level; `nil` if they do not read, or only a file has them.
    fileprivate var claimAdjusted: Money? {
        guard !carriesAdjustments else { return nil }
        return self.adjudication.adjustments.isEmpty ? .zero : self.adjudication.adjustments.value?.total
    }
}

extension Field {
    /// The primary's decision on a line.
    fileprivate static let lineDecision: [Field] = [
        .linePrimaryPaid, .linePrimaryAdjusted, .linePrimaryLiability, .linePrimaryProcedure, .linePrimaryUnits,
    ]
}

extension ClaimExample {
    fileprivate func undecided(row: Int) -> ClaimExample {
        with(.linePrimaryPaid, row: row, "").with(.linePrimaryAdjusted, row: row, "")
    }

    /// The secondary claim whose EOB has only claim totals.
    fileprivate static let undecidedByLine = secondary.undecided(row: 0).undecided(row: 1)
}
