import ClaimModel

extension Chapter {
    /// The payer's policy itself: which fields it requires, and how reliable it is.
    static let policy = Chapter("The payer's policy") {
        Rule(
            "PY-030", "The policy was effective on the service date",
            fault: "Policy not effective on the service date", .note,
            prevents: [], undenied: "It says which version is used; the rules that use it say what may follow.",
            source: .design, .verified, reads: [.payerPolicy, .lineFrom, .lineTo],
            accepts: {
                [.sample, .sample.whenPolicyItself { $0.effective = EffectiveDays(from: .january(2026), to: nil) }]
            },
            rejects: {
                [.sample.whenPolicyItself { $0.effective = EffectiveDays(from: .january(2027), to: nil) }]
            }
        ) { claim in
            guard let day = claim.firstDay, !claim.policy.effective.contains(day) else { return [] }
            let days = claim.policy.effective.text
            return [
                .conflict(
                    .payerPolicy, with: [claim.firstDayPlace],
                    "No policy version for \(day); the one used is for \(days).",
                    remedy: "Ask the payer whether it holds for that date, or add that version of the policy.",
                    evidence: [Evidence("policy", claim.policy.provenance.text)])
            ]
        }
        Rule(
            "PY-031", "The policy's settings are up to date",
            fault: "Old or undated settings in the policy", .note,
            note: "The policy's review_days, else the office's, says when a setting is old.",
            prevents: [], undenied: "It says how old the policy is; the rules that use it say what may follow.",
            source: .design, .verified, reads: [.payerPolicy] + Scope.ketamineClaim.reads,
            accepts: { [.sample.whenPolicyItself { $0 = $0.bare() }] },
            rejects: {
                [.officeVisit.whenPolicyItself { $0 = $0.bare { $0.filingDays = Setting(90, .old) } }]
            }
        ) { claim in
            guard claim.policy.hasOld(on: claim.today, pathway: claim.isKetamineClaim) else { return [] }
            let (count, days) = (counted(claim.oldSettings.count, "policy setting"), claim.policy.reviewDays)
            return [
                .conflict(
                    .payerPolicy, with: [],
                    "Undated or older than \(days) days: \(count).",
                    remedy: "Check that the payer still says so; enter the new source and date.",
                    evidence: claim.oldSettings.map { Evidence($0.key, "\($0.value) (\($0.source))") })
            ]
        }
        Rule(
            "PY-032", "The fields that the payer's policy requires are filled",
            fault: "Field required by the payer's policy is blank", .warning,
            note: "As the policy says; an unverified requirement is at most a warning.",
            prevents: [.carc("226"), .carc("16")], source: .payerPolicy, .verified, reads: Field.all,
            accepts: {
                [.sample, .sample.requiring(.symptoms), .officeVisit.requiring(.symptoms, on: .ketamineClaim)]
            },
            rejects: {
                [
                    .sample.requiring(.patientPhone), .sample.requiring(.lineLot), .officeVisit.requiring(.trialDrug),
                ]
            },
            check: requirementProblems)
        Rule(
            "PY-033", "Every rule applies as written",
            fault: "Policy turns rules off or changes their severity", .note,
            prevents: [],
            undenied: "It says what the office decided; a rule turned off reports nothing.",
            source: .design, .verified, reads: [.payerPolicy],
            accepts: { [.sample] },
            rejects: {
                [
                    .sample.whenPolicyItself {
                        $0.adjustments["TM-010"] = RuleAdjustment(
                            rule: "TM-010", severity: nil, provenance: .ofExample(.verified))
                    }
                ]
            }
        ) { claim in
            let adjusted = claim.policy.adjustments.values.sorted { $0.rule < $1.rule }
            guard !adjusted.isEmpty else { return [] }
            let names = adjusted.prefix(3).map { "\($0.rule) \($0.word)" }.joined(separator: ", ")
            let more = adjusted.count > 3 ? " and \(adjusted.count - 3) more" : ""
            return [
                .conflict(
                    .payerPolicy, with: [], "Policy changes rules: \(names)\(more).",
                    remedy: "Nothing to fix: the office decided this. The policy names its sources.",
                    evidence: adjusted.map { Evidence($0.rule, "\($0.word) (\($0.provenance.text))") })
            ]
        }
        Rule(
            "DOC-030", "Psychotherapy accompanies treatment where the policy requires it",
            fault: "Psychotherapy not recorded", .warning,
            prevents: [.carc("50")], source: .payerPolicy, .verified, scope: .psychiatricKetamineClaim,
            reads: [.psychotherapy, .payerPolicy],
            accepts: {
                [.sample, .sample.under("qualchoice").with(.psychotherapy, "Y")]
            },
            rejects: { [.sample.under("qualchoice"), .sample.under("qualchoice").with(.psychotherapy, "N")] }
        ) { claim in
            guard claim.policy.value(of: \.needsPsychotherapy) == true, claim.draft.chart.psychotherapy.value != .yes
            else { return [] }
            return [
                .missing(
                    .psychotherapy, "Psychotherapy is not recorded; the policy requires it.",
                    remedy: "Enter Y if the chart shows it, or ask the provider.",
                    evidence: [claim.policyEvidence(\.needsPsychotherapy)])
            ]
        }
    }

    @Sendable private static func requirementProblems(in claim: ClaimFacts) -> [Problem] {
        claim.policy.requirements.filter { claim.isJudged(by: $0.scope) }.flatMap { requirement in
            let rows = max(1, claim.draft.rowCount(of: requirement.field.part))
            return (0..<rows).filter { claim.isBlank(requirement.field, row: $0) }.map { row in
                return Problem.missing(
                    requirement.field, row: row, severity: requirement.limited,
                    "\(requirement.field.fullLabel) is blank; the policy requires it.",
                    remedy: "Enter it from the chart or the card, or ask the provider.",
                    evidence: [
                        Evidence(
                            "policy", requirement.provenance.citation.text, citing: requirement.provenance.citation)
                    ])
            }
        }
    }
}

extension ClaimExample {
    /// The same under a policy that requires this field.
    fileprivate func requiring(_ field: Field, on scope: Scope = .anyClaim) -> ClaimExample {
        whenPolicyItself {
            $0.requirements.append(
                Requirement(field: field, scope: scope, severity: .error, provenance: .ofExample(.verified)))
        }
    }
}

extension Policy {
    /// The same with only the settings put in, and no rules or requirements.
    fileprivate func bare(_ change: (inout PolicySettings) -> Void = { _ in }) -> Policy {
        var copy = self
        copy.settings = PolicySettings()
        change(&copy.settings)
        copy.adjustments = [:]
        copy.requirements = []
        return copy
    }
}

extension Provenance {
    /// Of ten years ago.
    fileprivate static let old = Provenance(
        confidence: .verified, source: "an example", date: SourceDate("2016") ?? .undated)
}

extension Day {
    fileprivate static func january(_ year: Int) -> Day? { Day(year: year, month: 1, day: 1) }
}
