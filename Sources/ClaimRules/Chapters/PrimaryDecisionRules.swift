import ClaimModel

extension Chapter {
    /// Whether what the primary decided adds up (005010X222A1, section 1.4.1).
    static let primaryDecision = Chapter("The primary's decision") {
        Rule(
            "PY-015", "On a secondary claim each charge is what the primary paid plus its adjustments", .error,
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
                    "Line \(line.number): \(balance.words).",
                    remedy: "Enter paid and every adjustment from the remittance; together they make the charge.")
            }
        }
        Rule(
            "PY-040", "The primary's decision stands on every line, or on none", .error,
            prevents: [.carc("16"), .rarc("N4")], source: .professionalGuide, .general,
            reads: [.payerOrder] + Field.lineDecision,
            accepts: {
                [.sample, .secondary, .secondary.with(.linePrimaryPaid, "0").with(.linePrimaryAdjusted, "CO-45 210")]
            },
            rejects: { [.secondary.without(.linePrimaryPaid), .secondary.undecided(row: 1)] },
        ) { claim in
            guard claim.isLaterPayer, claim.draft.hasLineDecision else { return [] }
            return claim.writtenLines.filter { $0.line.primaryPaid.isEmpty && !$0.line.carriesDecisions }.map { line in
                .missing(
                    .linePrimaryPaid, row: line.row,
                    "Line \(line.number) does not say what the primary paid on it, while the claim tells it by line.",
                    remedy: "Enter it from the remittance; 0 where it paid nothing.")
            }
        }
        Rule(
            "PY-041", "What the primary paid is the sum of its lines, less what it took off the claim", .error,
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
            "PY-042", "Without lines, the charge is what the primary paid plus its adjustments of the claim", .error,
            prevents: [.carc("16"), .rarc("N4")], rejectedAs: ["672"], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationPaid, .adjudicationAdjustments, .lineCharge] + Field.lineDecision,
            accepts: {
                [.sample, .secondary, .undecidedByLine.with(.adjudicationAdjustments, "CO-45 10.00, PR-2 45.00")]
            },
            rejects: { [.undecidedByLine, .undecidedByLine.with(.adjudicationAdjustments, "CO-45 10.00")] },
            check: claimLevelProblems)
        Rule(
            "PY-043", "A claim that the primary has sent on is not sent again", .warning,
            prevents: [.carc("18")], source: .professionalGuide, .general,
            reads: [.payerOrder, .adjudicationForwarded],
            accepts: { [.sample, .secondary, .secondary.with(.adjudicationForwarded, "N")] },
            rejects: { [.secondary.with(.adjudicationForwarded, "Y")] }
        ) { claim in
            guard claim.isLaterPayer, claim.draft.adjudication.forwarded.value == .yes else { return [] }
            return [
                .wrong(
                    .adjudicationForwarded,
                    "The primary's remittance says that it has forwarded this claim to the next payer.",
                    remedy: "Wait for that payer's answer; send this one only where it never got the claim.")
            ]
        }
        Rule(
            "PY-044", "What the patient still owes of a line is what the primary left to the patient", .note,
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
                    "Line \(line.number): the patient still owes \(owed.currency), but the adjustments of group PR are "
                        + "\(adjusted.patientsShare.currency).",
                    remedy: "Compare both with the remittance; leave it where you know that the difference is paid.")
            }
        }
    }

    @Sendable private static func paidTotalProblems(in claim: ClaimFacts) -> [Problem] {
        let draft = claim.draft
        guard claim.isLaterPayer, let paid = draft.adjudication.paid.value, let adjusted = draft.claimAdjusted,
            claim.lines.contains(where: { $0.line.isAdjudicated }),
            !claim.lines.contains(where: { $0.line.carriesDecisions })
        else { return [] }
        let told = claim.lines.compactMap { line in line.line.primaryPaid.value }
        guard told.count == claim.lines.count else { return [] }
        let sum = told.reduce(.zero, +)
        guard paid != sum - adjusted else { return [] }
        let less = adjusted == .zero ? "" : ", less \(adjusted.currency) taken off the claim"
        return [
            .conflict(
                .adjudicationPaid,
                with: [Place(.adjudicationAdjustments)] + claim.lines.map { Place(.linePrimaryPaid, row: $0.row) },
                "The primary paid \(paid.currency) on the claim, but \(sum.currency) on its lines\(less): "
                    + "\(Money.verdict(sum - adjusted - paid)).",
                remedy: "Correct the amounts from the remittance.")
        ]
    }

    @Sendable private static func claimLevelProblems(in claim: ClaimFacts) -> [Problem] {
        let draft = claim.draft
        guard claim.isLaterPayer, let paid = draft.adjudication.paid.value, let adjusted = draft.claimAdjusted,
            !claim.lines.contains(where: { $0.line.isAdjudicated || $0.line.carriesDecisions })
        else { return [] }
        let charges = claim.writtenLines.compactMap(\.line.charge.value)
        guard !charges.isEmpty, charges.count == claim.writtenLines.count else { return [] }
        let missing = charges.reduce(.zero, +) - paid - adjusted
        guard missing != .zero else { return [] }
        return [
            .conflict(
                .adjudicationAdjustments,
                with: [Place(.adjudicationPaid)] + claim.writtenLines.map { Place(.lineCharge, row: $0.row) },
                "Charged \(charges.reduce(.zero, +).currency), paid \(paid.currency), adjusted \(adjusted.currency): "
                    + "\(Money.verdict(missing)).",
                remedy:
                    "Enter on each line what the primary paid and why it took off the rest; where its remittance tells "
                    + "only the claim, enter its adjustments here.")
        ]
    }
}

extension ClaimDraft {
    fileprivate var hasLineDecision: Bool { self.lines.contains(where: \.isAdjudicated) }

    /// What was taken off the claim as a whole; `nil` where that does not read, or only a file knows it.
    fileprivate var claimAdjusted: Money? {
        guard !carriesAdjustments else { return nil }
        return self.adjudication.adjustments.isEmpty ? .zero : self.adjudication.adjustments.value?.total
    }
}

extension Field {
    /// What the primary decided on a line.
    fileprivate static let lineDecision: [Field] = [
        .linePrimaryPaid, .linePrimaryAdjusted, .linePrimaryLiability, .linePrimaryProcedure, .linePrimaryUnits,
    ]
}

extension ClaimExample {
    fileprivate func undecided(row: Int) -> ClaimExample {
        with(.linePrimaryPaid, row: row, "").with(.linePrimaryAdjusted, row: row, "")
    }

    /// The secondary claim, of which the primary told only the claim as a whole.
    fileprivate static let undecidedByLine = secondary.undecided(row: 0).undecided(row: 1)
}
