import ClaimModel

extension Chapter {
    /// The plan's coverage, and the benefits check before treatment.
    static let coverage = Chapter("Coverage and benefits") {
        Rule(
            "PY-003", "The service dates are within the coverage dates",
            fault: "Service outside the coverage dates", .error,
            prevents: [.carc("26"), .carc("27")], rejectedAs: ["88"], source: .professionalGuide, .general,
            reads: [.coverageStart, .coverageEnd, .lineFrom, .lineTo],
            accepts: { [.sample, .sample.covered("01/01/2026", ""), .sample.covered("11/10/2026", "11/10/2026")] },
            rejects: {
                [
                    .sample.covered("11/11/2026", ""), .sample.covered("01/01/2026", "11/09/2026"),
                    .sample.covered("12/31/2026", "01/01/2026"),
                ]
            },
            check: coverageProblems)
        Rule(
            "PY-004", "Benefits were checked before treatment",
            fault: "Benefits not checked before treatment", .warning,
            prevents: [.carc("204"), .carc("96")], source: .article, .article, scope: .ketamineClaim,
            reads: [.benefitsDate, .benefitsReference, .lineFrom, .lineTo],
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.without(.benefitsDate, .benefitsReference), .sample.without(.benefitsReference),
                    .sample.with(.benefitsDate, "11/12/2026"),
                ]
            },
            check: benefitsProblems)
        Rule(
            "PY-005", "The payer does not exclude IV ketamine for depression",
            fault: "Payer excludes IV ketamine for depression", .warning,
            prevents: [.carc("55"), .carc("50")], source: .payerPolicy, .verified, scope: .psychiatricKetamineClaim,
            reads: [.payerPolicy, .responsibility, .waiver] + Field.lineModifiers,
            accepts: {
                [
                    .sample, .sample.under("medicare").with(.waiver, "Y"),
                    .sample.under("medicare").with(.responsibility, "WAIVER"),
                    .sample.under("medicare").with(.lineModifier1, "GY"),
                ]
            },
            rejects: { [.medicare(.sample), .sample.under("aetna")] }
        ) { claim in
            guard claim.policy.value(of: \.ketamineCoverage) == .excluded, !claim.hasWaiver else { return [] }
            let isKnown = claim.policy.confidence(of: \.ketamineCoverage) != .unverified
            return [
                .conflict(
                    .payerPolicy, with: [],
                    "IV ketamine for depression is not covered: expect a denial.",
                    remedy: "Enter the waiver if the patient signed one before treatment, or prepare an appeal.",
                    evidence: [claim.policyEvidence(\.ketamineCoverage)]
                ).expecting(isKnown ? .likely : .possible)
            ]
        }
        Rule(
            "PY-006", "The payer's position on IV ketamine for depression is known",
            fault: "Coverage of IV ketamine for depression uncertain", .note,
            prevents: [.carc("55")], source: .payerPolicy, .verified, scope: .psychiatricKetamineClaim,
            reads: [.payerPolicy],
            accepts: { [.sample] },
            rejects: { [.sample.under("generic"), .sample.under("qualchoice").with(.psychotherapy, "Y")] }
        ) { claim in
            let coverage = claim.policy.value(of: \.ketamineCoverage)
            guard coverage == .caseByCase || coverage == .unknown else { return [] }
            return [
                .conflict(
                    .payerPolicy, with: [],
                    coverage == .unknown
                        ? "Coverage of IV ketamine for depression is not known."
                        : "IV ketamine for depression is decided case by case.",
                    remedy: "Get a written determination from the payer before treatment.",
                    evidence: [claim.policyEvidence(\.ketamineCoverage)])
            ]
        }
        Rule(
            "PY-007", "A behavioral health claim goes to the plan's carve-out",
            fault: "Behavioral health carve-out not billed", .warning,
            prevents: [.carc("109")], rejectedAs: ["116"], source: .payerPolicy, .verified,
            reads: [.payerPolicy, .payerIdentifier, .payerName, .diagnosisCode],
            accepts: {
                [
                    .sample,
                    .sample.whenPolicy { $0.behavioralHealthCarveOut = Setting("29076") },
                    .officeVisit.diagnosed("N39.0").whenPolicy { $0.behavioralHealthCarveOut = Setting("Magellan") },
                ]
            },
            rejects: {
                [ClaimExample.sample, .officeVisit].map { claim in
                    claim.whenPolicy { $0.behavioralHealthCarveOut = Setting("Magellan") }
                }
            }
        ) { claim in
            guard let carveOut = claim.policy.value(of: \.behavioralHealthCarveOut),
                claim.firstDiagnosis?.isBehavioral == true
            else { return [] }
            let named = [claim.draft.payer.identifier.value?.text, claim.draft.payer.name.value?.text].compactMap { $0 }
            guard !named.contains(where: { $0.lowercased() == carveOut.lowercased() }) else { return [] }
            return [
                .conflict(
                    .payerIdentifier, with: [Place(.payerPolicy)],
                    "Behavioral health claims of this plan go to \(carveOut).",
                    remedy: "Submit the claim to \(carveOut), or override with the reason.",
                    evidence: [claim.policyEvidence(\.behavioralHealthCarveOut)])
            ]
        }
        Rule(
            "PY-013", "Benefits were checked in the month and plan year of the service",
            fault: "Benefits check out of date", .note,
            prevents: [.carc("27"), .carc("26")], source: .design, .general,
            reads: [.benefitsDate, .lineFrom, .lineTo],
            accepts: { [.sample.with(.benefitsDate, "11/02/2026")] },
            rejects: { [.sample, .sample.with(.benefitsDate, "12/28/2025")] }
        ) { claim in
            guard let checked = claim.draft.benefits.date.value, let first = claim.firstDay, checked < first,
                (checked.parts.year, checked.parts.month) != (first.parts.year, first.parts.month)
            else { return [] }
            let span = checked.year == first.year ? "month" : "year"
            return [
                .conflict(
                    .benefitsDate, with: [claim.firstDayPlace],
                    "Benefits were checked in an earlier \(span) than the service.",
                    remedy: "Check eligibility again for the service date; benefits may have changed.")
            ]
        }
        Rule(
            "PY-017", "Waiver modifiers match the signed waiver",
            fault: "Waiver modifier conflicts with the waiver on file", .warning,
            prevents: [.carc("96"), .carc("4")], source: .hcpcsFile, .general,
            reads: [.waiver, .responsibility] + Field.lineModifiers,
            accepts: {
                [.sample, .sample.with(.waiver, "Y").with(.lineModifier1, "GA"), .sample.with(.lineModifier1, "GZ")]
            },
            rejects: {
                [.sample.with(.lineModifier1, "GA"), .sample.with(.waiver, "Y").with(.lineModifier1, "GZ")]
            },
            check: waiverProblems)
    }

    @Sendable private static func coverageProblems(in claim: ClaimFacts) -> [Problem] {
        let (start, end) = (claim.draft.benefits.coverageStart.value, claim.draft.benefits.coverageEnd.value)
        if let start, let end, end < start {
            return [
                .conflict(
                    .coverageEnd, with: [Place(.coverageStart)], "Coverage ends before it begins.",
                    remedy: "Correct its dates from the payer's response.")
            ]
        }
        if let start, let first = claim.firstDay, first < start {
            return [
                .conflict(
                    .coverageStart, with: [claim.firstDayPlace],
                    "Coverage begins on \(start), after the service on \(first).",
                    remedy: "Check eligibility for the service date; bill the plan that covered it.")
            ]
        }
        guard let end, let last = claim.lastDay, last > end else { return [] }
        return [
            .conflict(
                .coverageEnd, with: [claim.lastDayPlace],
                "Coverage ended on \(end), before the service on \(last).",
                remedy: "Check eligibility for the service date; bill the plan that covered it.")
        ]
    }

    @Sendable private static func benefitsProblems(in claim: ClaimFacts) -> [Problem] {
        let missing = claim.problems(
            with: [.benefitsDate, .benefitsReference],
            remedy: "Check benefits before treatment; enter the date and the payer's reference.")
        if let first = missing.first { return [first] }
        guard let checked = claim.draft.benefits.date.value, let first = claim.firstDay, checked > first else {
            return []
        }
        return [
            .conflict(
                .benefitsDate, with: [claim.firstDayPlace], "Benefits were checked after the service.",
                remedy: "If they were checked before treatment, enter that date.")
        ]
    }

    @Sendable private static func waiverProblems(in claim: ClaimFacts) -> [Problem] {
        let signed =
            claim.draft.identity.waiver.value == .yes || claim.draft.identity.responsibility.value == .billForDenial
        return claim.lines.flatMap { line in
            Field.lineModifiers.compactMap { field in
                let text = claim.draft.text(at: Place(field, row: line.row)).uppercased()
                if !signed, text == "GA" || text == "GX" {
                    return Problem.conflict(
                        field, row: line.row, with: [Place(.waiver)],
                        "\(text) means a waiver is on file, but none is entered.",
                        remedy: "Enter Y at \(Field.waiver.label), or use GZ if none was signed.")
                }
                if signed, text == "GZ" {
                    return Problem.conflict(
                        field, row: line.row, with: [Place(.waiver)],
                        "GZ means no waiver was signed, but one is entered.",
                        remedy: "Use GA if the patient signed, or correct \(Field.waiver.label).")
                }
                return nil
            }
        }
    }
}

extension ClaimFacts {
    /// Whether the patient pays if the payer denies, or the claim is billed for a denial.
    fileprivate var hasWaiver: Bool {
        draft.identity.waiver.value == .yes || draft.identity.responsibility.value == .billForDenial
            || lines.contains { line in ["GA", "GX", "GY", "GZ"].contains(where: line.has) }
    }
}

extension ClaimExample {
    fileprivate func covered(_ from: String, _ to: String) -> ClaimExample {
        with(.coverageStart, from).with(.coverageEnd, to)
    }
}
